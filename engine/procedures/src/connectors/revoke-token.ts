import type { Queryable } from '@irisflow/database';
import { appendAudit, requireStaff, type Actor } from '@irisflow/access';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { authorOf } from '../require-procedure.ts';
import { findConnectorToken, revokeConnectorTokenRow, type ConnectorTokenRow } from '../storage/connector-tokens.ts';
import type { UseCase } from './surroundings.ts';

/** Tokens of others do not exist for an administrator; an operator reaches all. */
const requireToken = async (tx: Queryable, actor: Actor, id: string): Promise<ConnectorTokenRow> => {
  const own = actor.kind === 'job' ? null : requireStaff(actor, ['administrator']).administration;
  const row = await findConnectorToken(tx, id);
  if (row !== undefined && (own === null || row.administration === own)) return row;
  throw new CaseworkError('NOT_FOUND', `Expected a connector token ${id}, but there is none to be seen`);
};

/** Ends a token. The next call with it is refused, for jobs that are running too. */
export const revokeToken: UseCase<{ tokenId: string }, void> = async (surroundings, actor, { tokenId: id }) => {
  const { database, clock } = surroundings;
  await database.transaction(async (tx) => {
    const { administration, name, types } = await requireToken(tx, actor, id);
    const isNew = await revokeConnectorTokenRow(tx, { id, at: isoOf(clock.now()), by: authorOf(actor) });
    if (!isNew) return;
    await appendAudit(surroundings, tx, {
      actor,
      action: 'connectorToken.revoked',
      object: `connectorToken:${id}`,
      administration,
      detail: { name, types },
    });
  });
};

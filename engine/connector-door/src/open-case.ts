import { requireConnector } from '@irisflow/access';
import { type CaseLinkKind, type OpenedCase, openLinkedCase } from '@irisflow/intake';
import type { FormData } from '@irisflow/foundation';
import { knownReply, once, type ConnectorCall } from './once.ts';
import { lockSealedCase } from '@irisflow/casework';
import type { UseCase } from './surroundings.ts';

export interface OpenCase extends ConnectorCall {
  readonly procedureKey: string;
  readonly link: CaseLinkKind;
  readonly reason?: string;
  readonly data: FormData;
}

const operation = 'open-case';

/** Opens another case of the same administration for the same applicant, linked to the connector's own. */
export const openCase: UseCase<OpenCase, OpenedCase> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<OpenedCase>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  // The new case is written by a job of its own; when that is done and this call is cut off, its key finds the case again.
  const opened = await openLinkedCase(surroundings, {
    actor,
    row: await database.transaction((tx) => lockSealedCase(tx, actor)),
    key: call.idempotencyKey,
    procedureKey: call.procedureKey,
    link: call.link,
    reason: call.reason ?? '',
    data: call.data,
  });
  return once(surroundings, actor, { ...call, operation, work: async () => opened });
};

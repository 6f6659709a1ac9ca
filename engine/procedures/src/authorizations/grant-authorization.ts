import type { Queryable } from '@irisflow/database';
import { requireStaff, type Actor, appendAudit } from '@irisflow/access';
import { CaseworkError, isoOf, type LocalizedText } from '@irisflow/foundation';
import { legalText, type LegalReference } from '../legal-reference.ts';
import { authorOf } from '../require-procedure.ts';
import {
  findAuthorization,
  findStandingAuthorization,
  insertAuthorization,
  revokeAuthorizationRow,
} from '../storage/authorizations.ts';
import { findProcedureOwner } from '../storage/procedures.ts';
import type { UseCase } from '../surroundings.ts';
import type { SourceAuthorizationView } from '../views/authorization.ts';
import { viewAuthorization } from './view-authorization.ts';

export interface Grant {
  readonly procedureKey: string;
  readonly sourceKey: string;
  readonly purpose: LocalizedText;
  /** In every language; one text alone counts for all of them. */
  readonly legalBasis: LegalReference;
  /** Top-level fields of the source's answer that the procedure may use. */
  readonly fields: readonly string[];
  /** The last day; without one it holds until it is revoked. */
  readonly validUntil?: string | null;
}

const requireSaid = ({ purpose, legalBasis, fields }: Grant): void => {
  const law = legalText(legalBasis);
  const texts = [purpose.fr, purpose.nl, purpose.en, law.fr, law.nl, law.en, ...fields];
  if (texts.some((text) => text.trim() === ''))
    throw new CaseworkError(
      'INPUT_INVALID',
      'Expected a purpose in three languages, a legal basis and named fields, but one of them is empty',
    );
};

/** The administration that owns the procedure; a procedure of another one does not exist for the granter. */
const ownerFor = async (db: Queryable, actor: Actor, key: string): Promise<string> => {
  const owner = await findProcedureOwner(db, key);
  const isMine = actor.kind === 'job' || requireStaff(actor, ['administrator']).administration === owner;
  if (owner !== undefined && isMine) return owner;
  throw new CaseworkError('NOT_FOUND', `Expected a procedure ${key}, but there is none to be seen`);
};

/** Authorizes a procedure to ask a source. What stood before ends at the same moment and stays readable. */
export const grantAuthorization: UseCase<Grant, SourceAuthorizationView> = async (surroundings, actor, grant) => {
  requireSaid(grant);
  const { database, clock, random } = surroundings;
  return database.transaction(async (tx) => {
    const administration = await ownerFor(tx, actor, grant.procedureKey);
    const at = isoOf(clock.now());
    const by = authorOf(actor);
    const standing = await findStandingAuthorization(tx, { administration, ...grant });
    if (standing !== undefined) await revokeAuthorizationRow(tx, { id: standing.id, at, by });
    const id = random.id();
    await insertAuthorization(tx, {
      ...grant,
      legalBasis: legalText(grant.legalBasis),
      id,
      administration,
      grantedAt: at,
      grantedBy: by,
      validUntil: grant.validUntil ?? null,
    });
    const row = await findAuthorization(tx, { id, administration });
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected authorization ${id}, but it is gone`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'authorization.granted',
      object: `authorization:${id}`,
      administration,
      detail: {
        procedure: grant.procedureKey,
        source: grant.sourceKey,
        legalBasis: legalText(grant.legalBasis),
        fields: grant.fields,
        replaces: standing?.id ?? null,
      },
    });
    return viewAuthorization(row);
  });
};

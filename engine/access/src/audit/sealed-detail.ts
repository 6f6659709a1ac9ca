import type { Queryable } from '@irisflow/database';
import { requireMachine, requireStaff, type Actor } from '../actor.ts';
import { CaseworkError } from '@irisflow/foundation';
import { listSealedIds, readAuditChain, type AuditRow } from '../storage/audit.ts';
import { eraseSealedDetail, findSealedDetail } from '../storage/sealed-details.ts';
import { actingFor } from '../use-case.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { SealedDetailView } from '../views/audit-entry.ts';
import { appendAudit } from './append-audit.ts';
import { hashOfSealed, type DetailContent, type SealedReference } from './seal-detail.ts';

interface Place {
  readonly chain: string;
  readonly sequence: number;
}

const referenceOf = ({ detail }: AuditRow): SealedReference | null => {
  const sealed = detail['sealed'] as Partial<SealedReference> | undefined;
  return typeof sealed?.id === 'string' && typeof sealed.sha256 === 'string'
    ? { id: sealed.id, sha256: sealed.sha256 }
    : null;
};

const requireReference = async (db: Queryable, { chain, sequence }: Place): Promise<SealedReference> => {
  const [row] = await readAuditChain(db, { chain, after: sequence - 1, limit: 1 });
  const reference = row === undefined || Number(row.sequence) !== sequence ? null : referenceOf(row);
  if (reference !== null) return reference;
  throw new CaseworkError('NOT_FOUND', `Expected entry ${sequence} with a sealed detail, but there is none`);
};

const open = ({ details }: Surroundings, { id, sha256 }: SealedReference, sealed: string): DetailContent => {
  if (hashOfSealed(sealed) !== sha256)
    throw new CaseworkError('AUDIT_DAMAGED', `Expected sealed detail ${id} as the chain names it, but it was changed`);
  return JSON.parse(details.open(sealed, id)) as DetailContent;
};

const requireAuditor = (actor: Actor): string => requireStaff(actor, ['auditor']).administration;

/** The reason and the values behind an entry of the auditor's administration; that they were read is on record. */
export const readSealedDetail: UseCase<{ sequence: number }, SealedDetailView> = async (
  surroundings,
  actor,
  { sequence },
) => {
  const chain = requireAuditor(actor);
  return surroundings.database.transaction(async (tx) => {
    const reference = await requireReference(tx, { chain, sequence });
    const row = await findSealedDetail(tx, { id: reference.id, administration: chain });
    if (row === undefined)
      throw new CaseworkError(
        'AUDIT_DAMAGED',
        `Expected sealed detail ${reference.id} of entry ${sequence}, but it is gone`,
      );
    const content = row.sealed === null ? null : open(surroundings, reference, row.sealed);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'audit.detailRead',
      object: `audit:${sequence}`,
      administration: chain,
    });
    return {
      sequence,
      isErased: content === null,
      content: content === null ? null : { ...content, names: [...content.names] },
    };
  });
};

/** Erases whatever is sealed behind the entries about a case, within a transaction; answers how many details. The chain stays valid. */
export const eraseDetailsOf = async (
  { clock }: Pick<Surroundings, 'clock'>,
  tx: Queryable,
  { administration, caseId }: { readonly administration: string; readonly caseId: string },
): Promise<number> => {
  const ids = await listSealedIds(tx, { chain: administration, caseId });
  for (const id of ids) await eraseSealedDetail(tx, { id, administration, at: clock.now() });
  return ids.length;
};

/** Erases the values behind an entry when their time to be kept is over; the chain stays valid and says that it was done. */
export const eraseSealed: UseCase<{ administration: string; sequence: number }, void> = async (
  surroundings,
  actor,
  { administration, sequence },
) => {
  requireMachine(actor);
  await actingFor(surroundings, actor, 'erasure').database.transaction(async (tx) => {
    const { id } = await requireReference(tx, { chain: administration, sequence });
    await eraseSealedDetail(tx, { id, administration, at: surroundings.clock.now() });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'audit.detailErased',
      object: `audit:${sequence}`,
      administration,
    });
  });
};

import { fingerprintOf } from '@irisflow/access';
import { fileCase, findCase, type Matter } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import {
  type ExternalName,
  insertExternalReference,
  type KnownReference,
  lockExternalReference,
} from '../storage/external-references.ts';
import type { Surroundings } from '../surroundings.ts';
import type { OpenedCase } from '../views/applicant.ts';

interface Wanted {
  readonly name: ExternalName;
  readonly procedureKey: string;
  /** What is told of the case; told otherwise under the same name, it is another one. */
  readonly request: unknown;
  readonly matter: () => Promise<Matter>;
}

const known = async (tx: Queryable, { caseId, requestSha256 }: KnownReference, wanted: Wanted): Promise<OpenedCase> => {
  const { name, procedureKey: key, request } = wanted;
  const row = await findCase(tx, caseId);
  const isSame = requestSha256 === null || requestSha256 === fingerprintOf(request);
  if (row?.procedure_key === key && isSame)
    return { caseId, reference: row.reference, receivedAt: instantOf(row.submitted_at), isNew: false };
  throw new CaseworkError(
    'REFERENCE_TAKEN',
    `Expected ${name.reference} to stand for no case or for this one of ${key}, but it stands for another one`,
  );
};

/** Opens a case under a name: asked for again under the same one, it is the same case. */
export const openOnce = async (surroundings: Surroundings, tx: Queryable, wanted: Wanted): Promise<OpenedCase> => {
  const { name, request, matter } = wanted;
  const there = await lockExternalReference(tx, name);
  if (there !== null) return known(tx, there, wanted);
  const receipt = await fileCase(surroundings, tx, await matter());
  await insertExternalReference(tx, {
    ...name,
    caseId: receipt.caseId,
    requestSha256: fingerprintOf(request),
    at: receipt.receivedAt,
  });
  return { ...receipt, isNew: true };
};

import { fileCase, findCase, type Matter } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { type ExternalName, insertExternalReference, lockExternalReference } from '../storage/external-references.ts';
import type { Surroundings } from '../surroundings.ts';
import type { OpenedCase } from '../views/applicant.ts';

const known = async (tx: Queryable, { reference }: ExternalName, caseId: string, key: string): Promise<OpenedCase> => {
  const row = await findCase(tx, caseId);
  if (row?.procedure_key === key)
    return { caseId, reference: row.reference, receivedAt: instantOf(row.submitted_at), isNew: false };
  throw new CaseworkError(
    'REFERENCE_TAKEN',
    `Expected ${reference} to stand for no case or for one of ${key}, but it stands for another one`,
  );
};

/** Opens a case under a name: asked for again under the same one, it is the same case. */
export const openOnce = async (
  surroundings: Surroundings,
  tx: Queryable,
  { name, procedureKey, matter }: { name: ExternalName; procedureKey: string; matter: () => Promise<Matter> },
): Promise<OpenedCase> => {
  const there = await lockExternalReference(tx, name);
  if (there !== null) return known(tx, name, there, procedureKey);
  const receipt = await fileCase(surroundings, tx, await matter());
  await insertExternalReference(tx, { ...name, caseId: receipt.caseId, at: receipt.receivedAt });
  return { ...receipt, isNew: true };
};

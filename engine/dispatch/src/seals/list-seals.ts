import type { UseCaseOn } from '@irisflow/access';
import { requireClerkCase, requireSharedCase } from '@irisflow/casework';
import { instantOf } from '@irisflow/foundation';
import { listSealsOfCase, type SealRow } from '../storage/letter-seals.ts';
import type { Surroundings } from '../surroundings.ts';
import type { LetterSealView } from '../views/letter-seal.ts';
import { judgeStored } from './judge-seal.ts';

export interface OfCase {
  readonly caseId: string;
}

type ListSeals = UseCaseOn<Surroundings, OfCase, LetterSealView[]>;

const viewOf = async (surroundings: Surroundings, seal: SealRow): Promise<LetterSealView> => ({
  documentId: seal.document_id,
  at: instantOf(seal.at),
  language: seal.language,
  signatory:
    seal.signatory === null || seal.capacity === null ? null : { name: seal.signatory, capacity: seal.capacity },
  certificate: {
    holder: seal.holder,
    issuer: seal.issuer,
    serialNumber: seal.serial_number,
    validFrom: instantOf(seal.valid_from),
    validTo: instantOf(seal.valid_to),
  },
  state: await judgeStored(surroundings, seal),
});

const sealsOf = async (surroundings: Surroundings, { caseId }: OfCase): Promise<LetterSealView[]> => {
  const views: LetterSealView[] = [];
  for (const seal of await listSealsOfCase(surroundings.database, caseId)) views.push(await viewOf(surroundings, seal));
  return views;
};

/** The sealed letters of a case that a clerk may open, the newest first, each verified now. */
export const listSealsOfOfficeCase: ListSeals = async (surroundings, actor, ofCase) => {
  await requireClerkCase(surroundings.database, actor, ofCase.caseId);
  return sealsOf(surroundings, ofCase);
};

/** The same for whoever takes part in it, of letters that they may open. */
export const listMySeals: ListSeals = async (surroundings, actor, ofCase) => {
  await requireSharedCase(surroundings, surroundings.database, actor, ofCase.caseId);
  return sealsOf(surroundings, ofCase);
};

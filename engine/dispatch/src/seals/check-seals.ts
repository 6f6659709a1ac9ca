import { job, scopeOf } from '@irisflow/access';
import type { Database } from '@irisflow/database';
import { listSealsAfter } from '../storage/letter-seals.ts';
import { judgeStored } from './judge-seal.ts';

const PORTION = 500;

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('casework.letter_seal') is not null as found`,
  );
  return row?.found ?? false;
};

/** Verifies every sealed letter in the store; answers those that are no longer what was sealed. */
export const checkSeals = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('fileChecks')));
  const findings: string[] = [];
  for (let after = ''; ;) {
    const seals = await listSealsAfter(db, after, PORTION);
    for (const seal of seals) {
      const { document_id: documentId, case_id: caseId } = seal;
      if ((await judgeStored({ database: db }, seal)) === 'altered')
        findings.push(`Expected letter ${documentId} of case ${caseId} to be as it was sealed, but it is not`);
    }
    const last = seals.at(-1);
    if (last === undefined) return findings;
    after = last.document_id;
  }
};

import { appendAudit, requireClerk } from '@irisflow/access';
import { type CaseRow, findCases, listCasesOfNumber, listCasesOfPerson, searchCaseRows } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { foldedWords, instantOf } from '@irisflow/foundation';
import { enterpriseNumber, nationalNumber } from '@irisflow/identifiers';
import { findOrganization } from '@irisflow/parties';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { FoundApplicant } from '../views/applicant.ts';

/** Cases that are looked through, and people that are shown: who is not among them is looked for more closely. */
const MOST_CASES = 100;
const MOST_PEOPLE = 10;

const byName = async (db: Queryable, administration: string, search: string): Promise<CaseRow[]> => {
  const words = foldedWords(search);
  if (words === null) return [];
  const all = { administration, words, status: null, procedureKey: null, language: null };
  const found = await searchCaseRows(db, all, { before: null, limit: MOST_CASES });
  const ids = found.map(({ id }) => id);
  const rows = new Map((await findCases(db, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
};

/** The newest case of each person, in the order of the cases. */
const newestOfEach = (rows: readonly CaseRow[]): (readonly [CaseRow, number])[] => {
  const people = new Map<string, readonly [CaseRow, number]>();
  for (const row of rows) {
    const [newest, count] = people.get(row.person_id) ?? [row, 0];
    people.set(row.person_id, [newest, count + 1]);
  }
  return [...people.values()].slice(0, MOST_PEOPLE);
};

const view = async (
  { library }: Surroundings,
  db: Queryable,
  [row, cases]: readonly [CaseRow, number],
): Promise<FoundApplicant> => ({
  caseId: row.id,
  name: row.applicant,
  language: row.language,
  reference: row.reference,
  title: (await library.version(db, row.procedure_key, row.procedure_version)).description.title,
  submittedAt: instantOf(row.submitted_at),
  cases,
});

const byCompany = async (db: Queryable, administration: string, enterprise: string): Promise<CaseRow[]> => {
  const company = await findOrganization(db, enterprise);
  if (company === undefined) return [];
  return (await listCasesOfPerson(db, company.id)).filter((row) => row.administration === administration);
};

interface Search {
  readonly by: 'number' | 'company' | 'words';
  readonly rows: (tx: Queryable) => Promise<CaseRow[]>;
}

/** What is a number of somebody is looked for as that, and never as a word. */
const searchOf = ({ numbers }: Surroundings, administration: string, search: string): Search => {
  const person = nationalNumber.check(search);
  if (person.ok) {
    const numberIndex = numbers.index(person.value);
    return { by: 'number', rows: (tx) => listCasesOfNumber(tx, { administration, numberIndex }) };
  }
  const company = enterpriseNumber.check(search);
  if (company.ok) return { by: 'company', rows: (tx) => byCompany(tx, administration, company.value) };
  return { by: 'words', rows: (tx) => byName(tx, administration, search) };
};

/** People and companies of whom the administration has cases, by number, name or reference. The audit keeps no number. */
export const findApplicants: UseCase<{ search: string }, FoundApplicant[]> = async (
  surroundings,
  actor,
  { search },
) => {
  const { administration } = requireClerk(actor);
  const { by, rows } = searchOf(surroundings, administration, search);
  return surroundings.database.transaction(async (tx) => {
    const found = await Promise.all(newestOfEach(await rows(tx)).map((one) => view(surroundings, tx, one)));
    await appendAudit(surroundings, tx, {
      actor,
      action: 'applicants.searched',
      object: `administration:${administration}`,
      administration,
      detail: { by, found: found.length },
    });
    return found;
  });
};

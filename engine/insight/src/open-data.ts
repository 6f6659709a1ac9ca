import { actingAs, findAdministration, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, locales } from '@irisflow/foundation';
import { communes } from '@irisflow/identifiers';
import { listCaseFacts, type CaseFact } from './case-facts.ts';
import { communeOf, elsewhere } from './commune-of.ts';
import { describedProcedures } from './described-procedures.ts';
import { counts, monthsOf, type Period } from './figures.ts';
import { communePathsOf, requirePeriod } from './get-numbers.ts';
import { SMALLEST, suppress } from './suppress.ts';
import type { UseCase } from './surroundings.ts';
import type { OpenNumbers } from './views/numbers.ts';

/** Counts by two keys, small ones left out. */
const cells = <R, C>(
  { rows, columns }: { readonly rows: readonly R[]; readonly columns: readonly C[] },
  facts: readonly CaseFact[],
  isOf: (fact: CaseFact, row: R, column: C) => boolean,
) => {
  const table = rows.map((row) => columns.map((column) => facts.filter((fact) => isOf(fact, row, column)).length));
  return suppress(table).flatMap((line, y) =>
    line.flatMap((count, x) => {
      const row = rows[y];
      const column = columns[x];
      return row === undefined || column === undefined ? [] : [{ row, column, count }];
    }),
  );
};

const outcomesIn = (facts: readonly CaseFact[]): readonly string[] =>
  [...new Set(facts.flatMap(({ outcome }) => outcome ?? []))].toSorted();

/** What an administration's cases add up to, for everybody: only whole months that are over, and no small counts. */
export const getOpenNumbers: UseCase<Period & { administration: string }, OpenNumbers> = async (
  surroundings,
  _actor,
  { administration: key, ...period },
) => {
  requirePeriod(period);
  const { database, clock } = surroundings;
  const administration = await findAdministration(database, key);
  if (administration === null)
    throw new CaseworkError('NOT_FOUND', `Expected an administration ${key}, but there is none`);
  const procedures = await describedProcedures(surroundings, key);
  const today = dayOf(clock.now());
  // Everybody may read what is counted here, nobody the cases: the platform counts them.
  const facts = await listCaseFacts(actingAs(surroundings, job('numbers')).database, {
    ...period,
    administration: key,
    today,
    communePaths: communePathsOf(procedures),
  });
  const keys = procedures.map((one) => one.key);
  const came = facts.filter((fact) => counts.inflow(fact, period));
  const ended = facts.filter((fact) => counts.ended(fact, period));
  const places = [...communes.map(({ nis }) => nis), null];
  return {
    administration: key,
    name: administration.name,
    ...period,
    smallest: SMALLEST,
    procedures: procedures.map(({ key: procedure, title }) => ({ key: procedure, title })),
    inflow: cells(
      { rows: keys, columns: monthsOf(period) },
      came,
      (fact, procedure, month) => fact.procedure_key === procedure && counts.inflow(fact, month),
    ).map(({ row, column, count }) => ({ procedure: row, month: column.month, count })),
    outcomes: cells(
      { rows: keys, columns: outcomesIn(ended) },
      ended,
      (fact, procedure, outcome) => fact.procedure_key === procedure && fact.outcome === outcome,
    ).map(({ row, column, count }) => ({ procedure: row, outcome: column, count })),
    communes: cells(
      { rows: places, columns: locales },
      came,
      (fact, nis, language) => communeOf(fact.commune).nis === nis && fact.language === language,
    ).map(({ row, column, count }) => ({
      nis: row,
      name:
        communes.find(({ nis }) => nis === row) === undefined
          ? elsewhere.name
          : communeOf(communes.find(({ nis }) => nis === row)?.fr ?? null).name,
      language: column,
      count,
    })),
  };
};

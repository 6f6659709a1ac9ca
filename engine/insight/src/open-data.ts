import { actingAs, findAdministration, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, locales, type Locale } from '@irisflow/foundation';
import { communes } from '@irisflow/identifiers';
import { listCaseFacts, type CaseFact } from './storage/case-facts.ts';
import { communeOf, elsewhere, placeOf } from './commune-of.ts';
import { describedProcedures } from './described-procedures.ts';
import { counts, monthsOf } from './figures.ts';
import { finishedQuarter } from './quarter.ts';
import { communePathsOf } from './get-numbers.ts';
import { cells } from './cells.ts';
import { SMALLEST } from './suppress.ts';
import type { UseCase } from './surroundings.ts';
import type { OpenNumbers } from './views/numbers.ts';

const outcomesIn = (facts: readonly CaseFact[]): readonly string[] =>
  [...new Set(facts.flatMap(({ outcome }) => outcome ?? []))].toSorted();

/**
 * What an administration's cases add up to in a quarter, for everybody: no small counts, and none that gives one away. Quarters
 * neither overlap nor grow, so that nobody finds one person by subtracting one period from another.
 */
export const getOpenNumbers: UseCase<{ administration: string; quarter: string }, OpenNumbers> = async (
  surroundings,
  _actor,
  { administration: key, quarter },
) => {
  const { database, clock } = surroundings;
  const today = dayOf(clock.now());
  const period = finishedQuarter(quarter, today);
  const administration = await findAdministration(database, key);
  if (administration === null)
    throw new CaseworkError('NOT_FOUND', `Expected an administration ${key}, but there is none`);
  const procedures = await describedProcedures(surroundings, key);
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
  const places = [...communes.map(({ nis }) => nis), elsewhere.nis];
  return {
    administration: key,
    name: administration.name,
    quarter,
    ...period,
    smallest: SMALLEST,
    procedures: procedures.map(({ key: procedure, title }) => ({ key: procedure, title })),
    inflow: cells({ rows: keys, columns: monthsOf(period).map(({ month }) => month) }, came, (fact) => [
      fact.procedure_key,
      fact.submitted_on.slice(0, 7),
    ]).map(({ row, column, count }) => ({ procedure: row, month: column, count })),
    outcomes: cells({ rows: keys, columns: outcomesIn(ended) }, ended, (fact) => [
      fact.procedure_key,
      fact.outcome ?? '',
    ]).map(({ row, column, count }) => ({ procedure: row, outcome: column, count })),
    communes: cells<string | null, Locale>({ rows: places, columns: locales }, came, (fact) => [
      communeOf(fact.commune).nis,
      fact.language,
    ]).map(({ row, column, count }) => ({ ...placeOf(row), language: column, count })),
  };
};

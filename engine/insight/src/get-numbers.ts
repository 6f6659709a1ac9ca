import { requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, inEveryLocale, locales, type LocalizedText } from '@irisflow/foundation';
import { listCaseFacts, type CaseFact } from './storage/case-facts.ts';
import { communeOf, elsewhere, type Place } from './commune-of.ts';
import { counts, figuresByMonth, figuresOf, netDays, openCases, type Period } from './figures.ts';
import { describedProcedures, type DescribedProcedure } from './described-procedures.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { CountedCase, Measure, Numbers } from './views/numbers.ts';

export interface NumbersWanted extends Period {
  /** Of all procedures when it is left out. */
  readonly procedureKey?: string;
}

/** Longer periods are for the archives: a page of 60 months is read by nobody. */
const MAX_MONTHS = 60;

const requirePeriod = ({ from, to }: Period): void => {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  if (from <= to && months <= MAX_MONTHS) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a period of at most ${MAX_MONTHS} months that begins before it ends, but found ${from} to ${to}`,
  );
};

export const communePathsOf = (procedures: readonly DescribedProcedure[]): ReadonlyMap<string, string> =>
  new Map(procedures.flatMap(({ key, communePath }) => (communePath === null ? [] : [[key, communePath] as const])));

/** Connectors send codes: one that the procedure does not know is told as it is, whatever it is. */
export const textOf = (code: string, { grounds = {} }: Partial<DescribedProcedure> = {}): LocalizedText =>
  (Object.hasOwn(grounds, code) ? grounds[code] : undefined) ?? inEveryLocale(() => code);

const groundsOf = (facts: readonly CaseFact[], procedures: readonly DescribedProcedure[]): Numbers['grounds'] => {
  const found = new Map<string, Numbers['grounds'][number]>();
  for (const { procedure_key: procedureKey, grounds } of facts)
    for (const code of grounds) {
      const id = `${procedureKey} ${code}`;
      const procedure = procedures.find(({ key }) => key === procedureKey);
      const { count = 0 } = found.get(id) ?? {};
      found.set(id, { procedureKey, code, text: textOf(code, procedure), count: count + 1 });
    }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
};

const communesOf = (facts: readonly CaseFact[]): Numbers['communes'] => {
  const found = new Map<string | null, Place & { count: number }>();
  for (const { commune } of facts) {
    const place = communeOf(commune);
    found.set(place.nis, { ...place, count: (found.get(place.nis)?.count ?? 0) + 1 });
  }
  return [...found.values()].toSorted(
    (a, b) => Number(a.nis === elsewhere.nis) - Number(b.nis === elsewhere.nis) || b.count - a.count,
  );
};

interface Gathered {
  readonly facts: readonly CaseFact[];
  readonly procedures: readonly DescribedProcedure[];
  readonly today: string;
}

const gather = async (surroundings: Surroundings, administration: string, wanted: NumbersWanted): Promise<Gathered> => {
  requirePeriod(wanted);
  const { database, clock } = surroundings;
  const today = dayOf(clock.now());
  const procedures = await describedProcedures(surroundings, administration);
  const facts = await listCaseFacts(database, {
    ...wanted,
    administration,
    today,
    communePaths: communePathsOf(procedures),
  });
  return { facts, procedures, today };
};

/** What the cases of the clerk's administration add up to. */
export const getNumbers: UseCase<NumbersWanted, Numbers> = async (surroundings, actor, wanted) => {
  const { administration } = requireClerk(actor);
  const { facts, procedures, today } = await gather(surroundings, administration, wanted);
  const came = facts.filter((fact) => counts.inflow(fact, wanted));
  const refused = facts.filter((fact) => fact.outcome === 'refused' && counts.ended(fact, wanted));
  return {
    from: wanted.from,
    to: wanted.to,
    procedures: procedures.map(({ key, title }) => ({ key, title })),
    months: figuresByMonth(facts, wanted),
    total: figuresOf(facts, wanted),
    grounds: groundsOf(refused, procedures),
    communes: communesOf(came),
    languages: locales
      .map((language) => ({ language, count: came.filter((fact) => fact.language === language).length }))
      .filter(({ count }) => count > 0),
    ...openCases(facts, today),
  };
};

export interface BehindWanted extends NumbersWanted {
  readonly measure: Measure;
}

/** Enough to look at; more is for the list of cases and its filters. */
const MAX_BEHIND = 500;

/** The cases behind a number, so that nobody has to believe it. */
export const listCountedCases: UseCase<BehindWanted, CountedCase[]> = async (surroundings, actor, wanted) => {
  const { administration } = requireClerk(actor);
  const { facts } = await gather(surroundings, administration, wanted);
  return facts
    .filter((fact) => counts[wanted.measure](fact, wanted))
    .slice(0, MAX_BEHIND)
    .map((fact) => ({
      id: fact.id,
      reference: fact.reference,
      procedureKey: fact.procedure_key,
      submittedOn: fact.submitted_on,
      endedOn: fact.ended_on,
      days: netDays(fact),
    }));
};

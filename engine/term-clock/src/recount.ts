import { createHash } from 'node:crypto';
import type { Queryable } from '@irisflow/database';
import { type Calendar, recountTerm } from '@irisflow/calendar';
import { findLatestVersion } from '@irisflow/procedures';
import { calendarOf, factsOfTerm, type CaseTerm, type TermFacts } from '@irisflow/terms';
import { listOpenTermsOfCases, type OpenTerm } from './storage/open-terms.ts';
import type { Surroundings } from './surroundings.ts';
import type { RecountRules } from './views.ts';

/** Which open terms are counted anew, and by which rules. */
export interface RecountScope {
  readonly rules: RecountRules;
  /** One procedure alone; every one of the administration where it is left out. */
  readonly procedureKey?: string;
}

/** A term as it is and as it would be. */
export interface Recounted {
  readonly before: OpenTerm;
  readonly after: CaseTerm;
}

const PAGE = 500;

type FactsOf = (db: Queryable, term: OpenTerm) => Promise<TermFacts>;

const ownFacts: FactsOf = async (_db, term) => term;

/** As the latest version of its procedure describes a term; one that it describes no more keeps its own rule. */
const latestFacts = ({ library }: Surroundings): FactsOf => {
  const byProcedure = new Map<string, ReadonlyMap<string, TermFacts>>();
  const read = async (db: Queryable, procedureKey: string): Promise<ReadonlyMap<string, TermFacts>> => {
    const latest = await findLatestVersion(db, procedureKey);
    if (latest === undefined) return new Map();
    const { description } = await library.version(db, procedureKey, latest.version);
    return new Map(description.terms.map((described) => [described.key, factsOfTerm(described)]));
  };
  return async (db, term) => {
    const known = byProcedure.get(term.procedureKey) ?? (await read(db, term.procedureKey));
    byProcedure.set(term.procedureKey, known);
    return known.get(term.key) ?? term;
  };
};

export type CountAgain = (db: Queryable, term: OpenTerm) => Promise<CaseTerm>;

/** Counts terms of an administration anew with the calendar and the rules of now. */
export const countAgainBy = async (
  surroundings: Surroundings,
  db: Queryable,
  { administration, rules }: RecountScope & { administration: string },
): Promise<CountAgain> => {
  const calendars: Readonly<Record<CaseTerm['calendar'], Calendar>> = {
    legal: await calendarOf(db, { administration, calendar: 'legal' }),
    administration: await calendarOf(db, { administration, calendar: 'administration' }),
  };
  const factsOf = rules === 'own' ? ownFacts : latestFacts(surroundings);
  return async (among, term) => {
    const { rule, label, legalRef, calendar, effect } = await factsOf(among, term);
    const counted = recountTerm(calendars[calendar], term, rule);
    return { ...term, label, legalRef, calendar, effect, ...counted };
  };
};

const days = ({ dueOn, lastDay, warnOn, daysLeft, effect, calendar }: CaseTerm): string =>
  [dueOn, lastDay, warnOn, daysLeft, effect, calendar].join(' ');

export const isChanged = ({ before, after }: Recounted): boolean => days(before) !== days(after);

/** Every open term that would change. */
export const findChanges = async (
  surroundings: Surroundings,
  db: Queryable,
  scope: RecountScope & { administration: string },
): Promise<{ counted: number; changes: Recounted[] }> => {
  const recount = await countAgainBy(surroundings, db, scope);
  const changes: Recounted[] = [];
  let counted = 0;
  for (let after = ''; ;) {
    const { terms, next } = await listOpenTermsOfCases(db, { ...scope, after, limit: PAGE });
    for (const before of terms) {
      const change: Recounted = { before, after: await recount(db, before) };
      if (isChanged(change)) changes.push(change);
    }
    counted += terms.length;
    if (next === null) return { counted, changes };
    after = next;
  }
};

/** Stands for exactly these changes. */
export const fingerprintOf = (changes: readonly Recounted[]): string => {
  const hash = createHash('sha256');
  for (const { before, after } of changes) hash.update(`${before.id} ${days(before)} ${days(after)}\n`);
  return hash.digest('hex');
};

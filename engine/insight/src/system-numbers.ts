import { actingFor, isInReach, noteSystemRead, requireOffice } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { cells } from './cells.ts';
import { describedProcedures } from './described-procedures.ts';
import { counts, figuresOf, monthsOf, netDays, percentile, type Period } from './figures.ts';
import { communePathsOf, textOf } from './get-numbers.ts';
import { finishedQuarter } from './quarter.ts';
import { listCaseFacts, type CaseFact } from './storage/case-facts.ts';
import { SMALLEST, suppress } from './suppress.ts';
import type { UseCase } from './surroundings.ts';
import type { SystemFigures, SystemNumbers } from './views/numbers.ts';

/** Counts that add up to a whole, small ones left out; none where the whole itself is not told. */
const partsOf = (whole: number | null, parts: readonly number[]): readonly (number | null)[] =>
  whole === null ? parts.map(() => null) : (suppress([parts])[0] ?? []);

interface Whole {
  readonly procedureKey: string;
  readonly month: string;
  readonly inflow: number | null;
  readonly ended: number | null;
}

/** What a month adds up to, as far as its wholes are told. */
const figuresFor = (facts: readonly CaseFact[], days: Period, { inflow, ended, ...of }: Whole): SystemFigures => {
  const own = facts.filter(({ procedure_key: key }) => key === of.procedureKey);
  const told = figuresOf(own, days);
  const [complete = null] = partsOf(inflow, [told.complete, told.inflow - told.complete]);
  const [withinTerm = null, late = null] = partsOf(ended, [
    told.withinTerm,
    told.late,
    told.ended - told.withinTerm - told.late,
  ]);
  return { ...of, inflow, ended, withinTerm, late, complete };
};

/** By procedure and month: what came in, or what ended. */
const byMonth = (
  facts: readonly CaseFact[],
  { keys, quarter, measure }: { keys: readonly string[]; quarter: Period; measure: 'inflow' | 'ended' },
): ReadonlyMap<string, number | null> => {
  const day = (fact: CaseFact): string => (measure === 'inflow' ? fact.submitted_on : (fact.ended_on ?? ''));
  const counted = facts.filter((fact) => counts[measure](fact, quarter));
  const months = monthsOf(quarter).map(({ month }) => month);
  const table = cells({ rows: keys, columns: months }, counted, (fact) => [fact.procedure_key, day(fact).slice(0, 7)]);
  return new Map(table.map(({ row, column, count }) => [`${row} ${column}`, count]));
};

/** How long decisions took; of fewer than the smallest count it would be the time of somebody. */
const timesOf = (facts: readonly CaseFact[], procedureKey: string, quarter: Period): SystemNumbers['times'][number] => {
  const days = facts
    .filter((fact) => fact.procedure_key === procedureKey && fact.outcome !== null && counts.ended(fact, quarter))
    .flatMap((fact) => netDays(fact) ?? []);
  const isTold = days.length >= SMALLEST;
  return {
    procedureKey,
    medianDays: isTold ? percentile(days, 0.5) : null,
    p90Days: isTold ? percentile(days, 0.9) : null,
  };
};

export interface SystemNumbersWanted {
  /** `2026-Q3`, one that is over. */
  readonly quarter: string;
}

/**
 * What cases add up to for another system of the administration, by quarters that are over, without counts of few people. What is
 * left out is decided over all procedures, so that two tokens for different ones leave out the same.
 */
export const getSystemNumbers: UseCase<SystemNumbersWanted, SystemNumbers> = async (surroundings, actor, wanted) => {
  const office = requireOffice(actor, 'numbers.read');
  const { administration } = office;
  const today = dayOf(surroundings.clock.now());
  const quarter = finishedQuarter(wanted.quarter, today);
  const procedures = await describedProcedures(surroundings, administration);
  const facts = await listCaseFacts(actingFor(surroundings, actor, 'numbers').database, {
    ...quarter,
    administration,
    today,
    communePaths: communePathsOf(procedures),
  });
  await noteSystemRead(surroundings, actor, { object: 'numbers', detail: { ...wanted } });
  const keys = procedures.map(({ key }) => key);
  const inflow = byMonth(facts, { keys, quarter, measure: 'inflow' });
  const ended = byMonth(facts, { keys, quarter, measure: 'ended' });
  const reached = procedures.filter(({ key }) => isInReach(office, key));
  const refused = facts.filter((fact) => fact.outcome === 'refused' && counts.ended(fact, quarter));
  return {
    quarter: wanted.quarter,
    ...quarter,
    smallest: SMALLEST,
    procedures: reached.map(({ key, title }) => ({ key, title })),
    months: reached.flatMap(({ key: procedureKey }) =>
      monthsOf(quarter).map(({ month, ...days }) => {
        const at = `${procedureKey} ${month}`;
        const whole = { procedureKey, month, inflow: inflow.get(at) ?? null, ended: ended.get(at) ?? null };
        return figuresFor(facts, days, whole);
      }),
    ),
    times: reached.map(({ key }) => timesOf(facts, key, quarter)),
    grounds: reached.flatMap((procedure) => groundsOf(refused, procedure)),
  };
};

type Described = Awaited<ReturnType<typeof describedProcedures>>[number];

/** Why cases were refused: a refusal has several grounds, so that no total gives one of them away. */
const groundsOf = (refused: readonly CaseFact[], procedure: Described): SystemNumbers['grounds'] => {
  const own = refused.filter(({ procedure_key: key }) => key === procedure.key);
  const codes = [...new Set(own.flatMap(({ grounds }) => grounds))].toSorted();
  return codes.map((code) => {
    const count = own.filter(({ grounds }) => grounds.includes(code)).length;
    return { procedureKey: procedure.key, code, text: textOf(code, procedure), count: count < SMALLEST ? null : count };
  });
};

import type { CaseOutcome, Parting } from '@irisflow/scenarios';
import type { CaseResult } from '../views/case-result.ts';
import type { Ending, Fate, RehearsedGroup } from '../views/rehearsal.ts';
import type { Disclosure } from './disclosure.ts';

/** A case that was compared; without a reference where whoever reads is told of none. */
export interface ComparedCase {
  readonly id: string;
  readonly reference: string;
  readonly result: CaseResult;
}

const endingOf = ({ status, decision, ends }: CaseOutcome): Ending => ({ status, decision, ends: [...ends] });

const amountBetween = (before: CaseOutcome, after: CaseOutcome): Fate['amount'] => {
  if (before.amount === null || after.amount === null) return null;
  if (before.amount === after.amount) return 'same';
  return after.amount > before.amount ? 'more' : 'less';
};

const fateOf = ({ before, after }: CaseResult): Fate => {
  if (after.kind === 'ended')
    return {
      kind: 'ended',
      ending: endingOf(after.outcome),
      amount: amountBetween(before, after.outcome),
      elementId: null,
    };
  return { kind: after.kind, ending: null, amount: null, elementId: 'elementId' in after ? after.elementId : null };
};

const isSameEnd = (before: Ending, { ending, amount }: Fate): boolean =>
  JSON.stringify(before) === JSON.stringify(ending) && amount !== 'more' && amount !== 'less';

const collect = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return [...found.values()].toSorted((a, b) => b.length - a.length);
};

/** Reasons of few are not told: which gateway it was would tell of somebody. */
const partingsOf = (cases: readonly ComparedCase[], { count }: Disclosure): RehearsedGroup['partings'] =>
  collect(
    cases.flatMap(({ result }) => result.parting ?? []),
    (parting) => JSON.stringify(parting),
  ).flatMap((alike) => {
    const [parting] = alike;
    const told = count(alike.length);
    return parting === undefined || told === null ? [] : [{ ...partOf(parting), count: told }];
  });

const partOf = (parting: Parting) =>
  parting.kind === 'step'
    ? {
        kind: parting.kind,
        elementId: parting.elementId,
        before: parting.before === null ? [] : [parting.before],
        after: parting.after === null ? [] : [parting.after],
      }
    : { ...parting, before: [...parting.before], after: [...parting.after] };

export interface Grouped {
  readonly groups: RehearsedGroup[];
  /** How many are in groups that are not told; null of few. */
  readonly others: number | null;
}

/** Cases that ended alike and would end alike, the largest group first; small ones together, where not even how they end is told. */
export const groupCases = (cases: readonly ComparedCase[], disclosure: Disclosure): Grouped => {
  const alike = collect(cases, ({ result }) => JSON.stringify([endingOf(result.before), fateOf(result)]));
  const groups = alike.flatMap((members): RehearsedGroup[] => {
    const [first] = members;
    const count = disclosure.count(members.length);
    if (first === undefined || count === null) return [];
    const [before, after] = [endingOf(first.result.before), fateOf(first.result)];
    return [
      {
        before,
        after,
        isSame: isSameEnd(before, after),
        count,
        partings: partingsOf(members, disclosure),
        cases: disclosure.isExact ? members.map(({ id, reference }) => ({ id, reference })) : [],
      },
    ];
  });
  const small = alike.filter(({ length }) => disclosure.count(length) === null);
  return { groups, others: disclosure.count(small.reduce((sum, { length }) => sum + length, 0)) };
};

import { dayOf } from '@irisflow/calendar';
import { isSame } from '../same-value.ts';
import type { ChangedField, OpenChange } from '../views/change.ts';
import type { Fact } from '../collect-facts.ts';
import type { Statement } from '../views/fact.ts';

/** So many months ahead somebody may let a change count. */
const MONTHS_AHEAD = 12;

const ordinalOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthOf = (ordinal: number): string =>
  `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${String((ordinal % 12) + 1).padStart(2, '0')}`;

export interface Since {
  /** The day on which the case came in, in Brussels. */
  readonly submittedOn: string;
  /** By source, up to which moment what it said is settled. */
  readonly settled: ReadonlyMap<string, string>;
}

/** From the month in which the case came in; the one after the source said it stands first. */
const monthsFor = (upTo: string, { submittedOn }: Since): string[] => {
  const usual = ordinalOf(dayOf(Date.parse(upTo))) + 1;
  const first = Math.min(ordinalOf(submittedOn), usual);
  const all = Array.from({ length: usual + MONTHS_AHEAD - first + 1 }, (_, index) => first + index);
  return [usual, ...all.filter((one) => one !== usual)].map(monthOf);
};

/** What the source said when it was settled last, or at first; where it says that again, what it said in between. */
const saidBefore = ({ toLastQuestion }: Fact, settledAt: string | undefined): Statement | undefined => {
  const [newest, ...earlier] = toLastQuestion;
  const settled = settledAt === undefined ? earlier.at(-1) : earlier.find(({ at }) => at <= settledAt);
  if (newest === undefined || settled === undefined) return undefined;
  // It said so when it was settled: nothing came since.
  if (settledAt !== undefined && newest.at <= settledAt) return undefined;
  return isSame(newest.value, settled.value) ? earlier[0] : settled;
};

/** A field of which the source says something else than before. */
const changedField = (fact: Fact, settledAt: string | undefined): (ChangedField & { at: string }) | null => {
  const [newest] = fact.toLastQuestion;
  const before = saidBefore(fact, settledAt);
  if (newest === undefined || before === undefined || isSame(newest.value, before.value)) return null;
  const { field, label, pointer, format } = fact.view;
  return { field, label, pointer, format, before: before.value, after: newest.value, at: newest.at };
};

/** By source, what it says otherwise than before and nobody settled. */
export const openChangesOf = (facts: readonly Fact[], since: Since): OpenChange[] => {
  const sources = [...new Set(facts.map(({ view }) => view.sourceKey))];
  return sources.flatMap((sourceKey): OpenChange[] => {
    const changed = facts
      .filter(({ view }) => view.sourceKey === sourceKey)
      .flatMap((fact) => changedField(fact, since.settled.get(sourceKey)) ?? []);
    const upTo = changed
      .map(({ at }) => at)
      .toSorted()
      .at(-1);
    if (upTo === undefined) return [];
    const fields = changed.map(({ at: _at, ...field }): ChangedField => field);
    return [{ sourceKey, upTo, months: monthsFor(upTo, since), fields }];
  });
};

import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import type { RightSourceRow } from '@irisflow/procedures';
import { kindOf } from '@irisflow/rights';
import { type AskedRight, listAskedRights, listPartiesOf, nextDayOf } from '../storage/asked-rights.ts';
import type { Surroundings } from '../surroundings.ts';
import type { RightAnswer, UnknownBecause } from '../views/right-source.ts';

export interface Wanted {
  readonly source: RightSourceRow;
  readonly subjectIndex: string;
  /** As on which day; today where it is null. */
  readonly onDay: string | null;
  /** Of which right, where somebody may hold several. */
  readonly number: string | null;
  /** What may be told. */
  readonly fields: readonly string[];
  readonly today: string;
}

export interface Told {
  readonly answer: RightAnswer;
  readonly because: UnknownBecause | null;
  readonly right: Pick<AskedRight, 'id' | 'case_id' | 'number'> | null;
  readonly values: Readonly<Record<string, unknown>>;
  /** What values of these are called. */
  readonly words: Readonly<Record<string, LocalizedText>>;
  /** The next day on which it may be otherwise by what is known now. */
  readonly nextDay: string | null;
}

const nothing = { right: null, values: {}, words: {}, nextDay: null } as const;
const none: Told = { ...nothing, answer: 'none', because: null };
const unknown = (because: UnknownBecause): Told => ({ ...nothing, answer: 'unknown', because });

/** Whether a right is there for whoever asks, on the day for which it was read. */
const isTold = ({ states }: RightSourceRow, right: AskedRight, day: string): boolean =>
  (states?.includes(right.state) ?? right.effect !== 'ended') &&
  right.valid_from <= day &&
  (right.valid_to === null || right.valid_to >= day);

const valuesOf = (right: AskedRight, fields: readonly string[]): Record<string, unknown> => {
  const { number, state, effect, valid_from: validFrom, valid_to: validTo, data } = right;
  const all: Readonly<Record<string, unknown>> = { ...data, number, state, effect, validFrom, validTo };
  return Object.fromEntries(fields.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
};

/** What the kind calls its state and the values that it enumerates. */
const wordsOf = async (
  surroundings: Pick<Surroundings, 'library'>,
  db: Queryable,
  { right, values }: { readonly right: AskedRight; readonly values: Readonly<Record<string, unknown>> },
): Promise<Record<string, LocalizedText>> => {
  const { states, data } = await kindOf(surroundings, db, right);
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (name === 'state') return states.filter(({ key }) => key === value).map(({ label }) => [name, label]);
      const field = data.properties[name];
      const word = field !== undefined && 'words' in field ? field.words?.[String(value)] : undefined;
      return word === undefined ? [] : [[name, word]];
    }),
  );
};

/**
 * What a source says of a number on a day: the one right that fits, that there is none, or that it cannot say. Of several it
 * tells nothing, for whoever asks would take one of them for the one that they mean.
 */
export const tellRight = async (surroundings: Surroundings, tx: Queryable, wanted: Wanted): Promise<Told> => {
  const { source, today, number, fields } = wanted;
  const day = wanted.onDay ?? today;
  if (day > today) return unknown('laterDay');
  const owners = await listPartiesOf(tx, wanted.subjectIndex);
  if (owners.length > 0 && owners.every(({ state }) => state === 'canceled')) return unknown('canceledNumber');
  const parties = owners.filter(({ state }) => state !== 'canceled').map(({ party_id: party }) => party);
  if (parties.length === 0) return none;
  const held = { procedureKey: source.procedure_key, kind: source.kind, parties };
  const nextDay = await nextDayOf(tx, held, today);
  const [right, ...others] = (await listAskedRights(tx, held, day)).filter(
    (one) => isTold(source, one, day) && (number === null || one.number === number),
  );
  if (others.length > 0) return { ...unknown('several'), nextDay };
  if (right === undefined) return { ...none, nextDay };
  const values = valuesOf(right, fields);
  const words = await wordsOf(surroundings, tx, { right, values });
  return { answer: 'found', because: null, right, values, words, nextDay };
};

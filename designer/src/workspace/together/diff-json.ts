import { isRecord, isSame, keyedAlike, parseJson, propertiesOf, type Keyed, type Place } from './merge-json.ts';

/** One place of a file that says something else. */
export interface PlaceChange {
  readonly place: Place;
  /** Undefined where there was nothing. */
  readonly before: unknown;
  /** Undefined where nothing is left. */
  readonly after: unknown;
}

const membersOf = (before: unknown, after: unknown): readonly Keyed[] | null => {
  if (isRecord(before) && isRecord(after)) return [propertiesOf(before), propertiesOf(after)];
  return Array.isArray(before) && Array.isArray(after) ? keyedAlike([before, after]) : null;
};

const collect = (before: unknown, after: unknown, place: Place): PlaceChange[] => {
  if (isSame(before, after)) return [];
  const [was, is] = membersOf(before, after) ?? [];
  if (was === undefined || is === undefined) return [{ place, before, after }];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const inside = keys.flatMap((key) => collect(was.get(key), is.get(key), [...place, key]));
  // Where every item is the same, their order is not.
  return inside.length > 0 ? inside : [{ place, before, after }];
};

/** The places at which two texts of JSON differ, as narrow as they can be named; null where one of them is no JSON. */
export const diffJson = (before: string, after: string): PlaceChange[] | null => {
  const [was, is] = [parseJson(before), parseJson(after)];
  return was === undefined || is === undefined ? null : collect(was, is, []);
};

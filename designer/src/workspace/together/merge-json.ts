/** One place of a file where two people wrote different things. */
export interface Collision {
  /** The keys and places that lead there. */
  readonly place: readonly (string | number)[];
  /** Undefined where there was nothing, or where somebody took it away. */
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface MergedJson {
  /** With what only one of the two changed, and theirs wherever they collide. */
  readonly value: unknown;
  readonly collisions: readonly Collision[];
}

type Record_ = Readonly<Record<string, unknown>>;
export type Keyed = ReadonlyMap<string, unknown>;
export type Place = readonly (string | number)[];

export const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By meaning: the order of members says nothing. */
export const isSame = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, at) => isSame(item, right[at]));
  if (!isRecord(left) || !isRecord(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
};

/** Members by which the items of a list are told apart, the surest first. */
const names = ['id', 'key', 'code', 'scope'] as const;

/** The items of a list by their name, or null where they have none that is theirs alone. */
const keyed = (list: readonly unknown[], name: string): Keyed | null => {
  const items = new Map<string, unknown>();
  for (const item of list) {
    const key = isRecord(item) ? item[name] : undefined;
    if (typeof key !== 'string' || items.has(key)) return null;
    items.set(key, item);
  }
  return items;
};

/** Lists whose items have names, as those; null where one has items without. */
export const keyedAlike = (lists: readonly (readonly unknown[])[]): readonly Keyed[] | null => {
  for (const name of names) {
    const all = lists.map((list) => keyed(list, name));
    if (all.every((one) => one !== null)) return all;
  }
  return null;
};

export const propertiesOf = (value: Record_): Keyed => new Map(Object.entries(value));

/** Their order, with what only I added behind what it followed with me. */
const orderOf = (mine: Keyed, theirs: Keyed): string[] => {
  const first: string[] = [];
  const behind = new Map<string, string[]>();
  let added = first;
  for (const key of mine.keys())
    if (theirs.has(key)) {
      added = [];
      behind.set(key, added);
    } else added.push(key);
  return [...first, ...[...theirs.keys()].flatMap((key) => [key, ...(behind.get(key) ?? [])])];
};

interface Merging {
  readonly collisions: Collision[];
  /** What was chosen at the places that collide; theirs where nothing was. */
  readonly choose: (place: Place) => 'mine' | 'theirs';
}

export type Three<T> = readonly [base: T, mine: T, theirs: T];

const mergeMembers = (merging: Merging, [base, mine, theirs]: Three<Keyed>, place: Place): Map<string, unknown> => {
  const merged = new Map<string, unknown>();
  for (const key of orderOf(mine, theirs)) {
    const value = mergeAt(merging, [base.get(key), mine.get(key), theirs.get(key)], [...place, key]);
    if (value !== undefined) merged.set(key, value);
  }
  return merged;
};

/** Lists whose items have names, in an order that only one of the two changed. */
const mergeLists = (
  merging: Merging,
  lists: Three<readonly unknown[]>,
  place: Place,
): readonly unknown[] | undefined => {
  const all = keyedAlike(lists);
  if (all === null) return undefined;
  const [base, mine, theirs] = all as unknown as Three<Keyed>;
  const common = (from: Keyed): string =>
    JSON.stringify([...from.keys()].filter((key) => base.has(key) && mine.has(key) && theirs.has(key)));
  const isMoved = [common(mine) !== common(base), common(theirs) !== common(base)];
  if (isMoved[0] && isMoved[1] && common(mine) !== common(theirs)) return undefined;
  // Whoever moved items gives the order; the other's new ones come where they stood.
  const merged = mergeMembers(merging, [base, mine, theirs], place);
  const order = isMoved[0] ? orderOf(theirs, mine) : [...merged.keys()];
  return order.flatMap((key) => (merged.has(key) ? [merged.get(key)] : []));
};

const mergeAt = (merging: Merging, [base, mine, theirs]: Three<unknown>, place: Place): unknown => {
  if (isSame(mine, theirs) || isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  if (isRecord(mine) && isRecord(theirs)) {
    const was = isRecord(base) ? base : {};
    return Object.fromEntries(
      mergeMembers(merging, [propertiesOf(was), propertiesOf(mine), propertiesOf(theirs)], place),
    );
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && Array.isArray(base)) {
    const list = mergeLists(merging, [base, mine, theirs], place);
    if (list !== undefined) return list;
  }
  merging.collisions.push({ place, base, mine, theirs });
  return merging.choose(place) === 'mine' ? mine : theirs;
};

/** How a place is named among the choices. */
export const placeKey = (place: Place): string => JSON.stringify(place);

/** What two people made of one value since the one that both began with. */
export const mergeValues = (
  values: Three<unknown>,
  choices: ReadonlyMap<string, 'mine' | 'theirs'> = new Map(),
): MergedJson => {
  const collisions: Collision[] = [];
  const choose = (place: Place) => choices.get(placeKey(place)) ?? 'theirs';
  return { value: mergeAt({ collisions, choose }, values, []), collisions };
};

/** Deeper than anybody describes something: what goes on below is chosen whole, and overflows nothing. */
const DEEPEST = 200;

const isTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
};

/** Undefined for what is no JSON, or too deep. */
export const parseJson = (text: string): unknown => {
  try {
    const value = JSON.parse(text) as unknown;
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
};

/**
 * What two people made of one file of JSON since the text that both began with: what only one of them changed is taken,
 * and what both changed differently is asked. Null where one of the texts is no JSON, or too deep.
 */
export const mergeJson = (
  [base, mine, theirs]: Three<string>,
  choices: ReadonlyMap<string, 'mine' | 'theirs'> = new Map(),
): MergedJson | null => {
  const values = [parseJson(base), parseJson(mine), parseJson(theirs)] as const;
  return values.includes(undefined) ? null : mergeValues(values, choices);
};

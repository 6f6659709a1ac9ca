/** What a right says on a day; days are `YYYY-MM-DD`. */
export interface Facts {
  readonly state: string;
  readonly validTo: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** How a right is from a day on, as it was known from an instant on. */
export interface Version extends Facts {
  /** In the order in which versions were recorded, from 1 on. */
  readonly sequence: number;
  readonly effectiveOn: string;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
  /** What was said for this day itself: `state`, `validTo` or `data/<name>`. What else is here reached it from earlier days. */
  readonly said: readonly string[];
}

/** What is said of a right from a day on; what is left out stays as it is. A value of null takes one out of the data. */
export interface Change {
  readonly effectiveOn: string;
  readonly state?: string;
  readonly validTo?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A version that a change adds, before it has a place in the row. */
export type Addition = Facts & Pick<Version, 'effectiveOn' | 'said'>;

const isLater = (one: Pick<Version, 'effectiveOn' | 'sequence'>, other: typeof one): boolean =>
  one.effectiveOn === other.effectiveOn ? one.sequence > other.sequence : one.effectiveOn > other.effectiveOn;

export interface Look {
  readonly on: string;
  /** Epoch milliseconds; now where it is left out. */
  readonly knownAt?: number;
}

/**
 * How a right was on a day, as we knew it at an instant: of what was recorded by then the version of the last day that had
 * begun, and of several of one day the one recorded last. Undefined before its first day.
 * @example asOf(versions, { on: '2026-03-01' })
 */
export const asOf = <V extends Pick<Version, 'effectiveOn' | 'sequence' | 'recordedAt'>>(
  versions: readonly V[],
  { on, knownAt = Number.POSITIVE_INFINITY }: Look,
): V | undefined => {
  const known = versions.filter(({ effectiveOn, recordedAt }) => effectiveOn <= on && recordedAt <= knownAt);
  const [first, ...others] = known;
  if (first === undefined) return undefined;
  return others.reduce((found, one) => (isLater(one, found) ? one : found), first);
};

const saidIn = ({ state, validTo, data = {} }: Change): string[] => [
  ...(state === undefined ? [] : ['state']),
  ...(validTo === undefined ? [] : ['validTo']),
  ...Object.keys(data).map((name) => `data/${name}`),
];

const without = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined));

/** The facts with what of a change reaches them. */
const changed = (facts: Facts, change: Change, reach: ReadonlySet<string>): Facts => ({
  state: change.state !== undefined && reach.has('state') ? change.state : facts.state,
  validTo: change.validTo !== undefined && reach.has('validTo') ? change.validTo : facts.validTo,
  data: without({
    ...facts.data,
    ...Object.fromEntries(Object.entries(change.data ?? {}).filter(([name]) => reach.has(`data/${name}`))),
  }),
});

/** The days after one on which something else begins, as they are known now. */
const laterThan = (versions: readonly Version[], day: string): Version[] => {
  const days = [...new Set(versions.map(({ effectiveOn }) => effectiveOn))].filter((one) => one > day).toSorted();
  return days.flatMap((on) => asOf(versions, { on }) ?? []);
};

/**
 * The versions that a change adds: its own, and one for each later day that it reaches. What a change says counts from its day
 * until the next day for which something else was said of the same, so that a correction of March stays in May, and what was
 * decided for May stays too. Undefined where the right had not begun.
 */
export const additionsOf = (versions: readonly Version[], change: Change): readonly Addition[] | undefined => {
  const { effectiveOn } = change;
  const base = asOf(versions, { on: effectiveOn });
  if (base === undefined) return undefined;
  const reach = new Set(saidIn(change));
  const before = base.effectiveOn === effectiveOn ? base.said : [];
  const additions: Addition[] = [
    { ...changed(base, change, reach), effectiveOn, said: [...new Set([...before, ...reach])] },
  ];
  for (const later of laterThan(versions, effectiveOn)) {
    for (const said of later.said) reach.delete(said);
    if (reach.size === 0) break;
    additions.push({ ...changed(later, change, reach), effectiveOn: later.effectiveOn, said: later.said });
  }
  return additions;
};

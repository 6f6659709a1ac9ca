import { roots, type Mention, type Mentions, type Reading } from './mention.ts';
import { isStartVariable } from '../start-names.ts';

/** How many ways one reading may be understood before nobody could follow it. */
const MAX_WAYS = 60;

const key = (path: readonly string[]): string => path.join('\n');

interface Way {
  readonly to: readonly string[];
  /** The last name of what it stands for is spelled where this one is. */
  readonly isSpelled: boolean;
}

/** Everything that a reading may mean: as it is said, and as each alias on the way says it. */
export type Meanings = (reading: Reading) => readonly Reading[];

const waysOf = ({ aliases, twins }: Mentions): ReadonlyMap<string, readonly Way[]> => {
  const ways = new Map<string, Way[]>();
  const add = (from: readonly string[], way: Way): void => {
    ways.set(key(from), [...(ways.get(key(from)) ?? []), way]);
  };
  for (const { from, to } of aliases) if (key(from) !== key(to)) add(from, { to, isSpelled: false });
  for (const [name, fields] of twins) for (const to of fields) add([name], { to, isSpelled: true });
  return ways;
};

const takenOn = ({ path, spans }: Reading, count: number, { to, isSpelled }: Way): Reading => ({
  path: [...to, ...path.slice(count)],
  spans: [
    ...to.map((_, at) => (isSpelled && at === to.length - 1 ? (spans[count - 1] ?? null) : null)),
    ...spans.slice(count),
  ],
});

export const meaningsIn = (found: Mentions): Meanings => {
  const ways = waysOf(found);
  const onward = (one: Reading): readonly Reading[] =>
    one.path
      .flatMap((_, at) => (ways.get(key(one.path.slice(0, at + 1))) ?? []).map((way) => takenOn(one, at + 1, way)))
      .filter(({ path }) => path.length < 20);
  return (reading) => {
    const known = new Map([[key(reading.path), reading]]);
    for (const one of known.values()) {
      if (known.size > MAX_WAYS) break;
      for (const next of onward(one)) if (!known.has(key(next.path))) known.set(key(next.path), next);
    }
    return [...known.values()];
  };
};

/** Which of the two readings inside of a filter is meant: what the item has, else what is around it. */
export const settledIn = ({ mentions, twins }: Mentions, meanings: Meanings): ((mention: Mention) => Reading) => {
  const given = new Set(
    mentions.filter(({ act }) => act === 'gives').flatMap((one) => meanings(one).map(({ path }) => key(path))),
  );
  const isKnown = (path: readonly string[]): boolean =>
    meanings({ path, spans: [] }).some((one) => given.has(key(one.path)));
  const isVariable = (path: readonly string[]): boolean => {
    const [root = ''] = path;
    return root.startsWith('$') || isStartVariable(root) || given.has(root) || twins.has(root);
  };
  return (mention) => {
    const { outer, path } = mention;
    if (outer === undefined) return mention;
    const own = path.slice(0, path.length - outer.path.length + 1);
    return isKnown(own) || !isVariable(outer.path) ? mention : outer;
  };
};

/** A thing, and with it the fields that give a variable under one name: they are called alike or they are not the same. */
export const togetherWith = ({ twins }: Mentions, target: readonly string[]): readonly (readonly string[])[] => {
  const name = target.at(-1) ?? '';
  const fields = twins.get(name) ?? [];
  const isTwin = target.length === 1 || (target[0] === roots.form && fields.some((one) => key(one) === key(target)));
  return isTwin ? [[name], ...fields] : [target];
};

import { putAt } from './start-names.ts';
import { mergeTypes, unknownType, type ValueType, type Words } from './value-type.ts';

/** Who gives a name its value. */
export interface Origin {
  readonly kind: 'case' | 'form' | 'decision' | 'step' | 'block' | 'message' | 'here';
  /** The file that says so; null for what the platform gives. */
  readonly file: string | null;
  /** The element of the process, where there is one. */
  readonly elementId: string | null;
  /** What people call it. */
  readonly title: Words | string;
}

/** A name of a variable at some place of a process. */
export interface KnownName {
  readonly name: string;
  readonly type: ValueType;
  readonly label: Words | null;
  readonly origins: readonly Origin[];
  /** Whether it is there on every path that leads to the place; else on some. */
  readonly isCertain: boolean;
}

/** What is known at a place. */
export interface Knowledge {
  readonly names: ReadonlyMap<string, KnownName>;
  /** Whether something before it may bring names that no file says. */
  readonly isOpen: boolean;
}

export const nothingKnown: Knowledge = { names: new Map(), isOpen: false };

const sameOrigin = (left: Origin, right: Origin): boolean =>
  left.kind === right.kind && left.file === right.file && left.elementId === right.elementId;

const mergeOrigins = (left: readonly Origin[], right: readonly Origin[]): readonly Origin[] => {
  if (left === right) return left;
  const more = right.filter((one) => !left.some((other) => sameOrigin(one, other)));
  return more.length === 0 ? left : [...left, ...more];
};

/** What both paths say; the same as the left one where the right one says no more, so that what stays is found to stay. */
const mergeName = (left: KnownName, right: KnownName, isCertain: boolean): KnownName => {
  const type = mergeTypes(left.type, right.type);
  const label = left.label ?? right.label;
  const origins = mergeOrigins(left.origins, right.origins);
  const isSame = type === left.type && label === left.label && origins === left.origins && isCertain === left.isCertain;
  return isSame ? left : { name: left.name, type, label, origins, isCertain };
};

/** A name that another path does not know: it may be missing, or hold what that path brought without saying so. */
const aside = (known: KnownName, other: Knowledge, taken: 'one' | 'all'): KnownName => {
  const type = other.isOpen ? mergeTypes(known.type, unknownType) : known.type;
  const isCertain = known.isCertain && taken === 'all';
  return type === known.type && isCertain === known.isCertain ? known : { ...known, type, isCertain };
};

const both = (left: KnownName, right: KnownName, taken: 'one' | 'all'): KnownName => {
  if (left === right) return left;
  const isCertain = taken === 'all' ? left.isCertain || right.isCertain : left.isCertain && right.isCertain;
  return mergeName(left, right, isCertain);
};

const meetTwo = (left: Knowledge, right: Knowledge, taken: 'one' | 'all'): Knowledge => {
  if (left === right) return left;
  const names = new Map<string, KnownName>();
  for (const [name, known] of left.names) {
    const other = right.names.get(name);
    names.set(name, other === undefined ? aside(known, right, taken) : both(known, other, taken));
  }
  for (const [name, known] of right.names) if (!names.has(name)) names.set(name, aside(known, left, taken));
  return { names, isOpen: left.isOpen || right.isOpen };
};

/** What is known where paths meet: of one path that was taken, or of all of them. */
export const meet = (paths: readonly Knowledge[], taken: 'one' | 'all'): Knowledge => {
  const [first = nothingKnown, ...others] = paths;
  return others.reduce((all, path) => meetTwo(all, path, taken), first);
};

/** A value that an element writes. */
export interface Written {
  /** A variable, or a place inside of one. */
  readonly path: readonly string[];
  readonly type: ValueType;
  readonly label: Words | null;
  readonly origin: Origin;
}

const emptyContext: ValueType = { kind: 'context', fields: [], isOpen: false };

/** What is written over says what was there: null, or a value of which nothing is known, tells less to whoever reads the name. */
const typeWritten = (known: KnownName | undefined, { path, type, label }: Written): ValueType => {
  const inside = path.slice(1);
  if (inside.length > 0) return putAt(known?.type ?? emptyContext, inside, { type, label });
  const says = type.kind !== 'unknown' && type.kind !== 'nothing';
  return says || known === undefined ? type : mergeTypes(known.type, type);
};

const write = (known: KnownName | undefined, written: Written): KnownName => {
  const { path, label, origin } = written;
  const [name = '', ...inside] = path;
  const own = inside.length > 0 ? null : label;
  return {
    name,
    type: typeWritten(known, written),
    label: own ?? known?.label ?? null,
    origins: mergeOrigins(known?.origins ?? [], [origin]),
    isCertain: true,
  };
};

/** What is known after an element wrote its values. */
export const withWritten = (before: Knowledge, written: readonly Written[], isOpen = false): Knowledge => {
  if (written.length === 0) return isOpen && !before.isOpen ? { ...before, isOpen } : before;
  const names = new Map(before.names);
  for (const one of written) {
    const [name = ''] = one.path;
    names.set(name, write(names.get(name), one));
  }
  return { names, isOpen: before.isOpen || isOpen };
};

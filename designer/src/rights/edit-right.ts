import type { LocalizedText } from '@irisflow/client';
import { orNothing, type RightField, type RightFile, type RightState } from './right-file.ts';

/** What of a right is said of its states. */
type States = Pick<RightFile, 'states' | 'moves' | 'source'>;

const swapped =
  (from: string, to: string) =>
  (key: string): string =>
    key === from ? to : key;

/** What is told to others, with its states or fields followed. */
const sourceWith = (
  { source }: RightFile,
  part: 'states' | 'fields',
  follow: (names: readonly string[]) => string[],
): Pick<RightFile, 'source'> => {
  const names = source?.[part];
  return source === undefined || names === undefined ? {} : { source: { ...source, [part]: follow(names) } };
};

/** A state by another key, wherever the file names it. */
export const renameState = (right: RightFile, from: string, to: string): States => {
  const swap = swapped(from, to);
  return {
    states: (right.states ?? []).map((state) => ({
      ...state,
      key: swap(state.key),
      ...(state.whileAppealed !== undefined && { whileAppealed: swap(state.whileAppealed) }),
    })),
    moves: (right.moves ?? []).map((move) => ({ ...move, from: swap(move.from), to: swap(move.to) })),
    ...sourceWith(right, 'states', (names) => names.map(swap)),
  };
};

/** The states as they are now; what named one that is gone goes with it. */
export const changeStates = (right: RightFile, states: RightState[]): States => {
  const gone = (right.states ?? []).map(({ key }) => key).filter((key) => !states.some((state) => state.key === key));
  if (gone.length === 0) return { states };
  const isKept = (key: string | undefined): boolean => key === undefined || !gone.includes(key);
  return {
    states: states.map((state) => (isKept(state.whileAppealed) ? state : { ...state, whileAppealed: undefined })),
    moves: (right.moves ?? []).filter(({ from, to }) => isKept(from) && isKept(to)),
    ...sourceWith(right, 'states', (names) => names.filter(isKept)),
  };
};

/** A value of a right with its name. */
export interface NamedField {
  readonly name: string;
  readonly field: RightField;
  readonly isRequired: boolean;
}

export const fieldsOf = ({ data }: RightFile): NamedField[] =>
  Object.entries(data?.properties ?? {}).map(([name, field]) => ({
    name,
    field,
    isRequired: data?.required?.includes(name) === true,
  }));

/** The names of those that are required, in the order in which the file has them: new ones come last. */
const requiredIn = (before: readonly string[], fields: readonly NamedField[]): string[] => {
  const now = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return [...before.filter((name) => now.includes(name)), ...now.filter((name) => !before.includes(name))];
};

const withFields = (
  right: RightFile,
  fields: readonly NamedField[],
  wasRequired: readonly string[],
): NonNullable<RightFile['data']> => {
  const required = requiredIn(wasRequired, fields);
  return {
    type: 'object',
    ...right.data,
    required: right.data?.required === undefined ? orNothing(required) : required,
    properties: Object.fromEntries(fields.map(({ name, field }) => [name, field])),
  };
};

/** A value by another name, wherever the file names it: in what is required, in how long it holds and in what others are told. */
export const renameField = (right: RightFile, from: string, to: string): Partial<RightFile> => {
  const swap = swapped(from, to);
  const fields = fieldsOf(right).map((field) => ({ ...field, name: swap(field.name) }));
  const { validity } = right;
  return {
    data: withFields(right, fields, (right.data?.required ?? []).map(swap)),
    ...(validity !== undefined && 'until' in validity && { validity: { until: swap(validity.until) } }),
    ...sourceWith(right, 'fields', (names) => names.map(swap)),
  };
};

/** The values as they are now; one that is gone is no longer told to others. */
export const changeFields = (right: RightFile, next: readonly NamedField[]): Partial<RightFile> => {
  const gone = fieldsOf(right).filter(({ name }) => !next.some((one) => one.name === name));
  return {
    data: withFields(right, next, right.data?.required ?? []),
    ...sourceWith(right, 'fields', (names) => names.filter((told) => !gone.some(({ name }) => name === told))),
  };
};

/** Until the day that a field says, which then has to be there. */
export const validUntil = (right: RightFile, until: string): Partial<RightFile> => ({
  validity: { until },
  ...changeFields(
    right,
    fieldsOf(right).map((field) => (field.name === until ? { ...field, isRequired: true } : field)),
  ),
});

/** Kinds of values in the words of analysts. */
export const fieldKinds = ['text', 'choice', 'day', 'amount', 'count', 'yesNo', 'texts'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const kindOfField = ({ type, format, enum: values }: RightField): FieldKind => {
  if (type === 'integer') return 'count';
  if (type === 'boolean') return 'yesNo';
  if (type === 'array') return 'texts';
  if (format === 'date') return 'day';
  if (format === 'money') return 'amount';
  return values === undefined ? 'text' : 'choice';
};

const shapes: Readonly<Record<FieldKind, Omit<RightField, 'label'>>> = {
  text: { type: 'string', maxLength: 200 },
  choice: { type: 'string', enum: ['a'], words: { a: { fr: '', nl: '', en: '' } } },
  day: { type: 'string', format: 'date' },
  amount: { type: 'string', format: 'money' },
  count: { type: 'integer' },
  yesNo: { type: 'boolean' },
  texts: { type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: 100 },
};

/** The value as one of another kind: what it is called and who reads it stay. */
export const withKind = (field: RightField, kind: FieldKind): RightField => {
  const { label, searched, public: isPublic, restricted, internal } = field;
  return { ...shapes[kind], label, searched, public: isPublic, restricted, internal };
};

export interface Choice {
  readonly value: string;
  readonly words: LocalizedText | undefined;
}

export const choicesOfField = ({ enum: values = [], words }: RightField): Choice[] =>
  values.map((value) => ({ value, words: words?.[value] }));

/** The values that there are to choose from, with their words. */
export const withChoices = (field: RightField, choices: readonly Choice[]): RightField => {
  const said = choices.flatMap(({ value, words }) => (words === undefined ? [] : [[value, words] as const]));
  return {
    ...field,
    enum: choices.map(({ value }) => value),
    words: said.length === 0 ? undefined : Object.fromEntries(said),
  };
};

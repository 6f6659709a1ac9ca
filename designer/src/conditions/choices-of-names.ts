import type { KnownName, Knowledge, ValueType, Words } from '@irisflow/names';
import type { Locale } from '@irisflow/client';
import type { Operator } from './condition.ts';

/** A name as a person chooses it. */
export interface NameChoice {
  /** A dotted path. */
  readonly name: string;
  readonly label: string;
  readonly type: ValueType;
  /** Heading under which it stands: who gives it its value. */
  readonly group: string;
  /** False where only some paths bring it. */
  readonly isCertain: boolean;
}

const MAX_DEPTH = 3;

interface Told {
  readonly locale: Locale;
  readonly group: string;
  readonly isCertain: boolean;
}

const wordsIn = (label: Words | null, locale: Locale, name: string): string => label?.[locale] || name;

const flat = (
  name: string,
  label: string,
  { type, told, depth }: { type: ValueType; told: Told; depth: number },
): NameChoice[] => {
  const own: NameChoice = { name, label, type, group: told.group, isCertain: told.isCertain };
  if (type.kind !== 'context' || type.fields.length === 0 || depth >= MAX_DEPTH) return [own];
  const inner = type.fields.flatMap((field) =>
    flat(
      `${name}.${field.name}`,
      wordsIn(field.label, told.locale, depth === 0 ? field.name : `${label} › ${field.name}`),
      {
        type: field.type,
        told,
        depth: depth + 1,
      },
    ),
  );
  return type.isOpen ? [own, ...inner] : inner;
};

const titleOf = ({ origins, label, name }: KnownName, locale: Locale): string => {
  const [origin] = origins;
  if (origin === undefined) return wordsIn(label, locale, name);
  // What a case starts with stands under its own names: application, parameters.
  if (origin.kind === 'case' && origin.file !== null) return wordsIn(label, locale, name);
  return typeof origin.title === 'string' ? origin.title : origin.title[locale];
};

/** Everything that may be chosen at a place, by who gives it, in the reader's language. */
export const namesInWords = ({ names }: Knowledge, locale: Locale): NameChoice[] =>
  [...names.values()].flatMap((known) => {
    const told = { locale, group: titleOf(known, locale), isCertain: known.isCertain };
    return flat(known.name, wordsIn(known.label, locale, known.name), { type: known.type, told, depth: 0 });
  });

/** The same for the fields of one form, which rules name from its root. */
export const fieldsInWords = (form: ValueType, group: string, locale: Locale): NameChoice[] =>
  form.kind !== 'context'
    ? []
    : form.fields.flatMap(({ name, label, type }) =>
        flat(name, wordsIn(label, locale, name), { type, told: { locale, group, isCertain: true }, depth: 1 }),
      );

const always: readonly Operator[] = ['isFilled', 'isEmpty'];
const ordered: readonly Operator[] = ['is', 'isNot', 'isLess', 'isAtMost', 'isMore', 'isAtLeast'];
const among: readonly Operator[] = ['is', 'isNot', 'isOneOf', 'isNoneOf'];

/** The operators that fit a type, the likeliest first. */
export const operatorsOf = (type: ValueType): readonly Operator[] => {
  switch (type.kind) {
    case 'yesNo':
      return ['is', 'isNot', ...always];
    case 'number':
    case 'date':
      return [...ordered, ...always];
    case 'choice':
    case 'text':
      return [...among, ...always];
    case 'list':
      return ['contains', 'lacks', ...always];
    case 'context':
      return always;
    default:
      return [...ordered, 'isOneOf', 'isNoneOf', 'contains', 'lacks', ...always];
  }
};

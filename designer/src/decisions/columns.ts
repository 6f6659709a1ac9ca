import { readCell, writeCell, type EditableInput, type EditableOutput, type EditableTable } from '@irisflow/dmn';
import type { Choice, Knowledge, KnownName, ValueType } from '@irisflow/names';
import type { NameChoice } from '../conditions/choices-of-names.ts';
import type { SaidColumn } from './words.ts';

/** A column as its cells are edited and told. */
export interface ShownColumn extends SaidColumn {
  readonly id: string;
  readonly side: 'input' | 'output';
  /** From 0 on its side. */
  readonly at: number;
  /** The name that it asks about; null for FEEL that is more than a name. */
  readonly name: NameChoice | null;
}

const typesByRef: Readonly<Record<string, ValueType>> = {
  string: { kind: 'text' },
  number: { kind: 'number', isMoney: false },
  integer: { kind: 'number', isMoney: false },
  long: { kind: 'number', isMoney: false },
  double: { kind: 'number', isMoney: false },
  boolean: { kind: 'yesNo' },
  date: { kind: 'date' },
};

const unknown: ValueType = { kind: 'unknown' };

/** A name is read as a date by `date(name)`: in a case days are texts. */
const dated = /^date\(\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\)$/u;

const nameIn = (expression: string): string => dated.exec(expression)?.[1] ?? expression;

export const expressionOf = ({ name, type }: NameChoice): string => (type.kind === 'date' ? `date(${name})` : name);

const refs: Partial<Readonly<Record<ValueType['kind'], string>>> = {
  text: 'string',
  choice: 'string',
  number: 'number',
  yesNo: 'boolean',
  date: 'date',
};

export const typeRefOf = (type: ValueType): string => refs[type.kind] ?? '';

/** The texts that unary tests list; null where they say anything else. */
export const textsIn = (allowed: string): string[] | null => {
  const tests = allowed === '' ? null : readCell(allowed);
  if (tests === null || tests.isNegated || tests.tests.length === 0) return null;
  const texts = tests.tests.map((test) =>
    test.kind === 'compared' && test.sign === '=' && test.operand.kind === 'text' ? test.operand.text : null,
  );
  return texts.some((text) => text === null) ? null : texts.filter((text) => text !== null);
};

export const allowedTexts = (texts: readonly string[]): string =>
  texts.length === 0
    ? ''
    : writeCell({
        isNegated: false,
        tests: texts.map((text) => ({ kind: 'compared', sign: '=', operand: { kind: 'text', text } })),
      });

const asChoices = (texts: readonly string[], known: readonly Choice[]): ValueType => ({
  kind: 'choice',
  choices: texts.map(
    (value) => known.find((choice) => choice.value === value) ?? { value, label: { fr: value, nl: value, en: value } },
  ),
});

const choicesOf = (type: ValueType | undefined): readonly Choice[] => (type?.kind === 'choice' ? type.choices : []);

export const typeOfInput = (
  { expression, typeRef, allowed }: EditableInput,
  names: readonly NameChoice[],
): ValueType => {
  const known = names.find(({ name }) => name === nameIn(expression))?.type;
  const texts = textsIn(allowed);
  if (texts !== null) return asChoices(texts, choicesOf(known));
  if (dated.test(expression)) return { kind: 'date' };
  if (known === undefined || known.kind === 'unknown' || known.kind === 'context')
    return typesByRef[typeRef] ?? unknown;
  return known;
};

export const typeOfOutput = ({ typeRef, allowed }: Pick<EditableOutput, 'typeRef' | 'allowed'>): ValueType => {
  const texts = textsIn(allowed);
  return texts === null ? (typesByRef[typeRef] ?? unknown) : asChoices(texts, []);
};

export const shownInputs = ({ inputs }: EditableTable, names: readonly NameChoice[]): ShownColumn[] =>
  inputs.map((input, at) => {
    const name = names.find((one) => one.name === nameIn(input.expression)) ?? null;
    return {
      id: input.id,
      side: 'input',
      at,
      label: input.label || name?.label || input.expression,
      type: typeOfInput(input, names),
      name,
    };
  });

export const shownOutputs = ({ outputs }: EditableTable): ShownColumn[] =>
  outputs.map((output, at) => ({
    id: output.id,
    side: 'output',
    at,
    label: output.label || output.name,
    type: typeOfOutput(output),
    name: null,
  }));

/** Everything that a column of a closed list may hold, as unary tests; null where anything may come. */
export const allowedIn = ({ type }: ShownColumn): string | null => {
  if (type.kind !== 'choice') return null;
  const texts = type.choices.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return texts.length === type.choices.length ? allowedTexts(texts) || null : null;
};

/** Names of the case with the answers of the file's other decisions. */
export const withAnswers = (knowledge: Knowledge, answers: readonly KnownName[]): Knowledge => ({
  ...knowledge,
  names: new Map([...knowledge.names, ...answers.map((one) => [one.name, one] as const)]),
});

/** The name that nothing of a table has yet: `result`, `result2`. */
export const freeName = (taken: readonly string[], wanted: string): string => {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    if (!taken.includes(name)) return name;
  }
};

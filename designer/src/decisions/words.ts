import {
  readCell,
  readValue,
  type CellTest,
  type CellTests,
  type ComparisonSign,
  type Extent,
  type Operand,
  type Region,
} from '@irisflow/dmn';
import type { ValueType } from '@irisflow/names';
import type { Formatters, Translator } from '@irisflow/ui';
import type { NameChoice } from '../conditions/choices-of-names.ts';
import type { TextKey } from '../texts/use-texts.ts';

/** What words about cells need. */
export interface Saying {
  readonly t: Translator<TextKey>;
  readonly format: Formatters;
  readonly names: readonly NameChoice[];
}

const choiceLabel = (type: ValueType, value: string | number, { t }: Saying): string | null =>
  type.kind === 'choice' ? (type.choices.find((choice) => choice.value === value)?.label[t.locale] ?? null) : null;

/** With every digit: what is shown is what is compared. */
export const numberInWords = (text: string, { t }: Pick<Saying, 't'>): string => {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replaceAll(
    /\B(?=(\d{3})+(?!\d))/g,
    t.locale === 'nl' ? '.' : t.locale === 'en' ? ',' : '\u202F',
  );
  if (fraction === undefined) return grouped;
  return `${grouped}${t.locale === 'en' ? '.' : ','}${fraction}`;
};

const withUnit = (text: string, type: ValueType): string =>
  type.kind === 'number' && type.isMoney ? `${text}\u00A0€` : text;

/** A value as people read it. */
export const valueInWords = (operand: Operand, type: ValueType, saying: Saying): string => {
  const { t, format, names } = saying;
  switch (operand.kind) {
    case 'number':
      return choiceLabel(type, Number(operand.text), saying) ?? withUnit(numberInWords(operand.text, saying), type);
    case 'text':
      return choiceLabel(type, operand.text, saying) ?? t('decision.quoted', { text: operand.text });
    case 'day':
      return format.date(operand.day);
    case 'yesNo':
      return t(operand.isYes ? 'condition.yes' : 'condition.no');
    case 'nothing':
      return t('decision.words.empty');
    case 'expression':
      return names.find(({ name }) => name === operand.text)?.label ?? operand.text;
  }
};

const signKeys = {
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast',
} as const satisfies Partial<Record<ComparisonSign, string>>;

const isDay = (operand: Operand, type: ValueType): boolean => operand.kind === 'day' || type.kind === 'date';

const comparedInWords = (sign: ComparisonSign, operand: Operand, type: ValueType, saying: Saying): string => {
  const value = valueInWords(operand, type, saying);
  if (sign === '=') return value;
  if (sign === '!=') return saying.t('decision.words.not', { what: value });
  const key = `decision.words.${signKeys[sign]}` as const;
  return saying.t(isDay(operand, type) ? `${key}.date` : key, { value });
};

const testInWords = (test: CellTest, type: ValueType, saying: Saying): string => {
  if (test.kind === 'compared') return comparedInWords(test.sign, test.operand, type, saying);
  const { from, to, hasFrom, hasTo } = test;
  if (hasFrom && hasTo)
    return saying.t('decision.words.between', {
      from: valueInWords(from, type, saying),
      to: valueInWords(to, type, saying),
    });
  return saying.t('decision.words.both', {
    one: comparedInWords(hasFrom ? '>=' : '>', from, type, saying),
    other: comparedInWords(hasTo ? '<=' : '<', to, type, saying),
  });
};

const listed = (parts: readonly string[], { t }: Saying): string => {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : t('decision.words.or', { some: parts.slice(0, -1).join(', '), last });
};

/** What a cell takes, in words. */
export const testsInWords = ({ isNegated, tests }: CellTests, type: ValueType, saying: Saying): string => {
  if (tests.length === 0) return '–';
  const [only] = tests;
  if (tests.length === 1 && only?.kind === 'compared' && only.operand.kind === 'nothing' && isNegated)
    return saying.t('decision.words.filled');
  const said = listed(
    tests.map((test) => testInWords(test, type, saying)),
    saying,
  );
  return isNegated ? saying.t('decision.words.not', { what: said }) : said;
};

/** An input cell in words; FEEL that has none stays FEEL. */
export const cellInWords = (text: string, type: ValueType, saying: Saying): string => {
  const tests = readCell(text);
  return tests === null ? text : testsInWords(tests, type, saying);
};

/** A result in words. */
export const resultInWords = (text: string, type: ValueType, saying: Saying): string => {
  const value = readValue(text);
  return value === null ? text : valueInWords(value, type, saying);
};

const numberOperand = (value: number): Operand => ({ kind: 'number', text: `${value}` });
const dayOperand = (day: string): Operand => ({ kind: 'day', day });

const spanTests = (
  from: Operand | null,
  to: Operand | null,
  { hasFrom, hasTo }: { hasFrom: boolean; hasTo: boolean },
): CellTest | null => {
  if (from === null && to === null) return null;
  if (from === null) return { kind: 'compared', sign: hasTo ? '<=' : '<', operand: to ?? { kind: 'nothing' } };
  if (to === null) return { kind: 'compared', sign: hasFrom ? '>=' : '>', operand: from };
  if (JSON.stringify(from) === JSON.stringify(to)) return { kind: 'compared', sign: '=', operand: from };
  return { kind: 'between', from, to, hasFrom, hasTo };
};

const testOfExtent = (extent: Extent): CellTest | null => {
  switch (extent.kind) {
    case 'numbers':
      return spanTests(
        extent.from === null ? null : numberOperand(extent.from),
        extent.to === null ? null : numberOperand(extent.to),
        extent,
      );
    case 'days':
      return spanTests(
        extent.from === null ? null : dayOperand(extent.from),
        extent.to === null ? null : dayOperand(extent.to),
        { hasFrom: true, hasTo: true },
      );
    case 'text':
      return { kind: 'compared', sign: '=', operand: { kind: 'text', text: extent.text } };
    case 'yesNo':
      return { kind: 'compared', sign: '=', operand: { kind: 'yesNo', isYes: extent.isYes } };
    case 'nothing':
      return { kind: 'compared', sign: '=', operand: { kind: 'nothing' } };
    case 'otherText':
      return null;
  }
};

/** The cell that takes what a region says of an input; null where only an "anything else" would. */
export const testsOfExtents = (extents: readonly Extent[]): CellTests | null => {
  const tests = extents.map(testOfExtent);
  return tests.some((test) => test === null)
    ? null
    : { isNegated: false, tests: tests.filter((test) => test !== null) };
};

export interface SaidColumn {
  readonly label: string;
  readonly type: ValueType;
}

/** Part of everything that may come, in words: "income more than 20 000 and household single". */
export const regionInWords = (region: Region, columns: readonly SaidColumn[], saying: Saying): string => {
  const { t } = saying;
  const parts = region.map(({ columns: [at = 0], extents }) => {
    const { label, type } = columns[at] ?? { label: '', type: { kind: 'unknown' } };
    const said = extents.map((extent) => {
      const test = testOfExtent(extent);
      return test === null ? t('decision.words.other') : testInWords(test, type, saying);
    });
    return t('decision.words.part', { name: label, what: listed(said, saying) });
  });
  return parts.length === 0 ? t('decision.words.always') : parts.join(t('decision.words.and'));
};

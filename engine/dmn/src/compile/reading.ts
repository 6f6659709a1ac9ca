import { feelLimits, FeelSyntaxError, parseFeel, payEffort } from '@irisflow/feel';
import type { FeelSyntax, FeelType, ParsedFeel } from '@irisflow/feel';
import type { XmlPosition } from '@irisflow/xml';

import { dmnProblemAt } from '../dmn-problem.ts';
import type { DmnFinding, DmnProblem } from '../dmn-problem.ts';
import { nearestId, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type { ImportedModel } from '../requirements.ts';
import { MAX_FEEL_CHARACTERS, type ParsedTexts } from './parsed-texts.ts';

/** A file that another one imports, with what its elements and types are called there. */
export interface Imported extends ImportedModel {
  readonly names: readonly string[];
  readonly types: ReadonlyMap<string, FeelType>;
}

/** What is known while one file is read. */
export interface Reading {
  readonly positions: ReadonlyMap<string, XmlPosition>;
  readonly problems: DmnProblem[];
  /** Names that FEEL cannot recognize by itself. */
  readonly names: readonly string[];
  /** Types the file defines, and those it imports, by name. */
  readonly types: Map<string, FeelType>;
  /** Files that this one imports. */
  readonly imports: readonly Imported[];
  readonly texts: ParsedTexts;
}

/** Notes an error at an element. */
export const report = (
  { problems, positions }: Pick<Reading, 'problems' | 'positions'>,
  element: ModdleElement,
  finding: DmnFinding,
): void => {
  problems.push(dmnProblemAt(finding, nearestId(element), positions));
};

/** Expression languages that mean FEEL; an absent one does too. */
const feelLanguage = /^$|feel/i;

/** Where a text stands. */
export interface Place {
  readonly kind: FeelSyntax;
  readonly rule?: number | undefined;
}

/** Whether the file may have so many more characters of FEEL; the first that are too many are reported. */
const spend = (
  reading: Reading,
  element: ModdleElement,
  { text, rule }: Pick<Place, 'rule'> & { readonly text: string },
): boolean => {
  const { texts } = reading;
  const wasExhausted = texts.left < 0;
  texts.left -= text.length;
  if (texts.left >= 0) return true;
  const params = { limit: MAX_FEEL_CHARACTERS, expression: text.slice(0, 80) };
  if (!wasExhausted) report(reading, element, { code: 'DMN_FEEL_TOO_MUCH', params, rule });
  return false;
};

/** Whether the deployment may read any more FEEL; the first text of the file that it may not read is reported. */
const affords = ({ texts, ...reading }: Reading, element: ModdleElement, place: Pick<Place, 'rule'>): boolean => {
  if (texts.budget.left >= 0) return true;
  const params = { limit: feelLimits.deploymentEffort };
  if (!texts.isTooCostly) report(reading, element, { code: 'DMN_FEEL_TOO_COSTLY', params, rule: place.rule });
  texts.isTooCostly = true;
  return false;
};

/** Types that are defined meanwhile may change what a text means. */
const keyOf = ({ types }: Reading, kind: FeelSyntax, text: string): string => `${kind} ${types.size} ${text}`;

/** Parses FEEL and reports what is wrong with it; null when it is wrong, or beyond what one file may have. */
export const parseText = (
  reading: Reading,
  element: ModdleElement,
  text: string,
  { kind, rule }: Place,
): ParsedFeel | null => {
  const key = keyOf(reading, kind, text);
  const known = reading.texts.byText.get(key);
  if (known !== undefined) return known;
  if (!spend(reading, element, { text, rule }) || !affords(reading, element, { rule })) return null;
  try {
    const parsed = parseFeel(text, kind, reading.names, reading.types);
    payEffort(reading.texts.budget, key, parsed);
    reading.texts.byText.set(key, parsed);
    return parsed;
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error;
    payEffort(reading.texts.budget, key, error);
    const params = { expression: text.slice(0, 80), position: error.offset + 1 };
    const feel = { text: error.text, params: error.params, offset: error.offset };
    report(reading, element, { code: 'DMN_FEEL', params, rule, feel });
    return null;
  }
};

/** Reads the text of a literal expression or of unary tests; null when it is empty or wrong. */
export const readFeel = (reading: Reading, element: ModdleElement, place: Place): ParsedFeel | null => {
  const language = textOf(element, 'expressionLanguage');
  if (!feelLanguage.test(language)) {
    report(reading, element, { code: 'DMN_EXPRESSION_LANGUAGE', params: { found: language }, rule: place.rule });
    return null;
  }
  const text = textOf(element, 'text');
  return text === '' ? null : parseText(reading, element, text, place);
};

/** Id of an element that must have one; reports its absence. */
export const requiredId = (reading: Reading, element: ModdleElement): string => {
  const id = textOf(element, 'id');
  if (id === '') report(reading, element, { code: 'DMN_ID_MISSING', params: { element: element.$type } });
  return id;
};

/** Name of an element that must have one; reports its absence. */
export const requiredName = (reading: Reading, element: ModdleElement): string => {
  const name = textOf(element, 'name');
  if (name === '') report(reading, element, { code: 'DMN_NAME_MISSING', params: { element: element.$type } });
  return name;
};

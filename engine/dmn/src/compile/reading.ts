import { FeelSyntaxError, parseFeel } from '@irisflow/feel';
import type { FeelSyntax, FeelType, ParsedFeel } from '@irisflow/feel';
import type { XmlPosition } from '@irisflow/xml';

import type { DmnProblem, DmnProblemCode } from '../dmn-problem.ts';
import { nearestId, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';

/** What is known while one file is read. */
export interface Reading {
  readonly positions: ReadonlyMap<string, XmlPosition>;
  readonly problems: DmnProblem[];
  /** Names that FEEL cannot recognize by itself. */
  readonly names: readonly string[];
  /** Types the file defines, by name. */
  readonly types: Map<string, FeelType>;
}

/** What is wrong with an element; `rule` counts from 1. */
export interface Finding {
  readonly code: DmnProblemCode;
  readonly message: string;
  readonly rule?: number | undefined;
  readonly feel?: FeelSyntaxError;
}

/** Notes an error at an element. */
export const report = (reading: Reading, element: ModdleElement, { code, message, rule, feel }: Finding): void => {
  const elementId = nearestId(element);
  const { line, column } = (elementId === null ? undefined : reading.positions.get(elementId)) ?? {
    line: 1,
    column: 1,
  };
  const place = rule === undefined ? {} : { rule };
  const cause = feel === undefined ? {} : { feel: { text: feel.text, params: feel.params, offset: feel.offset } };
  reading.problems.push({ code, severity: 'error', elementId, line, column, ...place, message, ...cause });
};

/** Expression languages that mean FEEL; an absent one does too. */
const feelLanguage = /^$|feel/i;

/** Where a text stands. */
export interface Place {
  readonly kind: FeelSyntax;
  readonly rule?: number | undefined;
}

/** Parses FEEL and reports what is wrong with it; null when it is wrong. */
export const parseText = (
  reading: Reading,
  element: ModdleElement,
  text: string,
  { kind, rule }: Place,
): ParsedFeel | null => {
  try {
    return parseFeel(text, kind, reading.names, reading.types);
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error;
    const message = `Expected "${text.slice(0, 80)}" to be FEEL, but at character ${error.offset + 1}: ${error.message}`;
    report(reading, element, { code: 'DMN_FEEL', message, rule, feel: error });
    return null;
  }
};

/** Reads the text of a literal expression or of unary tests; null when it is empty or wrong. */
export const readFeel = (reading: Reading, element: ModdleElement, place: Place): ParsedFeel | null => {
  const language = textOf(element, 'expressionLanguage');
  if (!feelLanguage.test(language)) {
    const message = `Expected FEEL, but the expression language is ${language}.`;
    report(reading, element, { code: 'DMN_EXPRESSION_LANGUAGE', message, rule: place.rule });
    return null;
  }
  const text = textOf(element, 'text');
  return text === '' ? null : parseText(reading, element, text, place);
};

/** Id of an element that must have one; reports its absence. */
export const requiredId = (reading: Reading, element: ModdleElement): string => {
  const id = textOf(element, 'id');
  if (id === '') {
    report(reading, element, {
      code: 'DMN_ID_MISSING',
      message: `Expected every ${element.$type} to have an id, but one has none.`,
    });
  }
  return id;
};

/** Name of an element that must have one; reports its absence. */
export const requiredName = (reading: Reading, element: ModdleElement): string => {
  const name = textOf(element, 'name');
  if (name === '') {
    report(reading, element, {
      code: 'DMN_NAME_MISSING',
      message: `Expected every ${element.$type} to have a name, but one has none.`,
    });
  }
  return name;
};

import { feelLimits, FeelSyntaxError, parseFeel, payEffort } from '@irisflow/feel';
import type { ParsedFeel } from '@irisflow/feel';
import { textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { Expression } from '../graph.ts';
import type { BpmnProblemCode } from '../problem-codes.ts';
import { MAX_FEEL_CHARACTERS } from './feel-left.ts';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

/** Stands where an expression is missing; never leaves a compilation, because a problem was reported. */
export const absent: Expression = Object.freeze({ kind: 'literal', text: '' });

const parse = (source: string): ParsedFeel | FeelSyntaxError => {
  try {
    return parseFeel(source, 'expression');
  } catch (error) {
    if (error instanceof FeelSyntaxError) return error;
    throw error;
  }
};

/** Says whether the file may still have that much FEEL; the first expression too many is reported. */
const spend = ({ feelLeft, log }: Reading, at: ModdleElement, characters: number): boolean => {
  const exhausted = feelLeft.characters < 0;
  feelLeft.characters -= characters;
  if (feelLeft.characters >= 0) return true;
  if (!exhausted) log.report('BPMN_FEEL_TOO_MUCH', at, { limit: MAX_FEEL_CHARACTERS });
  return false;
};

/** Says whether the deployment may still read any FEEL; the first expression of the file that is too many is reported. */
const affords = ({ feelLeft, log }: Reading, at: ModdleElement): boolean => {
  if (feelLeft.budget.left >= 0) return true;
  if (!feelLeft.isTooCostly) log.report('BPMN_FEEL_TOO_COSTLY', at, { limit: feelLimits.deploymentEffort });
  feelLeft.isTooCostly = true;
  return false;
};

/** What a text means: FEEL after a leading `=`, itself otherwise. */
export const expressionOf = (reading: Reading, at: ModdleElement, text: string): Expression => {
  const trimmed = text.trim();
  if (!trimmed.startsWith('=')) return { kind: 'literal', text };
  const source = trimmed.slice(1).trim();
  if (!spend(reading, at, source.length) || !affords(reading, at)) return absent;
  const parsed = parse(source);
  payEffort(reading.feelLeft.budget, source, parsed);
  if (!(parsed instanceof FeelSyntaxError)) return { kind: 'feel', source, feel: parsed };
  reading.log.reportFeel(at, source.slice(0, 200), parsed);
  return absent;
};

/** The expression in an attribute; null when the attribute is absent or blank. */
export const readExpression = (reading: Reading, element: ModdleElement, property: string): Expression | null => {
  const text = textOf(element, property);
  return text === null ? null : expressionOf(reading, element, text);
};

/** The expression in an attribute that must be there; reports `code` when it is not. */
export const requireExpression = (
  reading: Reading,
  element: ModdleElement,
  property: string,
  code: BpmnProblemCode,
): Expression => {
  const expression = readExpression(reading, element, property);
  if (expression === null) report(reading, code, element, { property });
  return expression ?? absent;
};

/** Like `expressionOf`, for places where only FEEL makes sense. */
export const feelOf = (reading: Reading, at: ModdleElement, text: string, property: string): Expression => {
  const expression = expressionOf(reading, at, text);
  if (expression.kind === 'literal' && expression !== absent) {
    report(reading, 'BPMN_FEEL_REQUIRED', at, { property, found: text.trim() });
  }
  return expression;
};

/** FEEL in an attribute; null when the attribute is absent or blank. */
export const readFeel = (reading: Reading, element: ModdleElement, property: string): Expression | null => {
  const text = textOf(element, property);
  return text === null ? null : feelOf(reading, element, text, property);
};

/** The body of a child such as `<conditionExpression>`, as an expression. */
export const readBody = (reading: Reading, element: ModdleElement, child: ModdleElement | null): Expression | null => {
  const text = child === null ? null : textOf(child, 'body');
  return text === null ? null : expressionOf(reading, element, text.trim());
};

/** The body of a child that must be FEEL. */
export const readFeelBody = (
  reading: Reading,
  element: ModdleElement,
  child: ModdleElement | null,
): Expression | null => {
  const text = child === null ? null : textOf(child, 'body');
  return text === null ? null : feelOf(reading, element, text, 'expression');
};

import type { FeelText } from '@irisflow/feel';
import type { XmlFault, XmlPosition } from '@irisflow/xml';

import { severityOf } from './dmn-problem-codes.ts';
import type { DmnProblemCode, DmnSeverity } from './dmn-problem-codes.ts';
import { dmnProblemMessage } from './dmn-problem-message.ts';

/** What is wrong, without a language. */
export interface DmnCause {
  readonly code: DmnProblemCode;
  /** What the texts of every language fill in. */
  readonly params: Readonly<Record<string, string>>;
  /** What is wrong with the FEEL; `offset` counts from the start of its text. Fills `{detail}`. */
  readonly feel?: FeelText & { readonly offset: number };
  /** What is wrong with the XML; fills `{detail}`. */
  readonly fault?: XmlFault;
}

/** One thing that is wrong, at an element of the file; errors prevent deployment, warnings do not. */
export interface DmnProblem extends DmnCause, XmlPosition {
  readonly severity: DmnSeverity;
  /** The element concerned, or the nearest one around it that has an id; null when it concerns the whole file. */
  readonly elementId: string | null;
  /** Number of the rule in its table, from 1, when a rule is concerned. */
  readonly rule?: number;
  /** The English text, complete. */
  readonly message: string;
}

/** What was found, with parameters as they come. */
export interface DmnFinding extends Omit<DmnCause, 'params'> {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly rule?: number | undefined;
}

/** Where a problem is: in an element, or in the whole file. */
export interface DmnPlace extends XmlPosition {
  readonly elementId: string | null;
}

const wholeFile: DmnPlace = { elementId: null, line: 1, column: 1 };

const placeOf = (elementId: string | null, positions: ReadonlyMap<string, XmlPosition>): DmnPlace => ({
  ...wholeFile,
  ...(elementId === null ? undefined : positions.get(elementId)),
  elementId,
});

/** Makes a problem of what was found at a place. */
export const dmnProblem = (
  { code, params = {}, rule, feel, fault }: DmnFinding,
  { elementId, line, column }: DmnPlace = wholeFile,
): DmnProblem => {
  const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
  const cause: DmnCause = { code, params: texts, ...(feel && { feel }), ...(fault && { fault }) };
  const message = dmnProblemMessage(cause, 'en');
  const severity = severityOf(code);
  return { ...cause, severity, elementId, line, column, ...(rule !== undefined && { rule }), message };
};

/** Makes a problem of what was found at an element with an id. */
export const dmnProblemAt = (
  finding: DmnFinding,
  elementId: string | null,
  positions: ReadonlyMap<string, XmlPosition>,
): DmnProblem => dmnProblem(finding, placeOf(elementId, positions));

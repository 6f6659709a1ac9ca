import type { FeelText } from '@irisflow/feel';
import type { XmlFault } from '@irisflow/xml';

import type { BpmnProblemCode, Severity } from './problem-codes.ts';

/** One thing that is wrong, found at an element of the file. */
export interface BpmnProblem {
  readonly code: BpmnProblemCode;
  readonly severity: Severity;
  /** Name of the file as the caller gave it; null when it gave none. */
  readonly resource: string | null;
  /** The element concerned, or the nearest one around it that has an id; null when it concerns the whole file. */
  readonly elementId: string | null;
  /** Place of that element in the XML; both count from 1. */
  readonly line: number;
  readonly column: number;
  /** What the texts of every language fill in. */
  readonly params: Readonly<Record<string, string>>;
  /** What is wrong with an expression; fills `{detail}`. */
  readonly feel?: FeelText;
  /** What is wrong with the XML; fills `{detail}`. */
  readonly fault?: XmlFault;
  /** The English text, complete. */
  readonly message: string;
}

export const isError = (problem: BpmnProblem): boolean => problem.severity === 'error';

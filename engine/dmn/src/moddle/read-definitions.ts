import { Reader } from 'moddle-xml';
import type { ReaderWarning } from 'moddle-xml';

import { dmnProblem } from '../dmn-problem.ts';
import type { DmnProblem } from '../dmn-problem.ts';
import { dmnModel } from './dmn-model.ts';
import { nearestId } from './moddle-element.ts';
import type { ModdleElement } from './moddle-element.ts';

const placeOf = (message: string): { line: number; column: number } => {
  const line = /line: (\d+)/.exec(message)?.[1];
  const column = /column: (\d+)/.exec(message)?.[1];
  // The reader counts from 0.
  return { line: Number(line ?? 0) + 1, column: Number(column ?? 0) + 1 };
};

/** The reader puts what it does not know in angle brackets. */
const toProblem = ({ message, element }: ReaderWarning): DmnProblem => {
  const found = /<([^>/]+)/.exec(message)?.[1] ?? message.replace(/\s+/g, ' ');
  const elementId = element === undefined ? null : nearestId(element);
  return dmnProblem({ code: 'DMN_UNKNOWN_CONTENT', params: { found } }, { elementId, ...placeOf(message) });
};

/** Requirements are links we resolve ourselves; what else points at nothing is a shape of an element that is gone. */
const isDrawing = (message: string): boolean => message.startsWith('unresolved reference');

/**
 * Reads the text as `dmn:Definitions`, or answers why not.
 * Whatever the meta-model does not know is a problem: the reader would drop it silently and the rest would decide.
 */
export const readDefinitions = (xml: string): ModdleElement | readonly DmnProblem[] => {
  const reader = new Reader({ model: dmnModel, lax: true });
  const rootHandler = reader.handler('dmn:Definitions');
  // The reader works synchronously and only wraps its answer in a promise; the handler holds the same answer at once.
  reader.fromXML(xml, { rootHandler }).catch(() => undefined);
  const warnings = (rootHandler.context?.warnings ?? []).filter(({ message }) => !isDrawing(message));
  const root = rootHandler.element;
  if (root === undefined || root.$type !== 'dmn:Definitions') return [dmnProblem({ code: 'DMN_UNREADABLE' })];
  return warnings.length === 0 ? root : warnings.map(toProblem);
};

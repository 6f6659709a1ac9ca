import { Reader } from 'moddle-xml';
import type { ReaderWarning } from 'moddle-xml';

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

const toProblem = ({ message, element }: ReaderWarning): DmnProblem => ({
  code: 'DMN_UNKNOWN_CONTENT',
  severity: 'error',
  elementId: element === undefined ? null : nearestId(element),
  ...placeOf(message),
  message: `Expected only DMN 1.2 to 1.5, but found: ${message.replace(/\s+/g, ' ')}.`,
});

/** Requirements are links we resolve ourselves; what else points at nothing is a shape of an element that is gone. */
const isDrawing = (message: string): boolean => message.startsWith('unresolved reference');

const unreadable: DmnProblem = Object.freeze({
  code: 'DMN_UNREADABLE',
  severity: 'error',
  elementId: null,
  line: 1,
  column: 1,
  message:
    'Expected <definitions> of DMN 1.2 to 1.5 (such as namespace https://www.omg.org/spec/DMN/20191111/MODEL/), but found another root.',
});

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
  if (root === undefined || root.$type !== 'dmn:Definitions') return [unreadable];
  return warnings.length === 0 ? root : warnings.map(toProblem);
};

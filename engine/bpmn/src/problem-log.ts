import type { XmlPosition } from '@irisflow/xml';

import type { ModdleElement } from './moddle/moddle-element.ts';
import { nearestId } from './moddle/moddle-element.ts';
import { severityOf } from './problem-codes.ts';
import type { BpmnProblemCode } from './problem-codes.ts';
import { problemMessage } from './problem-message.ts';
import type { BpmnProblem } from './problem.ts';

/** After this many problems a list helps nobody, and building it only costs time. */
const MAX_PROBLEMS = 200;

export type ProblemParams = Readonly<Record<string, string | number>>;

/** Collects problems and finds their place in the XML. */
export interface ProblemLog {
  readonly problems: readonly BpmnProblem[];
  /** Adds a problem at an element given as itself or by id; null means the whole file. */
  readonly report: (code: BpmnProblemCode, at: ModdleElement | string | null, params?: ProblemParams) => void;
  readonly reportAt: (code: BpmnProblemCode, position: XmlPosition, params?: ProblemParams) => void;
}

const startOfFile: XmlPosition = { line: 1, column: 1 };

export const createProblemLog = (positions: ReadonlyMap<string, XmlPosition>, resource: string | null): ProblemLog => {
  const problems: BpmnProblem[] = [];
  const add = (code: BpmnProblemCode, elementId: string | null, at: XmlPosition, params: ProblemParams): void => {
    if (problems.length >= MAX_PROBLEMS) return;
    const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
    const message = problemMessage({ code, params: texts }, 'en');
    const { line, column } = at;
    problems.push({ code, severity: severityOf(code), resource, elementId, line, column, params: texts, message });
  };
  return {
    problems,
    report: (code, at, params = {}) => {
      const id = typeof at === 'string' || at === null ? at : nearestId(at);
      const position = id === null ? undefined : positions.get(id);
      add(code, id, position ?? startOfFile, id === null ? params : { id, ...params });
    },
    reportAt: (code, position, params = {}) => add(code, null, position, params),
  };
};

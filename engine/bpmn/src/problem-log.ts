import type { FeelText } from '@irisflow/feel';
import type { XmlPosition, XmlProblem } from '@irisflow/xml';

import type { ModdleElement } from '@irisflow/xml';
import { nearestId } from '@irisflow/xml';
import { severityOf } from './problem-codes.ts';
import type { BpmnProblemCode } from './problem-codes.ts';
import { problemMessage } from './problem-message.ts';
import type { BpmnProblem } from './problem.ts';

/** After this many errors or warnings a list helps nobody, and building it only costs time. */
const MAX_PROBLEMS = 200;

export type ProblemParams = Readonly<Record<string, string | number>>;

/** Collects problems and finds their place in the XML. */
export interface ProblemLog {
  readonly problems: readonly BpmnProblem[];
  /** Adds a problem at an element given as itself or by id; null means the whole file. */
  readonly report: (code: BpmnProblemCode, at: ModdleElement | string | null, params?: ProblemParams) => void;
  readonly reportAt: (code: BpmnProblemCode, position: XmlPosition, params?: ProblemParams) => void;
  /** Adds an expression that is no FEEL, at its element. */
  readonly reportFeel: (at: ModdleElement, expression: string, feel: FeelText) => void;
  /** Adds what the scan of the XML found. */
  readonly reportXml: (problem: XmlProblem) => void;
}

interface Finding extends Pick<BpmnProblem, 'code' | 'feel' | 'fault'> {
  readonly params: ProblemParams;
}

const startOfFile: XmlPosition = { line: 1, column: 1 };

export const createProblemLog = (positions: ReadonlyMap<string, XmlPosition>, resource: string | null): ProblemLog => {
  const problems: BpmnProblem[] = [];
  const counts = { error: 0, warning: 0 };
  const add = (finding: Finding, elementId: string | null, { line, column }: XmlPosition): void => {
    const { code, feel, fault } = finding;
    const severity = severityOf(code);
    counts[severity] += 1;
    if (counts[severity] > MAX_PROBLEMS) return;
    const params = Object.fromEntries(Object.entries(finding.params).map(([name, value]) => [name, String(value)]));
    const cause = { code, params, ...(feel && { feel }), ...(fault && { fault }) };
    const message = problemMessage(cause, 'en');
    problems.push({ ...cause, severity, resource, elementId, line, column, message });
  };
  const addAt = (finding: Finding, at: ModdleElement | string | null): void => {
    const id = typeof at === 'string' || at === null ? at : nearestId(at);
    const position = id === null ? undefined : positions.get(id);
    const params = id === null ? finding.params : { id, ...finding.params };
    add({ ...finding, params }, id, position ?? startOfFile);
  };
  return {
    problems,
    report: (code, at, params = {}) => addAt({ code, params }, at),
    reportAt: (code, position, params = {}) => add({ code, params }, null, position),
    reportFeel: (at, expression, { text, params }) =>
      addAt({ code: 'BPMN_FEEL_INVALID', params: { expression }, feel: { text, params } }, at),
    reportXml: (problem) => add(problem, null, problem),
  };
};

import { bpmnProblemCodes, lintBpmn, problemMessage, type BpmnProblem } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/client';

/** Whether a problem comes from the file alone, so that the browser finds it as well as the platform does. */
export const isFoundHere = (code: string): boolean => Object.hasOwn(bpmnProblemCodes, code) || code.startsWith('XML_');

const toProcedureProblem =
  (file: string) =>
  (problem: BpmnProblem): ProcedureProblem => ({
    file,
    code: problem.code,
    severity: problem.severity,
    message: {
      fr: problemMessage(problem, 'fr'),
      nl: problemMessage(problem, 'nl'),
      en: problemMessage(problem, 'en'),
    },
    elementId: problem.elementId,
    pointer: null,
    line: problem.line,
  });

/** What is wrong with a BPMN file in itself, by the rules that gate its deployment. */
export const lintProcess = (path: string, xml: string): ProcedureProblem[] =>
  lintBpmn(xml, { name: path }).map(toProcedureProblem(path));

import { type BpmnProblem, type BpmnProblemCode, parseBpmn } from '@irisflow/bpmn';
import { whyUnreadable } from './rules-of-the-standard.ts';

/** A reason to refuse a file, with how often it was found and what the first one says. */
export interface Refusal {
  readonly code: BpmnProblemCode;
  readonly times: number;
  readonly message: string;
}

/** What becomes of a file of another tool. */
export interface Judgement {
  readonly name: string;
  /** Why it cannot be read; empty for a file that is. */
  readonly unreadable: readonly Refusal[];
  /** Whether it has a process that is meant to run. */
  readonly isExecutable: boolean;
  /** Why it is not deployed, if it was read and has such a process; empty for a file that is. */
  readonly notDeployed: readonly Refusal[];
  readonly warnings: number;
}

const refusalsOf = (problems: readonly BpmnProblem[]): readonly Refusal[] =>
  [...new Set(problems.map(({ code }) => code))].map((code) => {
    const same = problems.filter((problem) => problem.code === code);
    return { code, times: same.length, message: same[0]?.message ?? '' };
  });

const stopsReading = ({ code }: BpmnProblem): boolean => code.startsWith('XML_') || code in whyUnreadable;

/** Compiles a file as deployment does. */
export const judgeModel = (name: string, content: Uint8Array): Judgement => {
  const { problems } = parseBpmn(content, { name });
  const errors = problems.filter(({ severity }) => severity === 'error');
  const isExecutable = !errors.some(({ code }) => code === 'BPMN_NO_EXECUTABLE_PROCESS');
  return {
    name,
    unreadable: refusalsOf(errors.filter(stopsReading)),
    isExecutable,
    notDeployed: isExecutable ? refusalsOf(errors.filter((problem) => !stopsReading(problem))) : [],
    warnings: problems.length - errors.length,
  };
};

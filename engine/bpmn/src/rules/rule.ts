import type { ExecutableProcess } from '../graph.ts';
import type { BpmnProblemCode } from '../problem-codes.ts';
import type { ProblemParams } from '../problem-log.ts';

export interface RuleSubject {
  readonly process: ExecutableProcess;
  /** Adds a problem at the element or flow with that id. */
  readonly report: (code: BpmnProblemCode, id: string, params?: ProblemParams) => void;
}

/**
 * Checks how the elements of one process fit together.
 * A rule sees a complete graph, may assume that every single element is right, and takes time linear in its size.
 */
export type Rule = (subject: RuleSubject) => void;

import type { JobResult } from '@irisflow/core';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import type { CorrectionsMessage, JobResultMessage } from './messages.ts';

const TYPES: ReadonlySet<string> = new Set(['', 'userTask', 'adHocSubProcess']);

/** Why a result cannot be understood; null when it can. */
export const problemOfResult = (result: JobResultMessage | null): string | null => {
  if (result === null) return null;
  if (!TYPES.has(result.type)) {
    return `Expected a result of type 'userTask' or 'adHocSubProcess', but found '${result.type.slice(0, 100)}'`;
  }
  for (const { variables } of result.activateElements) {
    const problem = problemOfVariables(variables);
    if (problem !== null) return problem;
  }
  return null;
};

const cleared = (text: string): string | null => (text === '' ? null : text);

const correctionsOf = (corrections: CorrectionsMessage): JobResult['corrections'] => {
  const { assignee, dueDate, followUpDate, candidateUsers, candidateGroups, priority } = corrections;
  return {
    ...(assignee === undefined ? {} : { assignee: cleared(assignee) }),
    ...(dueDate === undefined ? {} : { dueDate: cleared(dueDate) }),
    ...(followUpDate === undefined ? {} : { followUpDate: cleared(followUpDate) }),
    ...(candidateUsers === null ? {} : { candidateUsers: candidateUsers.values }),
    ...(candidateGroups === null ? {} : { candidateGroups: candidateGroups.values }),
    ...(priority === undefined ? {} : { priority }),
  };
};

/** The result as the engine takes it. */
export const jobResultOf = (result: JobResultMessage | null): JobResult | null =>
  result === null
    ? null
    : {
        denied: result.denied,
        deniedReason: result.deniedReason,
        corrections: correctionsOf(result.corrections ?? { candidateUsers: null, candidateGroups: null }),
        activateElements: result.activateElements.map(({ elementId, variables }) => ({
          elementId,
          variables: variablesText(variables),
        })),
        isCompletionConditionFulfilled: result.isCompletionConditionFulfilled,
        isCancelRemainingInstances: result.isCancelRemainingInstances,
      };

import type { Binding, ExecutableElement, ExecutableProcess, Expression } from './graph.ts';

/** A form that a user task or start event shows; `formId` may be FEEL, and is then known only when it runs. */
export interface FormReference {
  readonly elementId: string;
  readonly formId: Expression;
  readonly binding: Binding;
}

export interface DecisionReference {
  readonly elementId: string;
  readonly decisionId: Expression;
  readonly binding: Binding;
}

export interface ProcessReference {
  readonly elementId: string;
  readonly processId: Expression;
  readonly binding: Binding;
}

/** The forms that the start events and user tasks of a process refer to, in document order. */
export const formReferences = (process: ExecutableProcess): readonly FormReference[] =>
  process.elements.flatMap((element) => {
    if (element.kind !== 'userTask' && element.kind !== 'startEvent') return [];
    const { formId, formBinding } = element.kind === 'userTask' ? element.userTask : element;
    return formId === null ? [] : { elementId: element.id, formId, binding: formBinding };
  });

/** The decisions that the business rule tasks of a process call, in document order. */
export const decisionReferences = (process: ExecutableProcess): readonly DecisionReference[] =>
  process.elements.flatMap((element) => {
    if (!('work' in element) || element.work.kind !== 'decision') return [];
    const { decisionId, binding } = element.work.decision;
    return { elementId: element.id, decisionId, binding };
  });

/** The processes that the call activities of a process call, in document order. */
export const processReferences = (process: ExecutableProcess): readonly ProcessReference[] =>
  process.elements.flatMap((element) =>
    element.kind === 'callActivity'
      ? { elementId: element.id, processId: element.processId, binding: element.binding }
      : [],
  );

const literals = (expressions: readonly Expression[]): readonly string[] =>
  [...new Set(expressions.flatMap((expression) => (expression.kind === 'literal' ? expression.text : [])))].sort();

const jobTypesOf = (element: ExecutableElement): readonly Expression[] => {
  const types = element.listeners.map(({ type }) => type);
  if ('work' in element && element.work.kind === 'job') types.push(element.work.job.type);
  if ('job' in element && element.job !== null) types.push(element.job.type);
  if (element.kind === 'userTask') types.push(...element.userTask.taskListeners.map(({ type }) => type));
  return types;
};

/** The job types that a process names outright, sorted; types computed by FEEL are not among them. */
export const jobTypes = (process: ExecutableProcess): readonly string[] =>
  literals(process.elements.flatMap(jobTypesOf));

const awaitedNames = (element: ExecutableElement): readonly Expression[] => {
  if (element.kind === 'receiveTask') return [element.message.name];
  const thrown = element.kind === 'intermediateThrowEvent' || element.kind === 'endEvent';
  return !thrown && 'event' in element && element.event.kind === 'message' ? [element.event.message.name] : [];
};

/** The names of messages that a process waits for or starts with, sorted; names computed by FEEL are not among them. */
export const messageNames = (process: ExecutableProcess): readonly string[] =>
  literals(process.elements.flatMap(awaitedNames));

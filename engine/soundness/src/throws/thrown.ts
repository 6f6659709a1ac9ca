import { expressionText, type ExecutableElement, type Expression } from '@irisflow/bpmn';

/** What an element may throw; `code: null` is a code that only running it would tell. */
export interface Thrown {
  readonly kind: 'error' | 'escalation';
  readonly code: string | null;
  /** Whether the model itself throws it; a worker only may. */
  readonly isCertain: boolean;
}

const codeOf = (code: Expression | null): string | null => {
  if (code === null) return '';
  return code.kind === 'literal' ? expressionText(code) : null;
};

const hasJob = (element: ExecutableElement): boolean => {
  if ('job' in element) return element.job !== null;
  if ('work' in element) return element.work.kind === 'job';
  return element.kind === 'userTask' && element.userTask.implementation === 'job';
};

const anyError: Thrown = { kind: 'error', code: null, isCertain: false };
const anyEscalation: Thrown = { kind: 'escalation', code: null, isCertain: false };

/** Everything that an element may throw: end and throw events their event, workers any error, called processes both. */
export const thrownBy = (element: ExecutableElement): readonly Thrown[] => {
  if (element.kind === 'callActivity') return [anyError, anyEscalation];
  if (hasJob(element)) return [anyError];
  if (element.kind !== 'endEvent' && element.kind !== 'intermediateThrowEvent') return [];
  const { event } = element;
  if (event.kind !== 'error' && event.kind !== 'escalation') return [];
  return [{ kind: event.kind, code: codeOf(event.code), isCertain: true }];
};

import type { ConnectorAnswer, Values } from '../scenario.ts';
import type { OpenJob } from '../scenario-engine.ts';
import type { RecordedCase, RecordedQuestion } from './recorded-case.ts';

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same for the same value, in whatever order its parts stand. */
const textOf = (value: unknown): string =>
  JSON.stringify(value ?? null, (_name, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );

/** What the platform itself does: it can be done again without asking anybody. */
const own = new Set(['case-store', 'letter', 'mail']);

/** Whether somebody asked the same then; of what the platform does, the operation alone counts. */
const asksTheSame = ({ type, inputs, resultVariable }: OpenJob, then: RecordedQuestion): boolean => {
  if (then.type !== '' && then.type !== type) return false;
  if (own.has(type)) return textOf(then.inputs['operation']) === textOf(inputs['operation']);
  // Where its answer goes to, the step had nothing yet when it asked.
  const given = Object.entries(inputs).filter(([name]) => name !== resultVariable);
  return given.every(([name, value]) => textOf(then.inputs[name]) === textOf(value));
};

/**
 * What a connector answered then: to the step itself, as often as it asked, and where that is another question, to whatever step
 * asked the same. Null where nobody asked it.
 */
export const recordedAnswer = ({ questions }: RecordedCase, job: OpenJob, time: number): ConnectorAnswer | null => {
  const ofStep = questions.filter(({ elementId }) => elementId === job.elementId)[time];
  if (ofStep !== undefined && ofStep.answer !== null && asksTheSame(job, ofStep)) return ofStep.answer;
  if (own.has(job.type)) return null;
  return (
    questions.find((each) => each.type === job.type && each.answer !== null && asksTheSame(job, each))?.answer ?? null
  );
};

import type { ExecutableElement, Mapping } from '@irisflow/bpmn';
import { constantOf } from './constant-of.ts';

const letterConnector = 'letter';

/** By which names a step gives a letter: which one, and what it prints. */
interface LetterInputs {
  readonly template: string;
  readonly values: string;
}

const byLetter: LetterInputs = { template: 'template', values: 'values' };
/** One that goes by post with proof of its arrival. */
const byNotice: LetterInputs = { template: 'noticeTemplate', values: 'noticeValues' };

const inputNamed = ({ inputs }: ExecutableElement, name: string): Mapping | undefined =>
  inputs.find(({ target }) => target.join('.') === name);

const inputsOf = (element: ExecutableElement): LetterInputs | null => {
  if (!('work' in element) || element.work.kind !== 'job') return null;
  if (constantOf(element.work.job.type) === letterConnector) return byLetter;
  return inputNamed(element, byNotice.template) === undefined ? null : byNotice;
};

/** What a step sends. */
interface LetterSending {
  /** Null where it is only known when the step runs. */
  readonly template: string | null;
  /** What the letter prints. */
  readonly values: readonly Mapping[];
}

/** The letter that an element sends; null where it sends none. */
export const letterOf = (element: ExecutableElement): LetterSending | null => {
  const names = inputsOf(element);
  if (names === null) return null;
  const template = inputNamed(element, names.template);
  return {
    template: template === undefined ? null : constantOf(template.source),
    values: element.inputs.filter(({ target }) => target[0] === names.values),
  };
};

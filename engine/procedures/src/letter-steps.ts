import type { ExecutableElement, ExecutableProcess, Mapping } from '@irisflow/bpmn';
import { constantOf } from './constant-of.ts';

export const letterConnector = 'letter';

/** Where an application form may ask for the address that letters go to; of several the first counts. */
export const addressPointers = [
  '/domicile',
  '/address',
  '/applicant/address',
  '/applicant/domicile',
  '/contact/address',
];

/** What a step gives to the letter that it sends: FEEL by the place in its values. */
export interface LetterValue {
  /** Within the values; empty for all of them at once. */
  readonly path: readonly string[];
  readonly source: string;
}

/** The step that sends a letter. */
export interface LetterStep {
  readonly template: string;
  readonly values: readonly LetterValue[];
}

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

const valueOf = ({ source, target }: Mapping): LetterValue => ({
  path: target.slice(1),
  source: source.kind === 'feel' ? source.source : JSON.stringify(source.text),
});

const stepOf = (element: ExecutableElement): LetterStep[] => {
  const sending = letterOf(element);
  if (sending === null || sending.template === null) return [];
  return [{ template: sending.template, values: sending.values.map(valueOf) }];
};

/** The steps of processes that send letters, in their order. */
export const letterStepsOf = (processes: readonly ExecutableProcess[]): readonly LetterStep[] =>
  processes.flatMap(({ elements }) => elements.flatMap(stepOf));

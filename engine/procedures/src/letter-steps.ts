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

/** Whether an element sends a letter. */
export const sendsLetter = (element: ExecutableElement): boolean =>
  'work' in element && element.work.kind === 'job' && constantOf(element.work.job.type) === letterConnector;

const valueOf = ({ source, target }: Mapping): LetterValue => ({
  path: target.slice(1),
  source: source.kind === 'feel' ? source.source : JSON.stringify(source.text),
});

const stepOf = (element: ExecutableElement): LetterStep[] => {
  if (!sendsLetter(element)) return [];
  const mapping = element.inputs.find(({ target }) => target.join('.') === 'template');
  const template = mapping === undefined ? null : constantOf(mapping.source);
  if (template === null) return [];
  return [{ template, values: element.inputs.filter(({ target }) => target[0] === 'values').map(valueOf) }];
};

/** The steps of processes that send letters, in their order. */
export const letterStepsOf = (processes: readonly ExecutableProcess[]): readonly LetterStep[] =>
  processes.flatMap(({ elements }) => elements.flatMap(stepOf));

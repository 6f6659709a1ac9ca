import type { ExecutableElement, ExecutableProcess, Mapping } from '@irisflow/bpmn';
import { letterOf } from '@irisflow/names';

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

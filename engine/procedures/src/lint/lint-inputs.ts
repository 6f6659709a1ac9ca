import type { ExecutableElement, Expression } from '@irisflow/bpmn';
import type { LocalizedText, ProcedureProblem } from '@irisflow/foundation';
import { inputsOf, type TemplateInput, type Templates } from '../connectors/template-inputs.ts';
import { constantOf } from '@irisflow/names';
import type { ProcedureFolder } from '../read-folder.ts';
import { stepNames } from '../step-names.ts';
import { problemOf } from './problem.ts';

/** FEEL's null and an empty text are nothing to whoever gets them. */
const isNothing = (source: Expression): boolean =>
  (source.kind === 'feel' && source.source.trim() === 'null') || constantOf(source)?.trim() === '';

/** Whether something is written for an input, or for a part of it. */
export const isGiven = ({ inputs }: ExecutableElement, name: string): boolean =>
  inputs.some(({ source, target }) => target[0] === name && (target.length > 1 || !isNothing(source)));

/** What stands for an input in the drawing; null where it is computed, or not there. */
const constantIn = ({ inputs }: ExecutableElement, name: string): string | null => {
  const mapping = inputs.findLast(({ target }) => target.join('.') === name);
  return mapping === undefined ? null : constantOf(mapping.source);
};

/** How a step is called in every language, or by its id where nobody named it. */
export const nameOfStep = ({ description }: ProcedureFolder, { id, name }: ExecutableElement): LocalizedText | string =>
  (description === null ? undefined : stepNames(description)[id]) ?? name ?? id;

const jobTypeOf = (element: ExecutableElement): string | null => {
  if ('work' in element) return element.work.kind === 'job' ? constantOf(element.work.job.type) : null;
  return 'job' in element && element.job !== null ? constantOf(element.job.type) : null;
};

/** Whether an input is there; of what is computed nobody knows it yet. */
const isAsked = ({ when }: TemplateInput, element: ExecutableElement): boolean =>
  when === null || when.oneOf.includes(constantIn(element, when.input) ?? '');

const oddValue = ({ name, choices }: TemplateInput, element: ExecutableElement): string | null => {
  const value = constantIn(element, name);
  return value === null || value === '' || choices.length === 0 || choices.includes(value) ? null : value;
};

interface Step {
  readonly file: string;
  readonly element: ExecutableElement;
  readonly name: LocalizedText | string;
}

const problemsOfInput = ({ file, element, name: step }: Step, input: TemplateInput): ProcedureProblem[] => {
  const place = { elementId: element.id };
  if (input.isRequired && !isGiven(element, input.name))
    return [problemOf({ file, code: 'STEP_INPUT_MISSING', subject: input.label, found: step, place })];
  const value = oddValue(input, element);
  return value === null
    ? []
    : [problemOf({ file, code: 'STEP_INPUT_UNKNOWN_VALUE', subject: value, found: input.label, place })];
};

/** What the steps of a folder do not say to their connectors: each would stand still with an incident when a case comes to it. */
export const lintInputs = (
  folder: ProcedureFolder,
  { templates = new Map() }: { readonly templates?: ReadonlyMap<string, Templates> },
): ProcedureProblem[] => {
  const inputs = new Map([...templates].map(([type, one]) => [type, inputsOf(one)]));
  return folder.processes.flatMap(({ path: file, process }) =>
    process.elements.flatMap((element) => {
      const step = { file, element, name: nameOfStep(folder, element) };
      return (inputs.get(jobTypeOf(element) ?? '') ?? [])
        .filter((input) => isAsked(input, element))
        .flatMap((input) => problemsOfInput(step, input));
    }),
  );
};

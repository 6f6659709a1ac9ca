import type { BlockView } from '../../api/procedures.ts';
import type { Locale } from '@irisflow/client';
import type { FlowElement } from '../modeler/neighbor.ts';
import { inputsOf, isNamedPart, offeredInputs, type ReadTemplate } from '../named/named-parts.ts';
import type { InputKind } from './input-source.ts';
import { madeBy } from './made-things.ts';

/** Something that a step gets, and what it is told now. */
export interface StepInput {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly isRequired: boolean;
  readonly kind: InputKind;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** FEEL with its `=`; empty where nothing is said. */
  readonly source: string;
}

const ofBlock = ({ inputs }: BlockView, given: ReadonlyMap<string, string>, locale: Locale): StepInput[] =>
  inputs.flatMap(({ name, label, hint, isRequired, kind, choices }) =>
    kind === 'named'
      ? []
      : [
          {
            name,
            label: label[locale],
            hint: hint?.[locale] ?? null,
            isRequired,
            kind,
            choices: choices.map((choice) => ({ value: choice.value, label: choice.label[locale] })),
            source: given.get(name) ?? '',
          },
        ],
  );

/** What a letter prints beside what the platform says of the case: any values of the case, under the names that it reads. */
const printed: ReadonlySet<string> = new Set(['values', 'noticeValues']);

/** By which a step says which message it sends to another case. */
export const MESSAGE = 'messageName';

const kindOf = (name: string, feel: string, isChosen: boolean): 'values' | 'choices' | 'made' | 'anyText' | 'any' => {
  if (printed.has(name)) return 'values';
  if (isChosen) return 'choices';
  if (madeBy(name) !== null) return 'made';
  return feel === 'optional' ? 'anyText' : 'any';
};

/** What a connector asks as FEEL; its lists of choices stand in the panel of the library. */
const ofTemplates = (
  element: FlowElement,
  templates: readonly ReadTemplate[],
  given: ReadonlyMap<string, string>,
): StepInput[] =>
  offeredInputs(element, templates).flatMap(
    ({ label = '', description = null, feel, optional = false, choices = [], binding }) => {
      const name = binding?.name ?? '';
      if (feel === undefined || name === '' || isNamedPart(name)) return [];
      return [
        {
          name,
          label: label || name,
          hint: description,
          isRequired: !optional,
          kind: kindOf(name, feel, choices.length > 0),
          choices: choices.map((choice) => ({ value: choice.value, label: choice.name })),
          source: given.get(name) ?? '',
        } as const,
      ];
    },
  );

interface Known {
  /** The block that the step calls; undefined where it calls none. */
  readonly block: BlockView | undefined;
  readonly templates: readonly ReadTemplate[];
  readonly locale: Locale;
}

/** What a step is told beside the things that it names, in the order in which it asks. */
export const stepInputs = (element: FlowElement, { block, templates, locale }: Known): StepInput[] => {
  const given = inputsOf(element);
  if (block !== undefined) return ofBlock(block, given, locale);
  return element.type === 'bpmn:CallActivity' ? [] : ofTemplates(element, templates, given);
};

import { isNamedInput, thingOfInput } from '@irisflow/names';
import { extensionsOf, type Moddle } from '../modeler/extensions-of.ts';
import type { FlowElement } from '../modeler/neighbor.ts';

/** The lists of the designer from which one chooses what the platform knows to be named. */
const kindOfThing = {
  term: 'terms',
  opinion: 'opinions',
  hearing: 'hearings',
  inspection: 'inspections',
  right: 'right',
  quota: 'quota',
  obligation: 'obligation',
  role: 'roles',
  letter: 'letter',
  group: 'group',
} as const;

/** Inputs that name what is no thing of the folder, or a part of one. */
const otherKinds = {
  status: 'caseStatus',
  rightState: 'rightState',
  openProcedure: 'procedure',
  rightSource: 'rightSource',
} as const;

const isOther = (input: string): input is keyof typeof otherKinds => Object.hasOwn(otherKinds, input);

type ListedKind = (typeof kindOfThing)[keyof typeof kindOfThing] | (typeof otherKinds)[keyof typeof otherKinds];

/** What a part of a step names. */
export type PartKind = ListedKind | 'decision' | 'process';

const kindOf = (input: string): PartKind | undefined => {
  if (isNamedInput(input)) return kindOfThing[thingOfInput[input]];
  return isOther(input) ? otherKinds[input] : undefined;
};

/** Something that a step names: the letter that it sends, the term that it starts. */
export interface NamedPart {
  /** The input that says it; `decision` and `process` stand in the element itself. */
  readonly input: string;
  readonly kind: PartKind;
  /** As the template of the step calls it; null where it has none. */
  readonly label: string | null;
  /** What it says now: a FEEL expression for an input, a plain id for a decision or a process. */
  readonly source: string;
}

/** A property of an element template, as far as it is read here. */
interface TemplateProperty {
  readonly type?: string;
  readonly label?: string;
  readonly description?: string;
  readonly value?: unknown;
  /** Where what is given may or has to be FEEL. */
  readonly feel?: string;
  readonly optional?: boolean;
  /** Of what is chosen; several, where it is FEEL. */
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly binding?: { readonly type?: string; readonly name?: string; readonly property?: string };
  readonly condition?: { readonly property?: string; readonly oneOf?: readonly string[]; readonly equals?: string };
}

export interface ReadTemplate {
  readonly properties?: readonly TemplateProperty[];
}

const TEXT = /^\s*=\s*("(?:[^"\\]|\\.)*")\s*$/;

/** The text that an expression always gives; null where it is counted. Without its `=` it is the text itself, as for the engine. */
export const constantOf = (source: string): string | null => {
  const text = TEXT.exec(source)?.[1];
  if (text === undefined) return /^\s*=/.test(source) ? null : source.trim();
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
};

export const sourceOf = (constant: string): string => `= ${JSON.stringify(constant)}`;

const typed = (element: FlowElement, type: string): Moddle | undefined =>
  extensionsOf(element).find(({ $type }) => $type === type);

const textOf = (moddle: Moddle | undefined, name: string): string => {
  const value = moddle?.get(name);
  return typeof value === 'string' ? value : '';
};

/** Inputs of a step, by what they give. */
export const inputsOf = (element: FlowElement): ReadonlyMap<string, string> => {
  const inputs = (typed(element, 'zeebe:IoMapping')?.get('inputParameters') ?? []) as readonly Moddle[];
  return new Map(inputs.map((input) => [textOf(input, 'target'), textOf(input, 'source')]));
};

/** Whether a template is that of the step: its job type or the process that it calls is the same. */
const isTemplateOf = (element: FlowElement, { properties = [] }: ReadTemplate): boolean => {
  const type = textOf(typed(element, 'zeebe:TaskDefinition'), 'type');
  const called = textOf(typed(element, 'zeebe:CalledElement'), 'processId');
  return properties.some(({ value, binding }) => {
    if (value === undefined || value === '') return false;
    if (binding?.type === 'zeebe:calledElement') return binding.property === 'processId' && value === called;
    return binding?.type === 'zeebe:taskDefinition' && binding.property === 'type' && value === type;
  });
};

/** Whether a property is asked for what the step does. */
const isAsked = ({ condition }: TemplateProperty, operation: string | null): boolean =>
  condition?.property !== 'input.operation' ||
  (operation !== null && (condition.oneOf?.includes(operation) ?? condition.equals === operation));

const calledParts = (element: FlowElement): NamedPart[] => {
  if (element.type === 'bpmn:BusinessRuleTask' && typed(element, 'zeebe:TaskDefinition') === undefined)
    return [
      {
        input: 'decision',
        kind: 'decision',
        label: null,
        source: textOf(typed(element, 'zeebe:CalledDecision'), 'decisionId'),
      },
    ];
  const called = textOf(typed(element, 'zeebe:CalledElement'), 'processId');
  if (element.type !== 'bpmn:CallActivity' || called.startsWith('block-')) return [];
  return [{ input: 'process', kind: 'process', label: null, source: called }];
};

/** Whether an input names a thing, which is chosen by its title. */
export const isNamedPart = (input: string): boolean => kindOf(input) !== undefined;

/** What the template of a step asks for what the step does. */
export const offeredInputs = (
  element: FlowElement,
  templates: readonly ReadTemplate[],
): readonly TemplateProperty[] => {
  const operation = constantOf(inputsOf(element).get('operation') ?? '');
  return templates
    .filter((template) => isTemplateOf(element, template))
    .flatMap(({ properties = [] }) => properties)
    .filter(({ type, binding }) => binding?.type === 'zeebe:input' && type !== 'Hidden')
    .filter((property) => isAsked(property, operation));
};

/** What a step names, or may name by its template, in the order of the template. */
export const namedParts = (element: FlowElement, templates: readonly ReadTemplate[]): NamedPart[] => {
  const inputs = inputsOf(element);
  const offered = offeredInputs(element, templates);
  const labels = new Map(offered.map(({ binding, label }) => [binding?.name ?? '', label ?? null]));
  const names = [...new Set([...labels.keys(), ...inputs.keys()])];
  const parts = names.flatMap((input): NamedPart[] => {
    const kind = kindOf(input);
    if (kind === undefined || labels.size === 0) return [];
    return [{ input, kind, label: labels.get(input) ?? null, source: inputs.get(input) ?? '' }];
  });
  return [...calledParts(element), ...parts];
};

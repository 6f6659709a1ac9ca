import { caseHandleVariable } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { checkSchema } from '../check-schema.ts';
import { ConnectorTemplate, type TemplateProperty } from './template-schema.ts';

/** Whose template it is, and in which language. */
export interface TemplatePlace {
  readonly type: string;
  readonly version: number;
  readonly locale: string;
}

export const MAX_TEXT_BYTES = 64 * 1024;

const variable = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;
const markup = /<[a-z/!?]/i;
/** They turn a text around, or hide a part of it: it reads as something that it does not say. */
const disguise = /[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u2060\uFEFF]|(?![\n\t])\p{Cc}/u;
const bindings: readonly unknown[] = ['zeebe:taskDefinition', 'zeebe:input', 'zeebe:output', 'zeebe:taskHeader'];

const refuseIn =
  ({ type, locale }: TemplatePlace) =>
  (expected: string, found: string): never => {
    throw new CaseworkError(
      'CONNECTOR_REFUSED',
      `Expected ${expected} in the ${locale} template of ${type}, but found ${found.slice(0, 200)}`,
    );
  };
type Refuse = ReturnType<typeof refuseIn>;

/** What makes a template set something else than a worker's task is named before the rest of the schema. */
const refuseBindings = (template: unknown, refuse: Refuse): void => {
  const { properties } = (template ?? {}) as { readonly properties?: unknown };
  if (!Array.isArray(properties)) return;
  for (const property of properties as readonly { readonly binding?: { readonly type?: unknown } }[]) {
    const found = property?.binding?.type;
    if (!bindings.includes(found)) refuse(`bindings of ${bindings.join(', ')} alone`, String(found));
  }
};

const read = (template: unknown, refuse: Refuse): ConnectorTemplate => {
  const checked = checkSchema(ConnectorTemplate, template);
  if (checked.ok) return checked.value;
  const [first] = checked.findings;
  return refuse(
    'an element template of a task for a worker',
    `at "${first?.pointer ?? ''}": ${first?.detail ?? 'another value'}`,
  );
};

const isTypeBinding = ({ binding }: TemplateProperty): boolean =>
  binding.type === 'zeebe:taskDefinition' && binding.property === 'type';

/** A template that lets somebody change the type, or leaves it out, would reach the workers of others. */
const requireType = ({ properties }: ConnectorTemplate, { type }: TemplatePlace, refuse: Refuse): void => {
  const [own, ...more] = properties.filter(isTypeBinding);
  const isFixed = own?.type === 'Hidden' && own.value === type && own.condition === undefined;
  if (!isFixed || more.length > 0)
    refuse(`one hidden property that sets the type to ${type}`, JSON.stringify([own ?? null, ...more]));
};

const targetsOf = ({ binding, value }: TemplateProperty): string[] => {
  if (binding.type === 'zeebe:input') return [binding.name];
  const isResult = binding.type === 'zeebe:taskHeader' && binding.key === 'resultVariable';
  if (binding.type !== 'zeebe:output' && !isResult) return [];
  return typeof value === 'string' && value !== '' ? [value] : [];
};

const wordsOf = (template: ConnectorTemplate): (string | undefined)[] => [
  template.name,
  template.description,
  template.category?.name,
  ...(template.groups ?? []).map(({ label }) => label),
  ...template.properties.flatMap(({ label, description, tooltip, placeholder, choices = [] }) => [
    label,
    description,
    tooltip,
    placeholder,
    ...choices.map(({ name }) => name),
  ]),
];

/** Refuses markup and disguises: these words are shown to analysts, who trust what the designer says. */
export const plainWords = (words: readonly (string | undefined)[]): boolean =>
  words.every((text) => text === undefined || !(markup.test(text) || disguise.test(text)));

/** Refuses a template that is none, that sets more than a worker's task, or that belongs to another connector. */
export const judgeTemplate = (template: unknown, place: TemplatePlace): void => {
  const refuse = refuseIn(place);
  const text = JSON.stringify(template) ?? '';
  const size = Buffer.byteLength(text);
  if (size > MAX_TEXT_BYTES) refuse(`at most ${MAX_TEXT_BYTES} bytes`, `${size}`);
  refuseBindings(template, refuse);
  const checked = read(template, refuse);
  if (checked.id !== `irisflow.${place.type}`) refuse(`the id irisflow.${place.type}`, checked.id);
  if (checked.version !== place.version) refuse(`version ${place.version}`, `${checked.version}`);
  requireType(checked, place, refuse);
  const wrong = checked.properties.flatMap(targetsOf).find((target) => !variable.test(target));
  if (wrong !== undefined) refuse('names of variables', wrong);
  if (text.includes(caseHandleVariable))
    refuse('variables of the process', `${caseHandleVariable}, the platform’s own`);
  if (!plainWords(wordsOf(checked))) refuse('plain words', 'markup, or characters that nobody sees');
};

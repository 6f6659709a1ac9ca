import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** Deep enough for every schema of the API. */
type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The part of a schema that a pointer such as `#/properties/page/anyOf/0` leads to. */
const at = (schema: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, step) => (isNode(node) ? node[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined),
      schema,
    );

const placeOf = (instancePath: string): string =>
  instancePath === '' ? 'the body' : `'${instancePath.slice(1).replaceAll('/', '.')}'`;

const namesOf = (found: unknown): string =>
  Array.isArray(found) ? found.map((name) => `'${String(name).slice(0, 100)}'`).join(', ') : '';

/** Why a value does not follow its schema: the first fault, with the allowed fields when one is unknown. */
export const faultOf = (schema: TSchema, value: unknown): string => {
  const faults = Value.Errors(schema, value);
  const unknown = faults.find(({ keyword }) => keyword === 'additionalProperties');
  if (unknown !== undefined) {
    const owner = at(schema, unknown.schemaPath);
    const allowed = isNode(owner) && isNode(owner['properties']) ? Object.keys(owner['properties']) : [];
    const found = 'additionalProperties' in unknown.params ? unknown.params.additionalProperties : [];
    const expected = allowed.length === 0 ? 'no fields' : `fields of ${allowed.join(', ')}`;
    return `Expected ${placeOf(unknown.instancePath)} to have ${expected}, but found ${namesOf(found)}`;
  }
  const [fault] = faults;
  return `Expected the body to follow the API, but ${placeOf(fault?.instancePath ?? '')} ${fault?.message ?? 'does not'}`;
};

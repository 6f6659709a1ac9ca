import { hideHandlesIn } from './case-handle.ts';
import type { Connector, ConnectorField } from './connector.ts';

type Values = Readonly<Record<string, unknown>>;

/** Of a job: what its process knows, and what stands in the model. */
type Given = { readonly variables: Values; readonly customHeaders: Values };

/**
 * The inputs among a job's variables and, where they are fixed, its headers. Only declared names are read, and only those that exist for the other inputs given: a
 * process variable that happens to have the name of an unused input is none of our business. Null is how FEEL says "nothing",
 * so a null counts as not given. A case handle is nobody's input: it would leave with a mail or a request.
 */
export const pickInput = (connector: Connector, { variables, customHeaders }: Given): Record<string, unknown> => {
  const given = fieldsOf(connector)
    .filter(([, field]) => applies(field, variables))
    .map(([name, { isFixed }]) => [name, (isFixed === true ? customHeaders : variables)[name]] as const)
    .filter(([, value]) => value !== undefined && value !== null);
  // A copy: defaults are filled in, and the job's variables are not ours to change.
  return hideHandlesIn(structuredClone(Object.fromEntries(given)));
};

/** Says which input is missing although another input's value requires it. */
export const findMissingInput = (connector: Connector, input: Values): string | undefined => {
  const missing = fieldsOf(connector).find(
    ([name, field]) => field.when?.need === 'required' && applies(field, input) && input[name] === undefined,
  );
  if (missing === undefined) return undefined;
  const [name, { when }] = missing;
  return `/${name} is missing, which ${when?.field} "${String(input[when?.field ?? ''])}" requires`;
};

const fieldsOf = (connector: Connector): (readonly [string, ConnectorField])[] =>
  Object.entries(connector.fields as Readonly<Record<string, ConnectorField>>);

const applies = ({ when }: ConnectorField, values: Values): boolean =>
  when === undefined || when.oneOf.includes(String(values[when.field]));

import type { TObject, TSchema } from 'typebox';

import type { ConnectorDefinition, ConnectorField } from './connector.ts';

// One dot: `<administration>.<name>` is a type of that administration, a type without is the platform's.
const TYPE = /^([a-z][a-z0-9]*(-[a-z0-9]+)*\.)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const ERROR_CODE = /^[A-Z][A-Z0-9_]*$/;
const CONFIGURED_NAME = /^[A-Z][A-Z0-9_]*$/;

/** Checks and freezes a definition; throws when a name or a number could not work at run time. */
export const defineConnector = <Input extends TObject, Output extends TSchema, Code extends string>(
  definition: ConnectorDefinition<Input, Output, Code>,
): ConnectorDefinition<Input, Output, Code> => {
  const { type } = definition;
  expectMatch(type, 'a job type', TYPE, [type]);
  expectMatch(type, 'a variable', VARIABLE, [definition.resultName, ...Object.keys(definition.input.properties)]);
  expectMatch(type, 'an error code', ERROR_CODE, Object.keys(definition.errors));
  expectMatch(type, 'a secret', CONFIGURED_NAME, definition.secrets ?? []);
  expectMatch(type, 'a setting', CONFIGURED_NAME, definition.settings ?? []);
  if (
    definition.errorCodesFrom !== undefined &&
    !Object.hasOwn(definition.input.properties, definition.errorCodesFrom)
  ) {
    throw new Error(`Expected connector "${type}" to have the input "${definition.errorCodesFrom}", but it has none.`);
  }
  const fields = Object.values(definition.fields) as readonly ConnectorField[];
  if (fields.some(({ isFixed, when }) => isFixed === true && when !== undefined)) {
    throw new Error(`Expected a fixed input of connector "${type}" to exist always, but it depends on another one.`);
  }
  if (definition.ratePerMinute !== undefined) expectPositiveInteger(type, 'ratePerMinute', definition.ratePerMinute);
  for (const name of ['version', 'timeoutMs', 'retries', 'backoffMs'] as const) {
    expectPositiveInteger(type, name, definition[name]);
  }
  return Object.freeze({ ...definition });
};

const expectMatch = (type: string, role: string, pattern: RegExp, names: readonly string[]): void => {
  const wrong = names.find((name) => !pattern.test(name));
  if (wrong === undefined) return;
  throw new Error(`Expected ${role} of connector "${type}" to match ${pattern.source}, but found "${wrong}".`);
};

const expectPositiveInteger = (type: string, name: string, value: number): void => {
  if (Number.isSafeInteger(value) && value > 0) return;
  throw new Error(`Expected ${name} of connector "${type}" to be a positive integer, but found ${value}.`);
};

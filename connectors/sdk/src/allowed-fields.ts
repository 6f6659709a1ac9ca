import type { Connector } from './connector.ts';

type Values = Readonly<Record<string, unknown>>;

/** Which top-level fields of a source's answer may be used. Every permission of a run narrows it; without one nothing is kept back. */
export type AllowedFields = {
  readonly narrow: (fields: readonly string[]) => void;
  /** The answer without the fields that may not be used. */
  readonly keep: (output: unknown) => unknown;
  /** The variables of a business error without those that are such fields. */
  readonly keepVariables: (connector: Connector, variables: Values) => Values;
};

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesWhere = (values: Values, isKept: (name: string) => boolean): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isKept(name)));

/** Starts without any limit. */
export const createAllowedFields = (): AllowedFields => {
  let allowed: ReadonlySet<string> | undefined;
  const isAllowed = (name: string): boolean => allowed?.has(name) ?? true;
  return {
    narrow: (fields) => {
      allowed = new Set(fields.filter(isAllowed));
    },
    keep: (output) => {
      if (allowed === undefined) return output;
      return isObject(output) ? entriesWhere(output, isAllowed) : null;
    },
    keepVariables: ({ output }, variables) => {
      const fields = 'properties' in output && isObject(output.properties) ? output.properties : {};
      return entriesWhere(variables, (name) => !Object.hasOwn(fields, name) || isAllowed(name));
    },
  };
};

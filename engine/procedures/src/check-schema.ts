import { Check, Errors } from 'typebox/value';
import type { Static, TSchema } from 'typebox';

export interface SchemaFinding {
  readonly pointer: string;
  readonly keyword: string;
  readonly detail: string;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly SchemaFinding[] };

/** Applicators only repeat what the keywords below them say; `boolean` repeats `additionalProperties`. */
const isTelling = (keyword: string): boolean => !['anyOf', 'properties', 'boolean'].includes(keyword);

/** Checks an unknown value against one of our schemas. */
export const checkSchema = <T extends TSchema>(schema: T, value: unknown): Checked<Static<T>> => {
  // Nearly always nothing is wrong, and to say so takes a quarter of looking for what is.
  if (Check(schema, value)) return { ok: true, value };
  const errors = Errors(schema, value);
  const telling = errors.filter((error) => isTelling(error.keyword));
  return {
    ok: false,
    findings: (telling.length === 0 ? errors : telling).map((error) => ({
      pointer: error.instancePath,
      keyword: error.keyword,
      detail: error.message,
    })),
  };
};

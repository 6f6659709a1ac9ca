import { formShape } from './form-shape.ts';
import type { FormDefinition } from './form.ts';
import type { FormProblem } from './shape.ts';

export type ParsedForm =
  | { readonly ok: true; readonly form: FormDefinition }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Largest form document, in characters of JSON. */
const MAX_CHARACTERS = 1_000_000;

const readJson = (json: unknown): unknown => {
  if (typeof json !== 'string') return json;
  if (json.length > MAX_CHARACTERS) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/**
 * Checks a form document, given as JSON text or as a parsed value, against the closed form dialect. Unknown keywords,
 * elements and keys are refused, so everything that runs a form can trust its type. Never throws.
 */
export const parseForm = (json: unknown): ParsedForm => {
  const value = readJson(json);
  const problems: FormProblem[] = [];
  formShape(value, { pointer: '', depth: 0, problems });
  return problems.length === 0 ? { ok: true, form: value as FormDefinition } : { ok: false, problems };
};

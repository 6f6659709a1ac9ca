import type { TrialInput } from './read-decisions.ts';

/** The value that a typed text means for a column's type; JSON for anything that is not a plain kind. */
export const readTrialValue = (text: string, typeRef: string): unknown => {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (typeRef === 'number' || typeRef === 'integer' || typeRef === 'long' || typeRef === 'double') {
    const number = Number(trimmed.replace(',', '.'));
    return Number.isNaN(number) ? trimmed : number;
  }
  if (typeRef === 'boolean') return trimmed === 'true';
  if (typeRef === 'string' || /^(date|time|dateTime|.*Duration)$/.test(typeRef)) return trimmed;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    return trimmed;
  }
};

/** `case.applicant.age` names the inside of a variable; anything that is no path must be given by its variables. */
const isPath = (expression: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(expression);

const setAt = (target: Record<string, unknown>, [head, ...rest]: string[], value: unknown): void => {
  if (head === undefined || head === '__proto__') return;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = target[head];
  const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
  target[head] = next;
  setAt(next, rest, value);
};

export interface TrialEntry {
  input: TrialInput;
  text: string;
}

/** The variables of a trial: the values of the columns, nested by their paths, over free JSON. */
export const trialVariables = (
  entries: readonly TrialEntry[],
  more: Record<string, unknown>,
): Record<string, unknown> => {
  const variables: Record<string, unknown> = structuredClone(more);
  for (const { input, text } of entries)
    if (isPath(input.expression)) setAt(variables, input.expression.split('.'), readTrialValue(text, input.typeRef));
  return variables;
};

export const isGivenByName = (input: TrialInput): boolean => isPath(input.expression);

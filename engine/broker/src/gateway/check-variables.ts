import { compactJson } from './compact-json.ts';
import { isTooDeep, MAX_LEVELS } from './nesting.ts';

/** Why a text is no variables document; null when it is one. Empty text stands for no variables. */
export const problemOfVariables = (text: string): string | null => {
  if (text === '') return null;
  if (isTooDeep(text)) return `Expected variables of at most ${MAX_LEVELS} levels, but they are nested deeper`;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null;
    // Workers of all languages send null for "nothing".
    return value === null ? null : 'Expected variables to be a JSON object, but the root is something else';
  } catch (thrown) {
    return `Expected variables to be a JSON object, but they are no JSON: ${thrown instanceof Error ? thrown.message : ''}`;
  }
};

/** The object text for a document that {@link problemOfVariables} accepts. */
export const variablesText = (text: string): string => {
  const trimmed = text.trim();
  return trimmed === '' || trimmed === 'null' ? '{}' : compactJson(trimmed);
};

import { feelLimits } from './limits.ts';
import type { Runtime } from './runtime.ts';
import { feelMessage } from './feel-text.ts';
import type { FeelParams, FeelText, FeelTextCode } from './feel-text.ts';

/** Why a part of an expression became null. */
export type FeelWarningCode =
  | 'NO_VARIABLE_FOUND'
  | 'NO_CONTEXT_ENTRY_FOUND'
  | 'NO_PROPERTY_FOUND'
  | 'NO_FUNCTION_FOUND'
  | 'NOT_COMPARABLE'
  | 'INVALID_TYPE'
  | 'FUNCTION_INVOCATION_FAILURE';

/** A part of the expression became null although the author probably expected a value. */
export interface FeelWarning extends FeelText {
  readonly code: FeelWarningCode;
  readonly message: string;
  /** Where in the text, in UTF-16 units from its start; null when it did not happen in a text. */
  readonly offset: number | null;
}

/** Texts that are warnings, with the group each belongs to. */
const groups = {
  VARIABLE_MISSING: 'NO_VARIABLE_FOUND',
  ENTRY_MISSING: 'NO_CONTEXT_ENTRY_FOUND',
  PROPERTY_MISSING: 'NO_PROPERTY_FOUND',
  FUNCTION_MISSING: 'NO_FUNCTION_FOUND',
  VALUES_NOT_COMPARABLE: 'NOT_COMPARABLE',
  ITEMS_NOT_COMPARABLE: 'NOT_COMPARABLE',
  OPERANDS_WRONG: 'INVALID_TYPE',
  RESULT_MISSING: 'INVALID_TYPE',
  NEGATION_WRONG: 'INVALID_TYPE',
  LITERAL_WRONG: 'INVALID_TYPE',
  TYPE_WRONG: 'INVALID_TYPE',
  RANGE_ENDS_WRONG: 'INVALID_TYPE',
  ITERATION_WRONG: 'INVALID_TYPE',
  KEY_TWICE: 'INVALID_TYPE',
  ARGUMENTS_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  ARGUMENT_COUNT_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  NUMBERS_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  SUM_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  KEYS_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  MERGE_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  VALUE_UNREADABLE: 'FUNCTION_INVOCATION_FAILURE',
  ZONE_UNKNOWN: 'FUNCTION_INVOCATION_FAILURE',
  SEPARATORS_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  ENTRIES_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  POSITION_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  MATCH_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  SIZE_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  APPEND_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  SCALE_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  DIGITS_LOST: 'INVALID_TYPE',
  MODE_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  PATTERN_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  JOIN_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  JSON_WRONG: 'FUNCTION_INVOCATION_FAILURE',
  CALENDAR_ENDS: 'FUNCTION_INVOCATION_FAILURE',
  BASE64_WRONG: 'FUNCTION_INVOCATION_FAILURE',
} as const satisfies { readonly [Code in FeelTextCode]?: FeelWarningCode };

/** Makes a warning about the place where an expression is at the moment. */
export const feelWarning = (text: keyof typeof groups, params: FeelParams, offset: number | null): FeelWarning => ({
  code: groups[text],
  text,
  params,
  message: feelMessage({ text, params }, 'en'),
  offset,
});

/** Notes why something becomes null, and answers that null. */
export const warn = (runtime: Runtime, text: keyof typeof groups, params: FeelParams = {}): null => {
  const warnings = (runtime.warnings ??= []);
  if (warnings.length < feelLimits.warnings) warnings.push(feelWarning(text, params, runtime.at));
  return null;
};

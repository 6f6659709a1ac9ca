import type { XmlProblemCode } from '@irisflow/xml';

/** An error prevents the deployment; a warning is only shown to the modeler. */
export type DmnSeverity = 'error' | 'warning';

/**
 * Everything that can be wrong with a DMN file and how bad it is.
 * The texts are in `messages/<locale>.json` under the same codes; a test keeps the two equal.
 */
export const dmnProblemCodes = {
  DMN_UNREADABLE: 'error',
  DMN_UNKNOWN_CONTENT: 'error',
  DMN_IMPORT: 'error',
  DMN_IMPORT_INVALID: 'error',
  DMN_ID_MISSING: 'error',
  DMN_NAME_MISSING: 'error',
  DMN_NO_DECISION: 'error',
  DMN_LOGIC_MISSING: 'error',
  DMN_LOGIC_UNSUPPORTED: 'error',
  DMN_FEEL: 'error',
  DMN_FEEL_TOO_MUCH: 'error',
  DMN_FEEL_TOO_COSTLY: 'error',
  DMN_EXPRESSION_LANGUAGE: 'error',
  DMN_REFERENCE_UNRESOLVED: 'error',
  DMN_CYCLE: 'error',
  DMN_HIT_POLICY: 'error',
  DMN_AGGREGATION: 'error',
  DMN_AGGREGATION_COLUMNS: 'error',
  DMN_OUTPUT_MISSING: 'error',
  DMN_OUTPUT_NAME_MISSING: 'error',
  DMN_RULE_SHAPE: 'error',
  DMN_TOO_MANY_RULES: 'error',
  DMN_TOO_MANY_COLUMNS: 'error',
  DMN_TOO_DEEP: 'error',
  DMN_FEEL_FAILS: 'warning',
  DMN_OUTPUT_VALUES_MISSING: 'warning',
  DMN_TABLE_EMPTY: 'warning',
  DMN_VARIABLE_UNKNOWN: 'warning',
  DMN_RULE_UNREACHABLE: 'warning',
  DMN_RULES_OVERLAP: 'warning',
  DMN_RULE_OVERLAPS_ALL: 'warning',
  DMN_INPUT_EMPTY: 'warning',
} as const satisfies Record<`DMN_${string}`, DmnSeverity>;

/** Codes of the strict XML scan are passed on unchanged. */
export type DmnProblemCode = keyof typeof dmnProblemCodes | XmlProblemCode;

export const severityOf = (code: DmnProblemCode): DmnSeverity =>
  code in dmnProblemCodes ? dmnProblemCodes[code as keyof typeof dmnProblemCodes] : 'error';

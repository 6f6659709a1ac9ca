import type { FeelText } from '@irisflow/feel';
import type { XmlProblemCode } from '@irisflow/xml';

/** Stable names of everything that can be wrong with a DMN file. */
export type DmnProblemCode =
  | XmlProblemCode
  | 'DMN_UNREADABLE'
  | 'DMN_UNKNOWN_CONTENT'
  | 'DMN_IMPORT'
  | 'DMN_ID_MISSING'
  | 'DMN_NAME_MISSING'
  | 'DMN_NO_DECISION'
  | 'DMN_LOGIC_MISSING'
  | 'DMN_LOGIC_UNSUPPORTED'
  | 'DMN_FEEL'
  | 'DMN_EXPRESSION_LANGUAGE'
  | 'DMN_REFERENCE_UNRESOLVED'
  | 'DMN_CYCLE'
  | 'DMN_HIT_POLICY'
  | 'DMN_AGGREGATION'
  | 'DMN_OUTPUT_VALUES_MISSING'
  | 'DMN_OUTPUT_NAME_MISSING'
  | 'DMN_RULE_SHAPE'
  | 'DMN_TOO_MANY_RULES'
  | 'DMN_TOO_MANY_COLUMNS'
  | 'DMN_TOO_DEEP'
  | 'DMN_TABLE_EMPTY'
  | 'DMN_VARIABLE_UNKNOWN'
  | 'DMN_RULE_UNREACHABLE'
  | 'DMN_RULES_OVERLAP'
  | 'DMN_INPUT_EMPTY';

/** One thing that is wrong, at an element of the file; errors prevent deployment, warnings do not. */
export interface DmnProblem {
  readonly code: DmnProblemCode;
  readonly severity: 'error' | 'warning';
  /** The element concerned, or the nearest one around it that has an id; null when it concerns the whole file. */
  readonly elementId: string | null;
  /** Place of that element in the XML; both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Number of the rule in its table, from 1, when a rule is concerned. */
  readonly rule?: number;
  readonly message: string;
  /** What is wrong with the FEEL, to be told in other languages; `offset` counts from the start of its text. */
  readonly feel?: FeelText & { readonly offset: number };
}

import { type FeelWarning, type Json, exactText, toJson } from '@irisflow/feel';

/** A value for the story of a decision. */
export const traced = (value: unknown): Pick<EvaluatedValue, 'value' | 'text'> => {
  const text = exactText(value);
  return { value: toJson(value), ...(text === null ? {} : { text }) };
};

/** Kind of logic, in the words of the decision records. */
export type DecisionType =
  | 'DECISION_TABLE'
  | 'LITERAL_EXPRESSION'
  | 'CONTEXT'
  | 'INVOCATION'
  | 'LIST'
  | 'RELATION'
  | 'FUNCTION'
  | 'CONDITIONAL'
  | 'ITERATION';

/** A value that went into a table, or came out of one of its rules. */
export interface EvaluatedValue {
  readonly id: string;
  readonly name: string;
  readonly value: Json;
  /** JSON text of the value, where it has a number that no double says to its last digit. */
  readonly text?: string;
}

/** A rule whose tests all held; `index` counts from 1. */
export interface MatchedRule {
  readonly index: number;
  readonly ruleId: string;
  readonly outputs: readonly EvaluatedValue[];
}

/** How one decision came to its result. */
export interface EvaluatedDecision {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly type: DecisionType;
  readonly inputs: readonly EvaluatedValue[];
  readonly matchedRules: readonly MatchedRule[];
  readonly output: Json;
  /** JSON text of the output, where it has a number that no double says to its last digit. */
  readonly outputText?: string;
  /** What became null on the way although its author probably expected a value. */
  readonly warnings: readonly FeelWarning[];
}

/** The result of a decision, or the decision that failed and why; `trace` is in order of evaluation. */
export type DecisionResult =
  | {
      readonly ok: true;
      readonly output: Json;
      /** The same as a FEEL value: a date is a date there. */
      readonly value: unknown;
      readonly trace: readonly EvaluatedDecision[];
    }
  | {
      readonly ok: false;
      readonly failedDecisionId: string;
      readonly message: string;
      readonly trace: readonly EvaluatedDecision[];
    };

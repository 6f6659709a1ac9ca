import type { FeelType, ParsedFeel } from '@irisflow/feel';

/** What can be evaluated by its id: a decision, or a service over several. */
export const evaluablesOf = ({
  decisions,
  services,
}: Pick<DecisionRequirements, 'decisions' | 'services'>): readonly Named[] => [...decisions, ...services];

/** What a place in the file is called, and where its problems are reported. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What every boxed expression has. */
interface Boxed {
  readonly id: string | null;
  /** Type of the result. */
  readonly type: FeelType;
}

/** A name with the type of what it holds. */
export interface TypedName {
  readonly name: string;
  readonly type: FeelType;
}

/** A FEEL expression that is an output, a formula, a value. */
export interface LiteralExpression extends Boxed {
  readonly kind: 'literal-expression';
  /** Null for an empty text, which stands for null. */
  readonly feel: ParsedFeel | null;
}

/** How the matching rules of a table become one result. */
export type HitPolicy = 'UNIQUE' | 'ANY' | 'PRIORITY' | 'FIRST' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';

/** What a collecting table makes of its results; null leaves them a list. */
export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

/** A column of conditions. */
export interface InputClause {
  readonly id: string;
  /** What people call the column: its label, else its expression. */
  readonly name: string;
  readonly feel: ParsedFeel | null;
  readonly typeRef: string | null;
  /** Text of the allowed values, for display and completion. */
  readonly allowedValues: string | null;
}

/** A column of results. */
export interface OutputClause {
  readonly id: string;
  /** Key of the result when there are several columns. */
  readonly name: string;
  readonly label: string | null;
  readonly typeRef: string | null;
  readonly defaultValue: ParsedFeel | null;
  /** Allowed values in descending priority. */
  readonly priorities: readonly ParsedFeel[];
}

/** A row: one test a condition (null: anything), one expression a result (null: null). */
export interface Rule {
  readonly id: string;
  readonly tests: readonly (ParsedFeel | null)[];
  readonly outputs: readonly (ParsedFeel | null)[];
  readonly annotations: readonly string[];
}

/** A decision table. */
export interface DecisionTable extends Boxed {
  readonly kind: 'decision-table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly InputClause[];
  readonly outputs: readonly OutputClause[];
  readonly rules: readonly Rule[];
}

/** Named entries, each seeing those before it; an entry without a name is the result. */
export interface BoxedContext extends Boxed {
  readonly kind: 'context';
  readonly entries: readonly (TypedName & { readonly value: DecisionLogic })[];
  readonly result: DecisionLogic | null;
}

/** A call of a function with arguments by name. */
export interface Invocation extends Boxed {
  readonly kind: 'invocation';
  readonly target: DecisionLogic;
  readonly bindings: readonly { readonly parameter: string; readonly value: DecisionLogic }[];
}

/** A list of expressions. */
export interface BoxedList extends Boxed {
  readonly kind: 'list';
  readonly items: readonly DecisionLogic[];
}

/** A list of contexts, written as rows under columns. */
export interface Relation extends Boxed {
  readonly kind: 'relation';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DecisionLogic[])[];
}

/** A function. */
export interface FunctionLogic extends Boxed {
  readonly kind: 'function';
  readonly parameters: readonly TypedName[];
  readonly body: DecisionLogic;
}

/** One of two expressions, as a condition tells. */
export interface Conditional extends Boxed {
  readonly kind: 'conditional';
  readonly condition: DecisionLogic;
  readonly whenTrue: DecisionLogic;
  readonly whenFalse: DecisionLogic;
}

/** An expression evaluated for each item of a list. */
export interface Iteration extends Boxed {
  readonly kind: 'iteration';
  readonly loop: 'for' | 'some' | 'every' | 'filter';
  /** Name of the item; a filter's is `item`. */
  readonly variable: string;
  readonly source: DecisionLogic;
  readonly body: DecisionLogic;
}

/** Everything DMN can write in a box. */
export type DecisionLogic =
  | LiteralExpression
  | DecisionTable
  | BoxedContext
  | Invocation
  | BoxedList
  | Relation
  | FunctionLogic
  | Conditional
  | Iteration;

/** A decision with what it needs, each by id. */
export interface Decision extends Named {
  readonly versionTag: string | null;
  /** Name of the variable that holds the result for other decisions. */
  readonly variable: string;
  readonly type: FeelType;
  readonly logic: DecisionLogic;
  readonly requiredDecisions: readonly string[];
  readonly requiredInputs: readonly string[];
  readonly requiredKnowledge: readonly string[];
}

/** Reusable logic, called like a function. */
export interface BusinessKnowledgeModel extends Named {
  readonly variable: string;
  readonly logic: FunctionLogic;
  readonly requiredKnowledge: readonly string[];
}

/** Something the decisions take from outside. */
export interface InputValue extends Named {
  readonly variable: string;
  readonly typeRef: string | null;
  readonly type: FeelType;
}

/** Decisions offered together like one function: values for its inputs in, results of its output decisions out. */
export interface DecisionService extends Named {
  readonly variable: string;
  readonly type: FeelType;
  readonly inputs: readonly string[];
  readonly inputDecisions: readonly string[];
  readonly outputDecisions: readonly string[];
}

/** Another file, under the name by which this one speaks of it. */
export interface ImportedModel {
  readonly name: string;
  readonly requirements: DecisionRequirements;
}

/** One DMN file, compiled and frozen. */
export interface DecisionRequirements extends Named {
  readonly namespace: string;
  /** Files whose elements are required as `namespace#id`. */
  readonly imports: readonly ImportedModel[];
  readonly versionTag: string | null;
  readonly decisions: readonly Decision[];
  readonly inputs: readonly InputValue[];
  readonly knowledge: readonly BusinessKnowledgeModel[];
  readonly services: readonly DecisionService[];
}

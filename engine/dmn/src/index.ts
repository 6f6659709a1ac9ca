export { dmnFeatures } from './dmn-features.ts';
export type { DmnFeature } from './dmn-features.ts';
export { dmnProblemCodes } from './dmn-problem-codes.ts';
export type { DmnProblemCode } from './dmn-problem-codes.ts';
export { dmnProblemMessage, dmnProblemTexts } from './dmn-problem-message.ts';
export type { DmnProblem } from './dmn-problem.ts';
export type {
  DecisionResult,
  DecisionType,
  EvaluatedDecision,
  EvaluatedValue,
  MatchedRule,
} from './evaluate/decision-result.ts';
export { evaluablesOf } from './evaluables-of.ts';
export { evaluateDecision } from './evaluate/evaluate-decision.ts';
export { lintDmn } from './lint-dmn.ts';
export { parseDmn } from './parse-dmn.ts';
export type { DmnSurroundings, ParsedDmn } from './parse-dmn.ts';
export type {
  Aggregation,
  BoxedContext,
  BoxedList,
  BusinessKnowledgeModel,
  Conditional,
  Decision,
  DecisionLogic,
  DecisionRequirements,
  DecisionService,
  DecisionTable,
  FunctionLogic,
  HitPolicy,
  ImportedModel,
  InputClause,
  InputValue,
  Invocation,
  Iteration,
  LiteralExpression,
  Named,
  OutputClause,
  Relation,
  Rule,
  TypedName,
} from './requirements.ts';
export { writeDmn } from './write-dmn.ts';
export type {
  DecisionDraft,
  DmnDraft,
  InputDraft,
  KnowledgeDraft,
  OutputDraft,
  ServiceDraft,
  TableDraft,
} from './write-dmn.ts';

export { analyzeTable } from './analysis/analyze-table.ts';
export type { Overlap, TableAnalysis } from './analysis/analyze-table.ts';
export type { Extent, Region } from './analysis/regions.ts';
export { anything } from './cells/cell-tests.ts';
export type { CellTest, CellTests, ComparisonSign, Operand } from './cells/cell-tests.ts';
export { readCell, readValue } from './cells/read-cell.ts';
export { writeCell, writeValue } from './cells/write-cell.ts';
export { addDecision } from './edit/edit-file.ts';
export { changeDecision } from './edit/edit-table.ts';
export type { CellPlace, CellText, DecisionChange, Side } from './edit/edit-table.ts';
export { readEditable } from './edit/editable-file.ts';
export type {
  EditableDecision,
  EditableFile,
  EditableInput,
  EditableOutput,
  EditableRule,
  EditableTable,
} from './edit/editable-file.ts';
export { dmnFeatures } from './dmn-features.ts';
export type { DmnFeature } from './dmn-features.ts';
export { dmnProblemCodes } from './dmn-problem-codes.ts';
export type { DmnProblemCode } from './dmn-problem-codes.ts';
export { dmnProblemMessage, dmnProblemTexts } from './dmn-problem-message.ts';
export type { DmnProblem } from './dmn-problem.ts';
export type { DecisionResult, EvaluatedDecision } from './evaluate/decision-result.ts';
export { evaluablesOf } from './requirements.ts';
export { evaluateDecision } from './evaluate/evaluate-decision.ts';
export { lintDmn } from './lint-dmn.ts';
export { parseDmn } from './parse-dmn.ts';
export type { DecisionRequirements } from './requirements.ts';
export { playDecisionTest, readDecisionTests } from './tests/decision-tests.ts';
export type { DecisionTest, DecisionTests, TestOutcome } from './tests/decision-tests.ts';
export { writeDmn } from './write-dmn.ts';
export type { DmnDraft, TableDraft } from './write-dmn.ts';

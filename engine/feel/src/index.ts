export { feelBuiltins } from './builtins/list-builtins.ts';
export type { FeelBuiltin, FeelBuiltinForm } from './builtins/list-builtins.ts';
export { builtinNames } from './builtins/registry.ts';
export {
  coerceJson,
  coerceValue,
  constrainedType,
  evaluate,
  evaluateUnaryTests,
  invoke,
  testInput,
} from './evaluate.ts';
export type { FeelContext, FeelResult } from './evaluate.ts';
export { predicateNodes } from './compile/unary-tests.ts';
export { createFeelBudget, payEffort } from './feel-budget.ts';
export type { FeelBudget } from './feel-budget.ts';
export { feelTree } from './feel-tree.ts';
export type { FeelNode } from './feel-tree.ts';
export { FeelSyntaxError } from './feel-syntax-error.ts';
export type { ExactJson, Json } from './json.ts';
export { exactText, jsonText } from './json-text.ts';
export { feelLimits } from './limits.ts';
export { longNumber } from './long-number.ts';
export { toDouble } from './numbers/arithmetic.ts';
export type { FeelNumber } from './numbers/feel-decimal.ts';
export { numberText } from './numbers/number-text.ts';
export { parseExactJson, parseVariable } from './parse-json.ts';
export { parseFeel, variableNames } from './parse-feel.ts';
export type { FeelSyntax, ParsedFeel } from './parse-feel.ts';
export { stopBecause as stopEvaluation } from './runtime.ts';
export { feelMessage, feelTexts } from './feel-text.ts';
export type { FeelText, FeelTextCode } from './feel-text.ts';
export { toDuration, toEpochMillis } from './timers.ts';
export { toExactJson, toJson, toVariable } from './to-json.ts';
export { isTooLarge } from './values/is-too-large.ts';
export { feelFunction } from './values/feel-function.ts';
export type { FeelFunction } from './values/feel-function.ts';
export { anyType, builtinType } from './values/feel-type.ts';
export type { FeelType } from './values/feel-type.ts';
export { lostDigits } from './values/lost-digits.ts';
export { feelWarning } from './warnings.ts';
export type { FeelWarning } from './warnings.ts';
export { isKind, kindOf } from './values/kind-of.ts';

import { compileComparison } from './comparison.ts';
import type { CompileNode } from './compiler.ts';
import { compileDateTimeLiteral, compileFunctionDefinition, compileInvocation } from './functions.ts';
import { compileInstanceOf } from './instance-of.ts';
import { compileFilter, compileFor, compileIf, compileQuantified } from './iteration.ts';
import {
  compileAtLiteral,
  compileBoolean,
  compileContext,
  compileExpressions,
  compileInterval,
  compileList,
  compileNull,
  compileNumber,
  compileParentheses,
  compileString,
} from './literals.ts';
import { compileInput, compileVariableName } from './names.ts';
import { compileArithmetic, compileConjunction, compileDisjunction } from './operators.ts';
import { compilePath } from './path.ts';
import { compileRange, compileUnaryTests } from './unary-tests.ts';

/** How each kind of node of the grammar becomes a closure. A test holds it against the grammar's own list. */
export const nodeCompilers: Readonly<Record<string, CompileNode>> = {
  null: compileNull,
  BooleanLiteral: compileBoolean,
  NumericLiteral: compileNumber,
  StringLiteral: compileString,
  AtLiteral: compileAtLiteral,
  DateTimeLiteral: compileDateTimeLiteral,
  List: compileList,
  Context: compileContext,
  Interval: compileInterval,
  SimplePositiveUnaryTest: compileRange,
  ParenthesizedExpression: compileParentheses,
  VariableName: compileVariableName,
  '?': compileInput,
  PathExpression: compilePath,
  FilterExpression: compileFilter,
  ArithmeticExpression: compileArithmetic,
  Comparison: compileComparison,
  Conjunction: compileConjunction,
  Disjunction: compileDisjunction,
  IfExpression: compileIf,
  ForExpression: compileFor,
  QuantifiedExpression: compileQuantified,
  InstanceOfExpression: compileInstanceOf,
  FunctionDefinition: compileFunctionDefinition,
  FunctionInvocation: compileInvocation,
  Expressions: compileExpressions,
  UnaryTests: compileUnaryTests,
};

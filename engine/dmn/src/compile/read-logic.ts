import { anyType } from '@irisflow/feel';

import { elementOf, elementsOf, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type {
  BoxedContext,
  BoxedList,
  Conditional,
  DecisionLogic,
  FunctionLogic,
  Invocation,
  Iteration,
  LiteralExpression,
  Relation,
} from '../requirements.ts';
import { readTable } from './read-table.ts';
import { typeOfElement } from './read-types.ts';
import { readFeel, report } from './reading.ts';
import type { Reading } from './reading.ts';

/** Boxes inside boxes deeper than this are nobody's intention. */
const MAX_DEPTH = 32;

/** Logic of what has none: null. */
export const nothing: LiteralExpression = Object.freeze({
  kind: 'literal-expression',
  id: null,
  type: anyType,
  feel: null,
});

const boxOf = (reading: Reading, element: ModdleElement) => ({
  id: textOf(element, 'id') || null,
  type: typeOfElement(reading, element),
});

const readLiteral = (reading: Reading, element: ModdleElement): LiteralExpression => ({
  kind: 'literal-expression',
  ...boxOf(reading, element),
  feel: readFeel(reading, element, { kind: 'expression' }),
});

const nameOfVariable = (element: ModdleElement, property: string): string => {
  const variable = elementOf(element, property);
  return variable === null ? '' : textOf(variable, 'name');
};

const readInner = (reading: Reading, element: ModdleElement | null, depth: number): DecisionLogic =>
  element === null ? nothing : readBox(reading, element, depth + 1);

const readContext = (reading: Reading, element: ModdleElement, depth: number): BoxedContext => {
  const entries = elementsOf(element, 'contextEntry').map((entry) => ({
    name: nameOfVariable(entry, 'variable'),
    type: typeOfElement(reading, elementOf(entry, 'variable')),
    value: readInner(reading, elementOf(entry, 'value'), depth),
  }));
  return {
    kind: 'context',
    ...boxOf(reading, element),
    entries: entries.filter(({ name }) => name !== ''),
    result: entries.find(({ name }) => name === '')?.value ?? null,
  };
};

const readInvocation = (reading: Reading, element: ModdleElement, depth: number): Invocation => ({
  kind: 'invocation',
  ...boxOf(reading, element),
  target: readInner(reading, elementOf(element, 'calledFunction'), depth),
  bindings: elementsOf(element, 'binding').map((binding) => ({
    parameter: nameOfVariable(binding, 'parameter'),
    value: readInner(reading, elementOf(binding, 'bindingFormula'), depth),
  })),
});

const readList = (reading: Reading, element: ModdleElement, depth: number): BoxedList => ({
  kind: 'list',
  ...boxOf(reading, element),
  items: elementsOf(element, 'elements').map((item) => readInner(reading, item, depth)),
});

const readRelation = (reading: Reading, element: ModdleElement, depth: number): Relation => ({
  kind: 'relation',
  ...boxOf(reading, element),
  columns: elementsOf(element, 'column').map((column) => textOf(column, 'name')),
  rows: elementsOf(element, 'row').map((row) => readList(reading, row, depth).items),
});

const readFunctionBox = (reading: Reading, element: ModdleElement, depth: number): FunctionLogic => {
  const kind = textOf(element, 'kind') || 'FEEL';
  if (kind !== 'FEEL') report(reading, element, { code: 'DMN_LOGIC_UNSUPPORTED', params: { found: kind } });
  return {
    kind: 'function',
    ...boxOf(reading, element),
    parameters: elementsOf(element, 'formalParameter').map((parameter) => ({
      name: textOf(parameter, 'name'),
      type: typeOfElement(reading, parameter),
    })),
    body: readInner(reading, elementOf(element, 'body'), depth),
  };
};

/** An expression that DMN wraps in an element which tells its role, such as `<in>` or `<then>`. */
const readRole = (reading: Reading, element: ModdleElement, role: string, depth: number): DecisionLogic => {
  const child = elementOf(element, role);
  const value = child === null ? null : elementOf(child, 'value');
  if (value === null) report(reading, element, { code: 'DMN_LOGIC_MISSING', params: { place: role } });
  return readInner(reading, value, depth);
};

const readConditional = (reading: Reading, element: ModdleElement, depth: number): Conditional => ({
  kind: 'conditional',
  ...boxOf(reading, element),
  condition: readRole(reading, element, 'if', depth),
  whenTrue: readRole(reading, element, 'then', depth),
  whenFalse: readRole(reading, element, 'else', depth),
});

const readIteration =
  (loop: Iteration['loop'], role: string) =>
  (reading: Reading, element: ModdleElement, depth: number): Iteration => ({
    kind: 'iteration',
    loop,
    ...boxOf(reading, element),
    variable: loop === 'filter' ? 'item' : textOf(element, 'iteratorVariable'),
    source: readRole(reading, element, 'in', depth),
    body: readRole(reading, element, role, depth),
  });

const readers: Readonly<Record<string, (reading: Reading, element: ModdleElement, depth: number) => DecisionLogic>> = {
  'dmn:LiteralExpression': readLiteral,
  'dmn:DecisionTable': readTable,
  'dmn:Context': readContext,
  'dmn:Invocation': readInvocation,
  'dmn:List': readList,
  'dmn:Relation': readRelation,
  'dmn:FunctionDefinition': readFunctionBox,
  'dmn:Conditional': readConditional,
  'dmn:For': readIteration('for', 'return'),
  'dmn:Some': readIteration('some', 'satisfies'),
  'dmn:Every': readIteration('every', 'satisfies'),
  'dmn:Filter': readIteration('filter', 'match'),
};

const readBox = (reading: Reading, element: ModdleElement, depth: number): DecisionLogic => {
  if (depth > MAX_DEPTH) {
    report(reading, element, { code: 'DMN_TOO_DEEP', params: { limit: MAX_DEPTH } });
    return nothing;
  }
  const read = readers[element.$type];
  if (read !== undefined) return read(reading, element, depth);
  report(reading, element, { code: 'DMN_LOGIC_UNSUPPORTED', params: { found: element.$type } });
  return nothing;
};

/** Reads the logic of a decision; its absence is a problem. */
export const readLogic = (reading: Reading, decision: ModdleElement): DecisionLogic => {
  const logic = elementOf(decision, 'decisionLogic');
  if (logic !== null) return readBox(reading, logic, 0);
  report(reading, decision, { code: 'DMN_LOGIC_MISSING', params: { place: 'decision' } });
  return nothing;
};

/** Reads the function of a business knowledge model; null when it has none. */
export const readFunction = (reading: Reading, model: ModdleElement): FunctionLogic | null => {
  const logic = elementOf(model, 'encapsulatedLogic');
  return logic === null ? null : readFunctionBox(reading, logic, 0);
};

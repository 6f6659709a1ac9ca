import { elementOf, elementsOf, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type {
  BoxedContext,
  BoxedList,
  DecisionLogic,
  FunctionLogic,
  Invocation,
  LiteralExpression,
  Relation,
} from '../requirements.ts';
import { readTable } from './read-table.ts';
import { readFeel, report } from './reading.ts';
import type { Reading } from './reading.ts';

/** Boxes inside boxes deeper than this are nobody's intention. */
const MAX_DEPTH = 32;

const nothing: LiteralExpression = Object.freeze({ kind: 'literal-expression', id: null, feel: null });

const idOf = (element: ModdleElement): string | null => textOf(element, 'id') || null;

const readLiteral = (reading: Reading, element: ModdleElement): LiteralExpression => ({
  kind: 'literal-expression',
  id: idOf(element),
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
    value: readInner(reading, elementOf(entry, 'value'), depth),
  }));
  return {
    kind: 'context',
    id: idOf(element),
    entries: entries.filter(({ name }) => name !== ''),
    result: entries.find(({ name }) => name === '')?.value ?? null,
  };
};

const readInvocation = (reading: Reading, element: ModdleElement, depth: number): Invocation => ({
  kind: 'invocation',
  id: idOf(element),
  target: readInner(reading, elementOf(element, 'calledFunction'), depth),
  bindings: elementsOf(element, 'binding').map((binding) => ({
    parameter: nameOfVariable(binding, 'parameter'),
    value: readInner(reading, elementOf(binding, 'bindingFormula'), depth),
  })),
});

const readList = (reading: Reading, element: ModdleElement, depth: number): BoxedList => ({
  kind: 'list',
  id: idOf(element),
  items: elementsOf(element, 'elements').map((item) => readInner(reading, item, depth)),
});

const readRelation = (reading: Reading, element: ModdleElement, depth: number): Relation => ({
  kind: 'relation',
  id: idOf(element),
  columns: elementsOf(element, 'column').map((column) => textOf(column, 'name')),
  rows: elementsOf(element, 'row').map((row) => readList(reading, row, depth).items),
});

const readFunctionBox = (reading: Reading, element: ModdleElement, depth: number): FunctionLogic => {
  const kind = textOf(element, 'kind') || 'FEEL';
  if (kind !== 'FEEL') {
    const message = `Expected a function written in FEEL, but its kind is ${kind}.`;
    report(reading, element, { code: 'DMN_LOGIC_UNSUPPORTED', message });
  }
  return {
    kind: 'function',
    id: idOf(element),
    parameters: elementsOf(element, 'formalParameter').map((parameter) => textOf(parameter, 'name')),
    body: readInner(reading, elementOf(element, 'body'), depth),
  };
};

const readers: Readonly<Record<string, (reading: Reading, element: ModdleElement, depth: number) => DecisionLogic>> = {
  'dmn:LiteralExpression': readLiteral,
  'dmn:DecisionTable': readTable,
  'dmn:Context': readContext,
  'dmn:Invocation': readInvocation,
  'dmn:List': readList,
  'dmn:Relation': readRelation,
  'dmn:FunctionDefinition': readFunctionBox,
};

const readBox = (reading: Reading, element: ModdleElement, depth: number): DecisionLogic => {
  if (depth > MAX_DEPTH) {
    const message = `Expected boxed expressions nested at most ${MAX_DEPTH} deep, but they go deeper.`;
    report(reading, element, { code: 'DMN_TOO_DEEP', message });
    return nothing;
  }
  const read = readers[element.$type];
  if (read !== undefined) return read(reading, element, depth);
  report(reading, element, {
    code: 'DMN_LOGIC_UNSUPPORTED',
    message: `Expected decision logic, but found ${element.$type}.`,
  });
  return nothing;
};

/** Reads the logic of a decision; its absence is a problem. */
export const readLogic = (reading: Reading, decision: ModdleElement): DecisionLogic => {
  const logic = elementOf(decision, 'decisionLogic');
  if (logic !== null) return readBox(reading, logic, 0);
  const message = 'Expected the decision to have a table or another logic, but it has none.';
  report(reading, decision, { code: 'DMN_LOGIC_MISSING', message });
  return nothing;
};

/** Reads the function of a business knowledge model; its absence is a problem. */
export const readFunction = (reading: Reading, model: ModdleElement): FunctionLogic => {
  const logic = elementOf(model, 'encapsulatedLogic');
  if (logic !== null) return readFunctionBox(reading, logic, 0);
  const message = 'Expected the business knowledge model to have a function, but it has none.';
  report(reading, model, { code: 'DMN_LOGIC_MISSING', message });
  return { kind: 'function', id: null, parameters: [], body: nothing };
};

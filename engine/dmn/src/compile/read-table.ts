import type { ParsedFeel } from '@irisflow/feel';

import { elementOf, elementsOf, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type { Aggregation, DecisionTable, HitPolicy, InputClause, OutputClause, Rule } from '../requirements.ts';
import { typeOfElement } from './read-types.ts';
import { parseText, readFeel, report } from './reading.ts';
import type { Reading } from './reading.ts';
import { splitTests } from './split-tests.ts';

/** Bounds of one table. */
const MAX_RULES = 10_000;
const MAX_COLUMNS = 100;

const hitPolicies: readonly string[] = [
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'FIRST',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
] satisfies HitPolicy[];

const aggregations: readonly string[] = ['SUM', 'COUNT', 'MIN', 'MAX'] satisfies Aggregation[];

const readHitPolicy = (reading: Reading, table: ModdleElement): HitPolicy => {
  const text = textOf(table, 'hitPolicy') || 'UNIQUE';
  if (hitPolicies.includes(text)) return text as HitPolicy;
  report(reading, table, { code: 'DMN_HIT_POLICY', params: { expected: hitPolicies.join(', '), found: text } });
  return 'UNIQUE';
};

const readAggregation = (reading: Reading, table: ModdleElement, hitPolicy: HitPolicy): Aggregation | null => {
  const text = textOf(table, 'aggregation');
  if (text === '' || hitPolicy !== 'COLLECT') return null;
  if (!aggregations.includes(text)) {
    report(reading, table, { code: 'DMN_AGGREGATION', params: { expected: aggregations.join(', '), found: text } });
    return null;
  }
  const found = elementsOf(table, 'output').length;
  if (text !== 'COUNT' && found > 1) {
    report(reading, table, { code: 'DMN_AGGREGATION_COLUMNS', params: { aggregation: text, found } });
  }
  return text as Aggregation;
};

const readInput = (reading: Reading, clause: ModdleElement, index: number): InputClause => {
  const expression = elementOf(clause, 'inputExpression');
  const feel = expression === null ? null : readFeel(reading, expression, { kind: 'expression' });
  const values = elementOf(clause, 'inputValues');
  return {
    id: textOf(clause, 'id') || `input-${index + 1}`,
    name: textOf(clause, 'label') || feel?.text || `Input ${index + 1}`,
    feel,
    typeRef: (expression === null ? '' : textOf(expression, 'typeRef')) || null,
    allowedValues: (values === null ? '' : textOf(values, 'text')) || null,
  };
};

const readPriorities = (reading: Reading, clause: ModdleElement): ParsedFeel[] => {
  const values = elementOf(clause, 'outputValues');
  if (values === null) return [];
  return splitTests(textOf(values, 'text'))
    .map((text) => parseText(reading, clause, text, { kind: 'unary-tests' }))
    .filter((parsed) => parsed !== null);
};

const readOutput = (reading: Reading, clause: ModdleElement, index: number): OutputClause => {
  const fallback = elementOf(clause, 'defaultOutputEntry');
  return {
    id: textOf(clause, 'id') || `output-${index + 1}`,
    name: textOf(clause, 'name'),
    label: textOf(clause, 'label') || null,
    typeRef: textOf(clause, 'typeRef') || null,
    defaultValue: fallback === null ? null : readFeel(reading, fallback, { kind: 'expression' }),
    priorities: readPriorities(reading, clause),
  };
};

const checkOutputs = (reading: Reading, table: ModdleElement, outputs: readonly OutputClause[]) => {
  if (outputs.length === 0) report(reading, table, { code: 'DMN_OUTPUT_MISSING' });
  if (outputs.length > 1 && outputs.some(({ name }) => name === '')) {
    report(reading, table, { code: 'DMN_OUTPUT_NAME_MISSING' });
  }
};

/** `-` tests nothing; keeping it as null spares its evaluation for every row. */
const withoutWildcard = (test: ParsedFeel | null): ParsedFeel | null => (test?.text === '-' ? null : test);

interface Shape {
  readonly inputs: number;
  readonly outputs: number;
}

const readRule = (reading: Reading, element: ModdleElement, index: number, shape: Shape): Rule => {
  const rule = index + 1;
  const tests = elementsOf(element, 'inputEntry');
  const outputs = elementsOf(element, 'outputEntry');
  if (tests.length !== shape.inputs || outputs.length !== shape.outputs) {
    const params = { rule, ...shape, foundInputs: tests.length, foundOutputs: outputs.length };
    report(reading, element, { code: 'DMN_RULE_SHAPE', params, rule });
  }
  return {
    id: textOf(element, 'id') || `rule-${rule}`,
    tests: tests.map((entry) => withoutWildcard(readFeel(reading, entry, { kind: 'unary-tests', rule }))),
    outputs: outputs.map((entry) => readFeel(reading, entry, { kind: 'expression', rule })),
    annotations: elementsOf(element, 'annotationEntry').map((entry) => textOf(entry, 'text')),
  };
};

const isTooLarge = (reading: Reading, table: ModdleElement): boolean => {
  const rules = elementsOf(table, 'rule').length;
  const columns = Math.max(elementsOf(table, 'input').length, elementsOf(table, 'output').length);
  if (rules > MAX_RULES) {
    report(reading, table, { code: 'DMN_TOO_MANY_RULES', params: { limit: MAX_RULES, found: rules } });
  }
  if (columns > MAX_COLUMNS) {
    report(reading, table, { code: 'DMN_TOO_MANY_COLUMNS', params: { limit: MAX_COLUMNS, found: columns } });
  }
  return rules > MAX_RULES || columns > MAX_COLUMNS;
};

/** Reads a decision table. */
export const readTable = (reading: Reading, table: ModdleElement): DecisionTable => {
  const hitPolicy = readHitPolicy(reading, table);
  const inputs = elementsOf(table, 'input').map((clause, index) => readInput(reading, clause, index));
  const outputs = elementsOf(table, 'output').map((clause, index) => readOutput(reading, clause, index));
  checkOutputs(reading, table, outputs);
  const shape = { inputs: inputs.length, outputs: outputs.length };
  const rules = isTooLarge(reading, table) ? [] : elementsOf(table, 'rule');
  return {
    kind: 'decision-table',
    id: textOf(table, 'id') || null,
    type: typeOfElement(reading, table),
    hitPolicy,
    aggregation: readAggregation(reading, table, hitPolicy),
    inputs,
    outputs,
    rules: rules.map((element, index) => readRule(reading, element, index, shape)),
  };
};

import { evaluate, parseFeel } from '@irisflow/feel';

import { childOf, childrenOf, readXml } from './read-xml.ts';
import type { XmlNode } from './read-xml.ts';

/** One expected result of a case. */
export interface Expectation {
  /** Name of the decision. */
  readonly name: string;
  readonly value: unknown;
}

/** One case of the kit: values in, results out. */
export interface TestCase {
  readonly id: string;
  /** Name of the decision service to call; null when the decisions are evaluated one by one. */
  readonly service: string | null;
  readonly inputs: ReadonlyMap<string, unknown>;
  readonly results: readonly Expectation[];
}

/** A file of cases with the model they are about. */
export interface TestFile {
  readonly modelName: string;
  readonly cases: readonly TestCase[];
}

const readers: Readonly<Record<string, string>> = {
  decimal: 'number(text)',
  double: 'number(text)',
  integer: 'number(text)',
  date: 'date(text)',
  time: 'time(text)',
  dateTime: 'date and time(text)',
  duration: 'duration(text)',
};

const readAs = (formula: string, text: string): unknown => {
  const context = { variable: (name: string) => (name === 'text' ? text : undefined), now: 0 };
  const result = evaluate(parseFeel(formula, 'expression'), context);
  // A value beyond our calendar equals nothing: the case fails, and says so.
  return result.ok && result.value !== null ? result.value : { unreadable: text };
};

const readSimple = ({ attributes, text }: XmlNode): unknown => {
  const type = (attributes['type'] ?? 'string').replace(/^\w+:/, '');
  if (attributes['nil'] === 'true') return null;
  if (type === 'boolean') return text.trim() === 'true';
  const formula = readers[type];
  return formula === undefined ? text : readAs(formula, text.trim());
};

const readValue = (node: XmlNode | undefined): unknown => {
  if (node === undefined || node.attributes['nil'] === 'true') return null;
  const list = childOf(node, 'list');
  if (list !== undefined) return list.attributes['nil'] === 'true' ? null : childrenOf(list, 'item').map(readValue);
  const components = childrenOf(node, 'component');
  if (components.length > 0) {
    return Object.fromEntries(components.map((each) => [each.attributes['name'] ?? '', readValue(each)]));
  }
  const value = childOf(node, 'value');
  return value === undefined ? null : readSimple(value);
};

const readCase = (node: XmlNode): TestCase => ({
  id: node.attributes['id'] ?? '',
  service: node.attributes['type'] === 'decisionService' ? (node.attributes['invocableName'] ?? null) : null,
  inputs: new Map(
    childrenOf(node, 'inputNode').map((input) => [input.attributes['name'] ?? '', readValue(input)] as const),
  ),
  results: childrenOf(node, 'resultNode').map((result) => ({
    name: result.attributes['name'] ?? '',
    value: readValue(childOf(result, 'expected')),
  })),
});

/** Reads one file of the kit. */
export const readTestCases = (xml: string): TestFile => {
  const root = readXml(xml);
  return {
    modelName: childOf(root, 'modelName')?.text.trim() ?? '',
    cases: childrenOf(root, 'testCase').map(readCase),
  };
};

import type { XmlElement } from '@irisflow/xml';
import type { Aggregation, HitPolicy } from '../requirements.ts';
import { attributeOf, childNamed, childrenNamed, contentOf, readSource, textIn, type DmnSource } from './xml-places.ts';

/** A column of conditions as the file writes it; what is absent is empty. */
export interface EditableInput {
  readonly id: string;
  readonly label: string;
  /** FEEL. */
  readonly expression: string;
  readonly typeRef: string;
  /** FEEL, as unary tests. */
  readonly allowed: string;
}

/** A column of results. */
export interface EditableOutput {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly typeRef: string;
  readonly allowed: string;
}

export interface EditableRule {
  readonly id: string;
  /** FEEL, one text a column. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Why the rule is, in words. */
  readonly note: string;
}

export interface EditableTable {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly EditableInput[];
  readonly outputs: readonly EditableOutput[];
  readonly rules: readonly EditableRule[];
}

export interface EditableDecision {
  readonly id: string;
  readonly name: string;
  /** Name under which other decisions of the file read its answer. */
  readonly variable: string;
  readonly description: string;
  readonly logic:
    | EditableTable
    | { readonly kind: 'expression'; readonly text: string }
    /** Boxes inside boxes, which are shown as they are written. */
    | { readonly kind: 'boxed'; readonly text: string }
    | { readonly kind: 'none' };
  /** Ids of decisions and of other things that it takes its values from. */
  readonly requires: readonly string[];
}

export interface EditableFile {
  readonly name: string;
  readonly decisions: readonly EditableDecision[];
}

export const decisionsIn = ({ root }: DmnSource): readonly XmlElement[] => childrenNamed(root, 'decision');

/** The element that says how a decision decides. */
export const logicIn = (decision: XmlElement): XmlElement | undefined =>
  decision.children.find(
    ({ uri, name }) =>
      uri === decision.uri &&
      [
        'decisionTable',
        'literalExpression',
        'context',
        'invocation',
        'list',
        'relation',
        'functionDefinition',
      ].includes(name),
  ) ?? decision.children.find(({ name }) => ['conditional', 'filter', 'for', 'some', 'every'].includes(name));

const inputOf = (source: DmnSource, element: XmlElement): EditableInput => {
  const expression = childNamed(element, 'inputExpression');
  return {
    id: attributeOf(element, 'id'),
    label: attributeOf(element, 'label'),
    expression: textIn(source, expression),
    typeRef: attributeOf(expression, 'typeRef'),
    allowed: textIn(source, childNamed(element, 'inputValues')),
  };
};

const outputOf = (source: DmnSource, element: XmlElement): EditableOutput => ({
  id: attributeOf(element, 'id'),
  label: attributeOf(element, 'label'),
  name: attributeOf(element, 'name'),
  typeRef: attributeOf(element, 'typeRef'),
  allowed: textIn(source, childNamed(element, 'outputValues')),
});

const ruleOf = (source: DmnSource, element: XmlElement): EditableRule => ({
  id: attributeOf(element, 'id'),
  inputs: childrenNamed(element, 'inputEntry').map((entry) => textIn(source, entry)),
  outputs: childrenNamed(element, 'outputEntry').map((entry) => textIn(source, entry)),
  note: contentOf(source, childNamed(element, 'description')) || textIn(source, childNamed(element, 'annotationEntry')),
});

const tableOf = (source: DmnSource, table: XmlElement): EditableTable => ({
  kind: 'table',
  hitPolicy: (attributeOf(table, 'hitPolicy') || 'UNIQUE') as HitPolicy,
  aggregation: (attributeOf(table, 'aggregation') || null) as Aggregation | null,
  inputs: childrenNamed(table, 'input').map((input) => inputOf(source, input)),
  outputs: childrenNamed(table, 'output').map((output) => outputOf(source, output)),
  rules: childrenNamed(table, 'rule').map((rule) => ruleOf(source, rule)),
});

const logicOf = (source: DmnSource, decision: XmlElement): EditableDecision['logic'] => {
  const logic = logicIn(decision);
  if (logic === undefined) return { kind: 'none' };
  if (logic.name === 'decisionTable') return tableOf(source, logic);
  if (logic.name === 'literalExpression') return { kind: 'expression', text: textIn(source, logic) };
  return { kind: 'boxed', text: source.text.slice(logic.start, logic.closeStart ?? logic.openEnd) };
};

const requiredBy = (decision: XmlElement): string[] =>
  decision.children
    .filter(({ name }) => name === 'informationRequirement' || name === 'knowledgeRequirement')
    .flatMap(({ children }) => children.map((target) => attributeOf(target, 'href').replace(/^.*#/, '')));

/** What a file of decisions says, as far as an editor shows it; null for a text that is no DMN. */
export const readEditable = (xml: string): EditableFile | null => {
  const source = readSource(xml);
  if (source === null || source.root.name !== 'definitions') return null;
  return {
    name: attributeOf(source.root, 'name'),
    decisions: decisionsIn(source).map((decision) => ({
      id: attributeOf(decision, 'id'),
      name: attributeOf(decision, 'name') || attributeOf(decision, 'id'),
      variable:
        attributeOf(childNamed(decision, 'variable'), 'name') ||
        attributeOf(decision, 'name') ||
        attributeOf(decision, 'id'),
      description: contentOf(source, childNamed(decision, 'description')),
      logic: logicOf(source, decision),
      requires: requiredBy(decision),
    })),
  };
};

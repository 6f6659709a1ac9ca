import type { XmlEdit, XmlElement } from '@irisflow/xml';
import type { Aggregation, HitPolicy } from '../requirements.ts';
import type { EditableInput, EditableOutput } from './editable-file.ts';
import { requirementEdits } from './edit-file.ts';
import { decisionsIn, logicIn } from './editable-file.ts';
import {
  attributeEdits,
  attributeOf,
  childNamed,
  childrenNamed,
  contentOf,
  edited,
  elementText,
  endOf,
  escapeText,
  idMaker,
  indentOf,
  readSource,
  removal,
  sliceOf,
  tagLike,
  textEdits,
  textIn,
  withContent,
  type DmnSource,
  type Written,
} from './xml-places.ts';

/** Conditions or results of a table. */
export type Side = 'input' | 'output';

/** A cell by its rule and its column on a side, all from 0. */
export interface CellPlace {
  readonly side: Side;
  readonly rule: number;
  readonly column: number;
}

export interface CellText extends CellPlace {
  /** FEEL; what takes anything is `-`. */
  readonly text: string;
}

/** One step of somebody who edits a decision. Rules and columns count from 0. */
export type DecisionChange =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'policy'; readonly hitPolicy: HitPolicy; readonly aggregation: Aggregation | null }
  | { readonly kind: 'expression'; readonly text: string }
  /** Whether it takes the answer of another decision of the file. */
  | { readonly kind: 'require'; readonly id: string; readonly isRequired: boolean }
  | { readonly kind: 'cells'; readonly cells: readonly CellText[] }
  | { readonly kind: 'note'; readonly rule: number; readonly text: string }
  | { readonly kind: 'addRule'; readonly at: number; readonly copyOf?: number }
  | { readonly kind: 'removeRule'; readonly rule: number }
  | { readonly kind: 'moveRule'; readonly rule: number; readonly to: number }
  | { readonly kind: 'addInput'; readonly column: Omit<EditableInput, 'id'> }
  | { readonly kind: 'addOutput'; readonly column: Omit<EditableOutput, 'id'> }
  | { readonly kind: 'input'; readonly at: number; readonly column: Omit<EditableInput, 'id'> }
  | { readonly kind: 'output'; readonly at: number; readonly column: Omit<EditableOutput, 'id'> }
  | { readonly kind: 'removeColumn'; readonly side: Side; readonly at: number }
  | { readonly kind: 'moveColumn'; readonly side: Side; readonly at: number; readonly to: number };

interface Editing {
  readonly source: DmnSource;
  readonly decision: XmlElement;
  readonly table: XmlElement;
  readonly newId: (wanted: string) => string;
}

const insertion = (at: number, text: string): XmlEdit => ({ start: at, end: at, text });

const textElement = (like: XmlElement, text: string): Written => ({
  tag: tagLike(like, 'text'),
  attributes: [],
  children: [text],
});

const entry = (table: XmlElement, side: Side, id: string, text: string): Written => ({
  tag: tagLike(table, `${side}Entry`),
  attributes: [['id', id]],
  children: [textElement(table, text)],
});

const blankOf: Readonly<Record<Side, string>> = { input: '-', output: 'null' };

const rulesIn = (table: XmlElement): readonly XmlElement[] => childrenNamed(table, 'rule');

/** A place behind an element and the indent of its lines, else inside of the table as its first or last part. */
const behind = ({ source, table }: Editing, last: XmlElement | undefined): { at: number; indent: string } => {
  if (last !== undefined) return { at: endOf(source, last), indent: indentOf(source, last) };
  const outer = indentOf(source, table);
  return { at: table.openEnd, indent: outer === '' ? '' : `${outer}  ` };
};

const cellEdits = ({ source, table }: Editing, cells: readonly CellText[]): XmlEdit[] => {
  const rules = rulesIn(table);
  return cells.flatMap(({ side, rule, column, text }) => {
    const row = rules[rule];
    return row === undefined ? [] : textEdits(source, childrenNamed(row, `${side}Entry`)[column], text);
  });
};

const noteEdits = ({ source, table }: Editing, at: number, text: string): XmlEdit[] => {
  const rule = rulesIn(table)[at];
  if (rule === undefined) return [];
  const description = childNamed(rule, 'description');
  const annotation = childNamed(rule, 'annotationEntry');
  if (description === undefined && annotation !== undefined) return textEdits(source, annotation, text);
  if (description !== undefined) {
    if (contentOf(source, description) === text) return [];
    return [text === '' ? removal(source, description) : withContent(source, description, escapeText(text))];
  }
  if (text === '') return [];
  const indent = rule.children[0] === undefined ? '' : indentOf(source, rule.children[0]);
  const tag = tagLike(table, 'description');
  return [insertion(rule.openEnd, elementText({ tag, attributes: [], children: [text] }, indent))];
};

const ruleText = ({ source, table, newId }: Editing, indent: string, copied: XmlElement | undefined): string => {
  const base = attributeOf(table, 'id') || 'table';
  const id = newId(`${base}_rule_${rulesIn(table).length + 1}`);
  const note = contentOf(source, childNamed(copied ?? table, copied === undefined ? '' : 'description'));
  const entries = (['input', 'output'] as const).flatMap((side) =>
    childrenNamed(table, side).map((_, column) => {
      const original = copied === undefined ? undefined : childrenNamed(copied, `${side}Entry`)[column];
      const text = original === undefined ? blankOf[side] : textIn(source, original);
      return entry(table, side, newId(`${id}_${side}_${column + 1}`), text);
    }),
  );
  const description: Written[] =
    note === '' ? [] : [{ tag: tagLike(table, 'description'), attributes: [], children: [note] }];
  return elementText(
    { tag: tagLike(table, 'rule'), attributes: [['id', id]], children: [...description, ...entries] },
    indent,
  );
};

const addRule = (editing: Editing, at: number, copyOf: number | undefined): XmlEdit[] => {
  const rules = rulesIn(editing.table);
  const before = rules[Math.min(at, rules.length) - 1];
  // Before the first rule stands the last column, or whatever else the table has.
  const { at: place, indent } = behind(
    editing,
    before ?? editing.table.children.findLast(({ name }) => name !== 'rule'),
  );
  return [insertion(place, ruleText(editing, indent, copyOf === undefined ? undefined : rules[copyOf]))];
};

/** Takes an element from among its like and puts it where another one is. */
const moveAmong = ({ source }: Editing, elements: readonly XmlElement[], from: number, to: number): XmlEdit[] => {
  const [moved, target] = [elements[from], elements[to]];
  if (moved === undefined || target === undefined || from === to) return [];
  const at = from < to ? endOf(source, target) : target.start - indentOf(source, target).length;
  return [removal(source, moved), insertion(at, sliceOf(source, moved))];
};

const valuesElement = (table: XmlElement, side: Side, id: string, allowed: string): Written[] =>
  allowed === ''
    ? []
    : [{ tag: tagLike(table, `${side}Values`), attributes: [['id', id]], children: [textElement(table, allowed)] }];

const inputElement = ({ table, newId }: Editing, column: Omit<EditableInput, 'id'>): Written => {
  const id = newId(`${attributeOf(table, 'id') || 'table'}_input`);
  const expression: Written = {
    tag: tagLike(table, 'inputExpression'),
    attributes: [
      ['id', newId(`${id}_expression`)],
      ['typeRef', column.typeRef],
    ],
    children: [textElement(table, column.expression)],
  };
  return {
    tag: tagLike(table, 'input'),
    attributes: [
      ['id', id],
      ['label', column.label],
    ],
    children: [expression, ...valuesElement(table, 'input', newId(`${id}_values`), column.allowed)],
  };
};

const outputElement = ({ table, newId }: Editing, column: Omit<EditableOutput, 'id'>): Written => {
  const id = newId(`${attributeOf(table, 'id') || 'table'}_output`);
  return {
    tag: tagLike(table, 'output'),
    attributes: [
      ['id', id],
      ['label', column.label],
      ['name', column.name],
      ['typeRef', column.typeRef],
    ],
    children: valuesElement(table, 'output', newId(`${id}_values`), column.allowed),
  };
};

/** A column at the end of its side, with a cell in every rule. */
const addColumn = (editing: Editing, side: Side, column: Written): XmlEdit[] => {
  const { table, newId } = editing;
  const columns = childrenNamed(table, side);
  const last = columns.at(-1) ?? (side === 'output' ? childrenNamed(table, 'input').at(-1) : undefined);
  const { at, indent } = behind(editing, last);
  const cells = rulesIn(table).map((rule) => {
    const mates = childrenNamed(rule, `${side}Entry`);
    const previous = mates.at(-1) ?? childrenNamed(rule, 'inputEntry').at(-1);
    const place = behind({ ...editing, table: rule }, previous ?? childNamed(rule, 'description'));
    const id = newId(`${attributeOf(rule, 'id') || 'rule'}_${side}_${columns.length + 1}`);
    return insertion(place.at, elementText(entry(table, side, id, blankOf[side]), place.indent));
  });
  return [insertion(at, elementText(column, indent)), ...cells];
};

const removeColumn = ({ source, table }: Editing, side: Side, at: number): XmlEdit[] =>
  [childrenNamed(table, side)[at], ...rulesIn(table).map((rule) => childrenNamed(rule, `${side}Entry`)[at])]
    .filter((element) => element !== undefined)
    .map((element) => removal(source, element));

const moveColumn = (editing: Editing, side: Side, at: number, to: number): XmlEdit[] => [
  ...moveAmong(editing, childrenNamed(editing.table, side), at, to),
  ...rulesIn(editing.table).flatMap((rule) => moveAmong(editing, childrenNamed(rule, `${side}Entry`), at, to)),
];

const allowedEdits = (editing: Editing, clause: XmlElement, side: Side, allowed: string): XmlEdit[] => {
  const { source, table, newId } = editing;
  const values = childNamed(clause, `${side}Values`);
  if (values !== undefined) return allowed === '' ? [removal(source, values)] : textEdits(source, values, allowed);
  if (allowed === '') return [];
  const [element] = valuesElement(table, side, newId(`${attributeOf(clause, 'id')}_values`), allowed);
  if (element === undefined) return [];
  const last = clause.children.at(-1);
  if (last !== undefined) return [insertion(endOf(source, last), elementText(element, indentOf(source, last)))];
  const outer = indentOf(source, clause);
  const inside = elementText(element, outer === '' ? '' : `${outer}  `);
  return [withContent(source, clause, `${inside}${outer}`)];
};

/** An element whose attributes and content both change is written anew: two edits cannot meet in one tag. */
const rewritten = (source: DmnSource, edits: readonly XmlEdit[], element: XmlElement): XmlEdit[] => {
  if (element.closeStart !== null || !edits.some(({ start }) => start === element.start)) return [...edits];
  const opened = edits.filter(({ start }) => start !== element.start);
  const content = edits.find(({ start }) => start === element.start)?.text ?? '';
  const own = edited(
    { ...source, text: source.text.slice(element.start, element.openEnd) },
    opened.map(({ start, end, text }) => ({ start: start - element.start, end: end - element.start, text })),
  ).replace(/\s*\/>$/, '>');
  return [{ start: element.start, end: element.openEnd, text: `${own}${content.slice(content.indexOf('>') + 1)}` }];
};

const inputEdits = (editing: Editing, at: number, column: Omit<EditableInput, 'id'>): XmlEdit[] => {
  const { source, table } = editing;
  const clause = childrenNamed(table, 'input')[at];
  const expression = childNamed(clause, 'inputExpression');
  if (clause === undefined || expression === undefined) return [];
  return [
    ...attributeEdits(source, clause, 'label', column.label),
    ...attributeEdits(source, expression, 'typeRef', column.typeRef),
    ...textEdits(source, expression, column.expression),
    ...allowedEdits(editing, clause, 'input', column.allowed),
  ];
};

const outputEdits = (editing: Editing, at: number, column: Omit<EditableOutput, 'id'>): XmlEdit[] => {
  const { source, table } = editing;
  const clause = childrenNamed(table, 'output')[at];
  if (clause === undefined) return [];
  const edits = [
    ...attributeEdits(source, clause, 'label', column.label),
    ...attributeEdits(source, clause, 'name', column.name),
    ...attributeEdits(source, clause, 'typeRef', column.typeRef),
    ...allowedEdits(editing, clause, 'output', column.allowed),
  ];
  return rewritten(source, edits, clause);
};

const tableEdits = (editing: Editing, change: DecisionChange): XmlEdit[] => {
  const { source, table } = editing;
  switch (change.kind) {
    case 'policy':
      return [
        ...attributeEdits(source, table, 'hitPolicy', change.hitPolicy),
        ...attributeEdits(source, table, 'aggregation', change.aggregation ?? ''),
      ];
    case 'expression':
      return textEdits(source, table, change.text);
    case 'cells':
      return cellEdits(editing, change.cells);
    case 'note':
      return noteEdits(editing, change.rule, change.text);
    case 'addRule':
      return addRule(editing, change.at, change.copyOf);
    case 'removeRule':
      return rulesIn(table)
        .slice(change.rule, change.rule + 1)
        .map((rule) => removal(source, rule));
    case 'moveRule':
      return moveAmong(editing, rulesIn(table), change.rule, change.to);
    default:
      return columnEdits(editing, change);
  }
};

const columnEdits = (editing: Editing, change: DecisionChange): XmlEdit[] => {
  switch (change.kind) {
    case 'addInput':
      return addColumn(editing, 'input', inputElement(editing, change.column));
    case 'addOutput':
      return addColumn(editing, 'output', outputElement(editing, change.column));
    case 'input':
      return inputEdits(editing, change.at, change.column);
    case 'output':
      return outputEdits(editing, change.at, change.column);
    case 'removeColumn':
      return removeColumn(editing, change.side, change.at);
    case 'moveColumn':
      return moveColumn(editing, change.side, change.at, change.to);
    default:
      return [];
  }
};

/** Makes one step in a decision of a file; every character that the step does not concern stays as it was. */
export const changeDecision = (xml: string, decisionId: string, change: DecisionChange): string => {
  const source = readSource(xml);
  const decision =
    source === null ? undefined : decisionsIn(source).find((one) => attributeOf(one, 'id') === decisionId);
  if (source === null || decision === undefined) return xml;
  if (change.kind === 'name') return edited(source, attributeEdits(source, decision, 'name', change.name));
  if (change.kind === 'require') return edited(source, requirementEdits(source, decision, change));
  const table = logicIn(decision);
  if (table === undefined) return xml;
  return edited(source, tableEdits({ source, decision, table, newId: idMaker(source) }, change));
};

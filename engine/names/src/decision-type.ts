import type { DecisionRequirements } from '@irisflow/dmn';
import type { ParsedFeel } from '@irisflow/feel';
import {
  dateType,
  listOf,
  numberType,
  sameWords,
  textType,
  unknownType,
  yesNoType,
  type Choice,
  type ValueType,
} from './value-type.ts';

type Decision = DecisionRequirements['decisions'][number];
type Logic = Decision['logic'];
type Table = Extract<Logic, { kind: 'decision-table' }>;

const simple: Readonly<Record<string, ValueType>> = {
  string: textType,
  number: numberType,
  integer: numberType,
  long: numberType,
  double: numberType,
  boolean: yesNoType,
  date: dateType,
};

const literalText = (feel: ParsedFeel | null): string | null => {
  if (feel === null) return null;
  try {
    const value: unknown = JSON.parse(feel.text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
};

/** A column that only says fixed texts is a choice between them. */
const choicesOf = (column: number, { rules }: Table): Choice[] | null => {
  const texts = rules.map(({ outputs }) => literalText(outputs[column] ?? null));
  if (texts.length === 0 || texts.some((text) => text === null)) return null;
  return [...new Set(texts)].map((text) => ({ value: text ?? '', label: sameWords(text ?? '') }));
};

const columnType = (table: Table, column: number): ValueType => {
  const choices = choicesOf(column, table);
  if (choices !== null) return { kind: 'choice', choices };
  return simple[table.outputs[column]?.typeRef ?? ''] ?? unknownType;
};

const rowType = (table: Table): ValueType => {
  if (table.outputs.length === 1) return columnType(table, 0);
  const fields = table.outputs.map(({ name, label }, column) => ({
    name,
    type: columnType(table, column),
    label: label === null || label === '' ? null : sameWords(label),
  }));
  return { kind: 'context', fields, isOpen: false };
};

const tableType = (table: Table): ValueType => {
  if (table.aggregation !== null) return numberType;
  const isList = ['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'].includes(table.hitPolicy);
  return isList ? listOf(rowType(table)) : rowType(table);
};

const logicType = (logic: Logic): ValueType => {
  if (logic.kind === 'decision-table') return tableType(logic);
  if (logic.kind === 'context') {
    if (logic.result !== null) return logicType(logic.result);
    const fields = logic.entries.map(({ name, value }) => ({ name, type: logicType(value), label: null }));
    return { kind: 'context', fields, isOpen: false };
  }
  return logic.type.kind === 'simple' ? (simple[logic.type.name] ?? unknownType) : unknownType;
};

/** What a decision answers. */
export const decisionType = ({ type, logic }: Decision): ValueType => {
  const told = type.kind === 'simple' ? (simple[type.name] ?? unknownType) : unknownType;
  return told.kind === 'unknown' || told.kind === 'text' ? logicType(logic) : told;
};

import type { Calculation, Condition, ControlElement, FieldSchema, FormDefinition } from '@irisflow/forms';
import { fieldOf, setOptions, setSchema } from './fields.ts';
import { childrenOf, places, tableAround } from './tree.ts';

/** Operations as people choose them: adding up fields and adding up a column are two. */
export const operations = ['sum', 'sumRows', 'difference', 'count', 'age', 'test'] as const;
export type Operation = (typeof operations)[number];

const isNumber = (schema: FieldSchema | undefined): boolean => schema?.type === 'number' || schema?.type === 'integer';

export interface Operands {
  readonly numbers: readonly ControlElement[];
  readonly dates: readonly ControlElement[];
  readonly tables: readonly ControlElement[];
  readonly booleans: readonly ControlElement[];
  /** Numbers that the rows of a table ask. */
  readonly columnsOf: (table: ControlElement | undefined) => readonly ControlElement[];
}

/** What a calculated field may look at: everything that stands outside of rows, but itself. */
export const operandsFor = (form: FormDefinition, id: string): Operands => {
  const controls = places(form)
    .map(({ element }) => element)
    .filter((element): element is ControlElement => element.type === 'Control' && element.id !== id);
  const outside = controls.filter((control) => tableAround(form, control.id) === undefined);
  const schemaOf = (control: ControlElement): FieldSchema | undefined => fieldOf(form, control.id)?.schema;
  return {
    numbers: outside.filter((control) => isNumber(schemaOf(control))),
    dates: outside.filter((control) => schemaOf(control)?.format === 'date'),
    tables: outside.filter(({ options }) => options.widget === 'table'),
    booleans: outside.filter((control) => schemaOf(control)?.type === 'boolean'),
    columnsOf: (table) =>
      table === undefined
        ? []
        : childrenOf(table).filter(
            (child): child is ControlElement => child.type === 'Control' && isNumber(schemaOf(child)),
          ),
  };
};

const conditionOn = (control: ControlElement): Condition => ({
  scope: control.scope,
  schema: { const: true },
  failWhenUndefined: true,
});

/** A calculation of a kind to begin with, over the first fields that fit; undefined where the form has none. */
export const calculationOf = (
  form: FormDefinition,
  id: string,
  operation: Operation,
  tableScope?: string,
): Calculation | undefined => {
  const { numbers, dates, tables, booleans, columnsOf } = operandsFor(form, id);
  const [first, second = first] = numbers;
  const [date] = dates;
  const [boolean] = booleans;
  const table = tables.find(({ scope }) => tableScope === undefined || scope === tableScope);
  const withColumn = tables.find(
    (one) => columnsOf(one).length > 0 && (tableScope === undefined || one.scope === tableScope),
  );
  const [column] = columnsOf(withColumn);
  const starts: Readonly<Record<Operation, Calculation | undefined>> = {
    sum: first && { op: 'sum', scopes: [first.scope] },
    sumRows: withColumn &&
      column && { op: 'sum', scopes: [withColumn.scope], field: column.scope.split('/').at(-1) ?? '' },
    difference: first && second && { op: 'difference', scope: first.scope, minus: second.scope },
    count: table && { op: 'count', scope: table.scope },
    age: date && { op: 'age', scope: date.scope },
    test: boolean && { op: 'test', condition: conditionOn(boolean) },
  };
  return starts[operation];
};

export const canSwitch = (form: FormDefinition, id: string, operation: Operation): boolean =>
  calculationOf(form, id, operation) !== undefined;

const types = { sum: 'number', difference: 'number', count: 'integer', age: 'integer', test: 'boolean' } as const;

/** Sets how a value is calculated; what it is kept as goes along. */
export const setCalculation = (form: FormDefinition, id: string, calc: Calculation): FormDefinition => {
  const next = setOptions(form, id, { calc });
  const type = types[calc.op];
  const before = fieldOf(form, id)?.schema.type;
  const fits = before === type || (type === 'integer' && before === 'number');
  return fits ? next : setSchema(next, id, { type });
};

import type { CompiledControl } from './compile-form.ts';
import { conditionHolds } from './conditions.ts';
import { isDate } from './formats.ts';
import type { Calculation, FormData } from './form.ts';
import { pathOfScope, readAt, writeAt, type Path } from './pointer.ts';

type Operation = Calculation['op'];
type Operations = {
  readonly [O in Operation]: (calc: Extract<Calculation, { op: O }>, data: unknown, today: string) => unknown;
};

const rowsAt = (data: unknown, scope: string): readonly unknown[] => {
  const value = readAt(data, pathOfScope(scope));
  return Array.isArray(value) ? value : [];
};

const numbersAt = (data: unknown, scope: string, field: string | undefined): readonly unknown[] =>
  field === undefined ? [readAt(data, pathOfScope(scope))] : rowsAt(data, scope).map((row) => readAt(row, [field]));

/** Adds in hundredths so that 0.1 + 0.2 is 0.3. */
const addUp = (values: readonly unknown[]): number => {
  const hundredths = values.map((value) => (typeof value === 'number' ? Math.round(value * 100) : 0));
  return hundredths.reduce((total, value) => total + value, 0) / 100;
};

const subtract = (value: unknown, minus: unknown): number | undefined =>
  typeof value === 'number' && typeof minus === 'number'
    ? (Math.round(value * 100) - Math.round(minus * 100)) / 100
    : undefined;

const yearsBetween = (birth: unknown, today: string): number | undefined => {
  if (typeof birth !== 'string' || !isDate(birth) || birth > today) return undefined;
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
};

const operations: Operations = {
  sum: ({ scopes, field }, data) => addUp(scopes.flatMap((scope) => numbersAt(data, scope, field))),
  difference: ({ scope, minus }, data) => subtract(readAt(data, pathOfScope(scope)), readAt(data, pathOfScope(minus))),
  count: ({ scope, where }, data, today) =>
    rowsAt(data, scope).filter((row) => where === undefined || conditionHolds(where, row, today)).length,
  age: ({ scope }, data, today) => yearsBetween(readAt(data, pathOfScope(scope)), today),
  test: ({ condition }, data, today) => conditionHolds(condition, data, today),
};

const evaluate = <O extends Operation>(calc: Extract<Calculation, { op: O }>, data: unknown, today: string): unknown =>
  operations[calc.op](calc, data, today);

/** Returns the value of every calculated field of `controls` on the day `today`, ready to be written at its path. */
export const calculate = (
  controls: readonly CompiledControl[],
  data: FormData,
  today: string,
): readonly { readonly path: Path; readonly value: unknown }[] => {
  let basis = data;
  return controls.flatMap(({ options, path }) => {
    if (options.calc === undefined) return [];
    const value = evaluate(options.calc, basis, today);
    // Later calculations may build on earlier ones.
    basis = writeAt(basis, path, value);
    return [{ path, value }];
  });
};

/** Returns `data` with every calculated field filled in. */
export const withCalculated = (controls: readonly CompiledControl[], data: FormData, today: string): FormData =>
  calculate(controls, data, today).reduce((current, { path, value }) => writeAt(current, path, value), data);

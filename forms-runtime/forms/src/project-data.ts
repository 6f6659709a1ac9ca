import { withCalculated } from './calculate.ts';
import type { CompiledControl } from './compile-form.ts';
import { settleRow } from './element-rules.ts';
import { normalize } from './formats.ts';
import type { FormData } from './form.ts';
import { readAt, writeAt } from './pointer.ts';
import type { FieldSchema } from './schema.ts';

interface Projection {
  readonly visible: ReadonlySet<string>;
  readonly today: string;
}

const isRecord = (value: unknown): value is FormData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const cleanText = (text: string, schema: FieldSchema): string | undefined => {
  const trimmed = schema.format === undefined ? text.trim() : normalize(schema.format, text);
  return trimmed === '' ? undefined : trimmed;
};

const cleanObject = (value: FormData, schema: FieldSchema): FormData => {
  const kept = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const cleaned = Object.hasOwn(value, name) ? clean(value[name], inner) : undefined;
    return cleaned === undefined ? [] : [[name, cleaned] as const];
  });
  return Object.fromEntries(kept);
};

/** Drops what is empty or not in the schema; leaves values of a wrong type alone for the validator to refuse. */
const clean = (value: unknown, schema: FieldSchema): unknown => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return cleanText(value, schema);
  const { items } = schema;
  if (Array.isArray(value)) return items === undefined ? value : value.map((item) => clean(item, items) ?? null);
  return isRecord(value) && schema.properties !== undefined ? cleanObject(value, schema) : value;
};

const projectRow = (table: CompiledControl, row: unknown, today: string): unknown => {
  if (!isRecord(row)) return row;
  const full = withCalculated(table.rows, row, today);
  return projectData(table.rows, full, { today, visible: settleRow(table, full, today).visible });
};

const projectValue = (control: CompiledControl, value: unknown, today: string): unknown => {
  if (control.rows.length > 0 && Array.isArray(value)) return value.map((row) => projectRow(control, row, today));
  const cleaned = clean(value, control.schema);
  // A required address starts as an empty object so that each missing line is reported where it belongs.
  return cleaned === undefined && control.required && control.widget === 'address' ? {} : cleaned;
};

const withParents = (data: FormData, control: CompiledControl): FormData =>
  control.path.slice(0, -1).reduce((current, _, depth) => {
    const parent = control.path.slice(0, depth + 1);
    return readAt(current, parent) === undefined ? writeAt(current, parent, {}) : current;
  }, data);

/** Rebuilds data from the visible controls alone; whatever no control asks for does not come along. */
export const projectData = (controls: readonly CompiledControl[], data: FormData, projection: Projection): FormData =>
  controls.reduce<FormData>((current, control) => {
    if (!projection.visible.has(control.id)) return current;
    const value = projectValue(control, readAt(data, control.path), projection.today);
    return writeAt(withParents(current, control), control.path, value);
  }, {});

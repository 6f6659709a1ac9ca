import {
  compileForm,
  fieldChoices,
  settle,
  writeAt,
  type CompiledControl,
  type FormData,
  type FormDefinition,
} from '@irisflow/forms';
import { exampleOf, fieldKind, kindOfField } from '../palette/field-kinds.ts';

type Day = string;

const within = ({ minimum = 0, maximum = Infinity, multipleOf = 1 }: CompiledControl['schema']): number => {
  const wanted = Math.min(Math.max(minimum, Math.min(100, maximum)), maximum);
  return Math.max(minimum, Math.round(Math.floor(wanted / multipleOf) * multipleOf * 100) / 100);
};

/** A day that most limits leave: long ago where a birth is meant, else today. */
const dayFor = ({ dateMax }: CompiledControl['schema'], today: Day): Day => {
  const years = /^today-(\d+)y$/.exec(dateMax ?? '')?.[1];
  return years === undefined ? today : `${Number(today.slice(0, 4)) - Number(years) - 1}${today.slice(4)}`;
};

const textFor = ({ schema, widget }: CompiledControl): string => {
  const kind = kindOfField(widget, schema.format);
  const identifier = kind === undefined ? undefined : fieldKind(kind).identifier;
  if (kind !== undefined && exampleOf(kind) !== undefined && identifier !== undefined) return identifier.example;
  if (schema.format === 'email') return 'ada.exemple@example.org';
  if (schema.format === 'phone') return '+32470000000';
  if (schema.format === 'postal-code-be') return '1000';
  return 'Exemple'.padEnd(schema.minLength ?? 0, ' exemple').slice(0, schema.maxLength ?? 100);
};

const address = { street: 'Rue de l’Exemple', number: '1', postalCode: '1000', municipality: 'Bruxelles' };

const choiceOf = ({ schema }: CompiledControl): unknown => {
  const [first] = fieldChoices(schema) ?? [];
  return schema.items === undefined ? first?.const : [first?.const];
};

const valueOf = (control: CompiledControl, today: Day): unknown => {
  const { schema } = control;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') return within(schema);
  return schema.format === 'date' ? dayFor(schema, today) : textFor(control);
};

const answerTo = (control: CompiledControl, today: Day): unknown => {
  const { schema, widget } = control;
  if (widget === 'table') return [rowFor(control, today)];
  if (widget === 'file' || widget === 'computed') return undefined;
  if (widget === 'address') return address;
  return fieldChoices(schema) === undefined ? valueOf(control, today) : choiceOf(control);
};

const rowFor = (table: CompiledControl, today: Day): FormData =>
  table.rows.reduce<FormData>((row, control) => writeAt(row, control.path, answerTo(control, today)), {});

/** Answers to every field that can be asked, made up, so that nobody types them to try a form; files are left out. */
export const sampleAnswers = (
  form: FormDefinition,
  context: { readonly audience: 'applicant' | 'agent'; readonly today: Day },
): FormData => {
  const compiled = compileForm(form);
  const all = compiled.controls.reduce<FormData>(
    (data, control) => writeAt(data, control.path, answerTo(control, context.today)),
    {},
  );
  return settle(compiled, all, context).data;
};

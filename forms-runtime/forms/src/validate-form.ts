import { checkSchema, type FieldError } from './check-schema.ts';
import { choiceErrors } from './offered-choices.ts';
import type { CompiledForm } from './compile-form.ts';
import { effectiveSchema } from './effective-schema.ts';
import type { Audience, FormData } from './form.ts';
import type { EffectiveSchema } from './schema.ts';
import { nameAmbiguity } from './name-ambiguity.ts';
import { settle, type FormContext } from './settle.ts';

/** Which violation a person should hear about first when a value breaks several rules. */
const PRIORITY = [
  'required', 'type', 'additionalProperties', 'const', 'enum', 'minLength', 'maxLength', 'format', 'pattern',
  'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf', 'dateMin', 'dateMax', 'minItems',
  'maxItems', 'contains', 'not', 'anyOf',
]; // prettier-ignore

const rank = ({ keyword }: FieldError): number => (PRIORITY.indexOf(keyword) + PRIORITY.length) % PRIORITY.length;

/** Keeps one error a place, the one people should solve first, so that both validators answer alike. */
export const firstErrors = (errors: readonly FieldError[]): readonly FieldError[] => {
  const first = new Map<string, FieldError>();
  for (const error of errors) {
    const known = first.get(error.pointer);
    if (known === undefined || rank(error) < rank(known)) first.set(error.pointer, error);
  }
  return [...first.values()];
};

const schemas = new WeakMap<CompiledForm, Map<Audience, EffectiveSchema>>();

const schemaFor = (compiled: CompiledForm, audience: Audience): EffectiveSchema => {
  const known = schemas.get(compiled) ?? new Map<Audience, EffectiveSchema>();
  schemas.set(compiled, known);
  const schema = known.get(audience) ?? effectiveSchema(compiled, audience);
  known.set(audience, schema);
  return schema;
};

/** Sorts errors by the place of their field on the pages, which is the order people read an error summary in. */
export const inReadingOrder = (compiled: CompiledForm, errors: readonly FieldError[]): readonly FieldError[] => {
  const placeOf = ({ pointer }: FieldError): number =>
    compiled.controls.findIndex((control) => pointer === control.pointer || pointer.startsWith(`${control.pointer}/`));
  return errors
    .map((error) => ({ error, place: placeOf(error) }))
    .sort((left, right) => left.place - right.place)
    .map(({ error }) => error);
};

/** Validates data as the server will: rules settled, hidden fields out, one error a field. */
export const validateForm = (compiled: CompiledForm, data: FormData, context: FormContext): readonly FieldError[] => {
  const settled = settle(compiled, data, context);
  const errors = [
    ...checkSchema(schemaFor(compiled, context.audience), settled.data, context.today),
    ...choiceErrors(compiled, settled.data, context),
  ];
  return inReadingOrder(compiled, firstErrors(errors).map(nameAmbiguity(settled.data)));
};

import { segmentsOf, writeAt, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import type { FormData } from '@irisflow/foundation';
import { type ContactRow, nameOf } from '@irisflow/parties';

/** What is known of somebody, under the names by which browsers know such fields, and `nationalNumber` or `enterpriseNumber`. */
export type KnownAnswers = Readonly<Record<string, string | null>>;

const notedOf = (contact: ContactRow): KnownAnswers => ({
  name: nameOf(contact),
  'given-name': contact.first_name,
  'family-name': contact.last_name,
  tel: contact.phone,
  email: contact.email,
});

/** The same fields as sources call them, for forms that say where a value comes from instead. */
const ofSources: Readonly<Record<string, string>> = {
  name: 'name',
  firstName: 'given-name',
  lastName: 'family-name',
  phone: 'tel',
  email: 'email',
  nationalNumber: 'nationalNumber',
  enterpriseNumber: 'enterpriseNumber',
};

const meaningOf = ({ options, prefill }: CompiledControl): string | undefined =>
  options.autocomplete ?? ofSources[prefill?.source.split('.').at(-1) ?? ''];

const isText = ({ schema }: CompiledControl): boolean => schema.type === 'string';

/** What is known, in the fields of a form that ask for the one who applies. */
export const answersOfKnown = (form: CompiledForm, known: KnownAnswers): FormData =>
  form.controls.filter(isText).reduce<FormData>((data, control) => {
    const value = known[meaningOf(control) ?? ''] ?? '';
    return value === '' ? data : writeAt(data, segmentsOf(control.pointer), value);
  }, {});

export const answersOfContact = (form: CompiledForm, contact: ContactRow): FormData =>
  answersOfKnown(form, notedOf(contact));

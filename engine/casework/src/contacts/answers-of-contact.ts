import { segmentsOf, writeAt, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import type { FormData } from '@irisflow/foundation';
import { type ContactRow, nameOf } from '@irisflow/parties';

type Noted = Readonly<Record<string, string | null>>;

/** What was noted, under the names by which browsers know such fields. */
const notedOf = (contact: ContactRow): Noted => ({
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
};

const meaningOf = ({ options, prefill }: CompiledControl): string | undefined =>
  options.autocomplete ?? ofSources[prefill?.source.split('.').at(-1) ?? ''];

const isText = ({ schema }: CompiledControl): boolean => schema.type === 'string';

/** The answers that a contact already gave, in the fields of a form that ask for the one who applies. */
export const answersOfContact = (form: CompiledForm, contact: ContactRow): FormData => {
  const noted = notedOf(contact);
  return form.controls.filter(isText).reduce<FormData>((data, control) => {
    const value = noted[meaningOf(control) ?? ''] ?? '';
    return value === '' ? data : writeAt(data, segmentsOf(control.pointer), value);
  }, {});
};

import { extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { UserTaskDefinition } from '../graph.ts';
import { latest, readBinding } from './read-binding.ts';
import { readExpression } from './read-expression.ts';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

type FormPart = Pick<UserTaskDefinition, 'formId' | 'formBinding' | 'formKey' | 'externalReference'>;

/** The attributes of which one names the form; it depends on who keeps the task. The others have no effect there. */
const namesOf = (element: ModdleElement): readonly string[] =>
  extensionOf(element, 'zeebe:UserTask') === null ? ['formId', 'formKey'] : ['formId', 'externalReference'];

const checkNames = (reading: Reading, element: ModdleElement, form: ModdleElement): void => {
  const names = namesOf(element);
  const written = ['formId', 'formKey', 'externalReference'].filter((property) => textOf(form, property) !== null);
  const named = written.filter((property) => names.includes(property));
  if (named.length > 1) report(reading, 'BPMN_FORM_AMBIGUOUS', form, { found: named.join(', ') });
  if (named.length === 0) report(reading, 'BPMN_FORM_MISSING', form, { allowed: names.join(', ') });
  for (const property of written.filter((each) => !names.includes(each)))
    report(reading, 'BPMN_EXTENSION_IGNORED', form, { extension: `zeebe:formDefinition ${property}` });
};

/** `zeebe:formDefinition`: the one form that a user task or a start event shows. */
export const readForm = (reading: Reading, element: ModdleElement): FormPart => {
  const form = extensionOf(element, 'zeebe:FormDefinition');
  if (form === null) return { formId: null, formBinding: latest, formKey: null, externalReference: null };
  checkNames(reading, element, form);
  const names = namesOf(element);
  return {
    formId: readExpression(reading, form, 'formId'),
    formBinding: readBinding(reading, form),
    formKey: names.includes('formKey') ? textOf(form, 'formKey') : null,
    externalReference: names.includes('externalReference') ? readExpression(reading, form, 'externalReference') : null,
  };
};

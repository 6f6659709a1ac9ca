import { extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { UserTaskDefinition } from '../graph.ts';
import { latest, readBinding } from './read-binding.ts';
import { readExpression } from './read-expression.ts';
import type { Reading } from './reading.ts';
import { report } from './reading.ts';

type FormPart = Pick<UserTaskDefinition, 'formId' | 'formBinding' | 'formKey' | 'externalReference'>;

/** `zeebe:formDefinition`: the one form that a user task or a start event shows. */
export const readForm = (reading: Reading, element: ModdleElement): FormPart => {
  const form = extensionOf(element, 'zeebe:FormDefinition');
  if (form === null) return { formId: null, formBinding: latest, formKey: null, externalReference: null };
  const named = ['formId', 'formKey', 'externalReference'].filter((property) => textOf(form, property) !== null);
  if (named.length > 1) report(reading, 'BPMN_FORM_AMBIGUOUS', form, { found: named.join(', ') });
  return {
    formId: readExpression(reading, form, 'formId'),
    formBinding: readBinding(reading, form),
    formKey: textOf(form, 'formKey'),
    externalReference: readExpression(reading, form, 'externalReference'),
  };
};

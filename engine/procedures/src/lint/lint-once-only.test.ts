import { sampleProcedureChanging } from '@irisflow/platform/testing';
import { expect, test } from 'vitest';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';

interface Form {
  uischema: { elements: { elements: { id: string; options: { askedAgain?: string } }[] }[] };
  bindings: { prefill?: unknown[] };
}

const found = (change: (form: Form) => void, path = 'application.form.json') =>
  lintFolder(readFolder(sampleProcedureChanging(path, change)), {
    connectorTypes: null,
    sourceTypes: [],
    servedTypes: [],
  });

const unfilled = (form: Form): void => {
  delete form.bindings.prefill;
};

test('story 4: what the National Register gives is refused as a question', () => {
  const [problem, ...others] = found(unfilled);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    file: 'application.form.json',
    code: 'FORM_ASKED_AGAIN',
    severity: 'error',
    elementId: 'c_lastName',
  });
  expect(problem?.message.nl).toBe(
    '“lastName”: “Rijksregister” geeft dit al aan de administratie. Vul het veld vooraf in, of schrijf erbij waarom het toch gevraagd moet worden.',
  );
});

test('story 4: a reason that the form keeps lets it be asked', () => {
  const saying = (askedAgain: string) => (form: Form) => {
    unfilled(form);
    const control = form.uischema.elements[0]?.elements.find(({ id }) => id === 'c_lastName');
    Object.assign(control?.options ?? {}, { askedAgain });
  };
  expect(found(saying('Birth names differ.'))).toEqual([]);
  expect(found(saying(' '))).toContainEqual(expect.objectContaining({ code: 'SCHEMA', severity: 'error' }));
});

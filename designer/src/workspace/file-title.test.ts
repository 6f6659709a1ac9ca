import { expect, test } from 'vitest';
import { fileTitle } from './file-title.ts';

test('a file is called by its title where it has one', () => {
  expect(fileTitle('tests/a.scenario.json', '{"title":"an unregistered lease is asked for once"}', 'fr')).toBe(
    'an unregistered lease is asked for once',
  );
  expect(fileTitle('grant.letter.json', '{"subject":{"fr":"Octroi","nl":"Toekenning"}}', 'nl')).toBe('Toekenning');
  // One that says nothing yet in the language of the reader is not nothing in a list.
  expect(fileTitle('grant.letter.json', '{"subject":{"fr":"Octroi","nl":""}}', 'nl')).toBe('grant');
  expect(fileTitle('p.bpmn', '<bpmn:process id="p" name="Rent allowance" isExecutable="true">', 'en')).toBe(
    'Rent allowance',
  );
  expect(fileTitle('x.form.json', '{', 'en')).toBe('x');
});

test('a file of one decision is called as that decision, one of several as the file says', () => {
  const one = '<definitions id="d" name="File"><decision id="a" name="Fee"/>';

  expect(fileTitle('fee.dmn', `${one}</definitions>`, 'fr')).toBe('Fee');
  expect(fileTitle('fee.dmn', `${one}<decision id="b" name="Rest"/></definitions>`, 'fr')).toBe('File');
  expect(fileTitle('fee.dmn', '{', 'fr')).toBe('fee');
});

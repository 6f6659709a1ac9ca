import { expect, test } from 'vitest';
import { fileTitle } from './file-title.ts';

test('a file is called by its title where it has one', () => {
  expect(fileTitle('tests/a.scenario.json', '{"title":"an unregistered lease is asked for once"}', 'fr')).toBe(
    'an unregistered lease is asked for once',
  );
  expect(fileTitle('grant.letter.json', '{"subject":{"fr":"Octroi","nl":"Toekenning"}}', 'nl')).toBe('Toekenning');
  expect(fileTitle('p.bpmn', '<bpmn:process id="p" name="Rent allowance" isExecutable="true">', 'en')).toBe(
    'Rent allowance',
  );
  expect(fileTitle('x.form.json', '{', 'en')).toBe('x');
});

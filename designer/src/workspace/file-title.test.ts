import { expect, test } from 'vitest';
import type { ProcedureSettings } from '../settings/procedure-file.ts';
import { stepNamesOf } from './use-step-names.ts';
import { kindOfFile } from './file-kinds.ts';
import { fileTitle } from './file-title.ts';
import { declaredTitle, evidenceTitles } from './use-file-titles.ts';

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

const say = (text: string) => ({ fr: text, nl: text, en: text });
const forms = { application: 'Aanvraag', eligibility: 'Heb ik er recht op?' };

test('drawings, decisions and forms are called in the language of the reader where the settings say how', () => {
  const settings = {
    title: say('Permit'),
    process: { file: 'permit.bpmn', id: 'permit' },
    elements: { years: { fr: 'Les années après', nl: 'De jaren erna', en: 'The years after' } },
    decisions: { fee: say('Fee'), rules: say('Rules') },
    application: { form: 'apply' },
    eligibility: { form: 'may-i' },
    tasks: { check: { name: say('Check'), form: 'report' } },
    inspections: [{ key: 'visit', label: say('Visit'), form: 'visit' }],
  } as unknown as ProcedureSettings;
  const obligation = JSON.stringify({ form: 'proof', name: { fr: 'Preuve annuelle', nl: 'Jaarlijks bewijs' } });
  const evidence = evidenceTitles(
    [
      ['yearly.obligation.json', obligation],
      ['half.obligation.json', '{'],
    ],
    'nl',
  );
  const title = (path: string, content: string) =>
    declaredTitle({ path, content }, { settings, locale: 'nl', forms, evidence });

  expect(title('years.bpmn', '<bpmn:process id="years" name="The years after">')).toBe('De jaren erna');
  expect(title('permit.bpmn', '<bpmn:process id="permit" name="A permit">')).toBe('Permit');
  expect(title('fee.dmn', '<definitions id="rules" name="F"><decision id="fee" name="D"/>')).toBe('Fee');
  expect(title('fee.dmn', '<definitions id="rules" name="F"><decision id="fee"/><decision id="b"/>')).toBe('Rules');
  expect(title('apply.form.json', '{}')).toBe('Aanvraag');
  expect(title('may-i.form.json', '{}')).toBe('Heb ik er recht op?');
  expect(title('report.form.json', '{}')).toBe('Check');
  expect(title('visit.form.json', '{}')).toBe('Visit');
  expect(title('proof.form.json', '{}')).toBe('Jaarlijks bewijs');
  expect(title('other.dmn', '<definitions id="x" name="F"><decision id="y"/>')).toBeUndefined();
});

const examples = import.meta.glob<string>('../../../examples/*/*.{bpmn,dmn,json}', {
  eager: true,
  query: '?raw',
  import: 'default',
});

test('every drawing, form, file of decisions and decision of the examples has a name in every language', () => {
  const places = Object.keys(examples);
  const folders = places.filter((place) => place.endsWith('/procedure.json')).map((place) => place.slice(0, -14));
  expect(folders.length).toBeGreaterThan(4);
  const nameless = folders.flatMap((folder) => {
    const settings = JSON.parse(examples[`${folder}procedure.json`] ?? '') as ProcedureSettings;
    const own = places.filter((place) => place.startsWith(folder)).map((place) => place.slice(folder.length));
    const contentOf = (path: string) => examples[`${folder}${path}`] ?? '';
    const evidence = evidenceTitles(
      own.map((path) => [path, contentOf(path)] as const),
      'nl',
    );
    const reader = { settings, locale: 'nl', forms, evidence } as const;
    const files = own.filter((path) => ['process', 'decision', 'form'].includes(kindOfFile(path)));
    const untitled = files.filter((path) => declaredTitle({ path, content: contentOf(path) }, reader) === undefined);
    const decisions = files
      .filter((path) => path.endsWith('.dmn'))
      .flatMap((path) => [
        ...(examples[`${folder}${path}`] ?? '').matchAll(/<(?:\w+:)?decision\s[^>]*?\bid="([^"]+)"/g),
      ])
      .flatMap(([, id = '']) => (settings.decisions?.[id] === undefined ? [id] : []));
    return [...untitled, ...decisions].map((name) => `${folder}${name}`);
  });
  expect(nameless).toEqual([]);
});

const drawn =
  /<(?:\w+:)?(?:\w+Event|\w*[tT]ask|\w+Gateway|subProcess|callActivity|sequenceFlow|participant|lane)\s([^>]*)>/g;

test('everything that the drawings of the examples name has a name in every language', () => {
  const nameless = Object.entries(examples)
    .filter(([place]) => place.endsWith('.bpmn'))
    .flatMap(([place, xml]) => {
      const settings = examples[place.replace(/[^/]+$/, 'procedure.json')];
      const named = settings === undefined ? {} : stepNamesOf(JSON.parse(settings) as ProcedureSettings);
      const ids = [...xml.matchAll(drawn)].flatMap(([, attributes = '']) =>
        / name="[^"]+"/.test(` ${attributes}`) ? [/\bid="([^"]+)"/.exec(attributes)?.[1] ?? ''] : [],
      );
      return ids.filter((id) => !Object.hasOwn(named, id)).map((id) => `${place}: ${id}`);
    });
  expect(nameless).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { writeJson } from '../workspace/draft-json.ts';
import { applyXliff } from './apply-xliff.ts';
import { readXliff } from './read-xliff.ts';
import { textUnits } from './text-units.ts';
import { writeXliff } from './write-xliff.ts';

const direction = { from: 'fr', to: 'nl' } as const;
const line = (...content: readonly unknown[]) => ({ type: 'paragraph', content });
const words = (text: string, ...marks: readonly string[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const amount = { type: 'field', path: 'values.amount', format: 'money' };
const body = (...content: readonly unknown[]) => ({ type: 'doc', content });

const drawn = (more: Readonly<Record<string, unknown>> = {}) =>
  new Map(
    Object.entries({
      'procedure.json': {
        title: { fr: 'Permis & co', nl: 'Vergunning', en: 'Permit' },
        statuses: [{ key: 'open', label: { fr: 'En cours', nl: '', en: 'Open' } }],
      },
      'application.form.json': {
        kind: 'form',
        translations: { fr: { 'name.label': 'Nom de {count} <personnes>' }, nl: {}, en: {} },
      },
      'grant.letter.json': {
        kind: 'letter',
        subject: { fr: 'Octroi {{values.amount|money}}', nl: '', en: '' },
        body: {
          fr: body(line(words('Vous recevez '), amount, words(' par mois', 'bold')), line()),
          nl: body(line()),
          en: body(line()),
        },
      },
      ...more,
    }).map(([path, value]) => [path, writeJson(value)]),
  );

const exported = (files = drawn(), published: ReadonlyMap<string, string> = new Map()): string =>
  writeXliff(textUnits(files, published, direction), direction);

const imported = (content: string, files = drawn()) => {
  const read = readXliff(content);
  if (read === null) throw new Error('Expected an XLIFF file, but it was refused.');
  return applyXliff(files, read);
};

/** As a translator returns it: each empty target with words, in the order of the file. */
const translated = (content: string, ...targets: readonly string[]): string => {
  const left = [...targets];
  return content.replaceAll(
    /(<target state="new">)(<\/target>)/g,
    (_, open: string, close: string) => `${open}${left.shift() ?? ''}${close}`,
  );
};

const dutch = [
  'Naam van <x id="1" equiv-text="{count}"/> &lt;personen&gt;',
  'Toekenning <x id="1"/>',
  'U krijgt <g id="g1" ctype="x-bold">per maand</g> <x id="1" equiv-text="values.amount"/>',
  '<![CDATA[In behandeling]]>',
];

describe('the texts of a procedure for translators', () => {
  test('are those of forms, letters and settings, with what is missing and what must stay', () => {
    const units = textUnits(drawn(), new Map(), direction).map(({ file, place, state }) => `${file} ${place} ${state}`);
    expect(units).toEqual([
      'application.form.json text:name.label missing',
      'grant.letter.json at:/subject missing',
      'grant.letter.json line:0 missing',
      'procedure.json at:/title translated',
      'procedure.json at:/statuses/0/label missing',
    ]);
    expect(exported()).toContain(
      '<source>Vous recevez <x id="1" equiv-text="values.amount"/><g id="g1" ctype="x-bold"> par mois</g></source>',
    );
    expect(exported()).toContain('<target state="translated">Vergunning</target>');
  });

  test('are marked for review where what they were translated from changed since the publication', () => {
    const before = drawn({ 'procedure.json': { title: { fr: 'Autorisation', nl: 'Vergunning', en: 'Permit' } } });
    expect(exported(drawn(), before)).toContain('<target state="needs-review-translation">Vergunning</target>');
  });

  test('come back into every file, with chips, marks and signs as they were', () => {
    const { changes, taken, refused } = imported(translated(exported(), ...dutch));
    expect(refused).toEqual([]);
    expect(taken).toBe(4);
    const read = (path: string) => JSON.parse(changes.get(path) ?? 'null') as Record<string, never>;
    expect(read('application.form.json')['translations']).toMatchObject({
      nl: { 'name.label': 'Naam van {count} <personen>' },
    });
    expect(read('procedure.json')['statuses']).toMatchObject([{ label: { nl: 'In behandeling' } }]);
    const letter = read('grant.letter.json');
    expect(letter['subject']).toMatchObject({
      fr: 'Octroi {{values.amount|money}}',
      nl: 'Toekenning {{values.amount|money}}',
    });
    expect(letter['body']).toMatchObject({
      nl: body(line(words('U krijgt '), words('per maand', 'bold'), words(' '), amount), line()),
    });
  });

  test('change nothing when nothing was translated', () => {
    const found = imported(exported());
    expect([found.taken, found.same, found.untranslated, found.changes.size]).toEqual([0, 1, 4, 0]);
  });

  test.each([
    ['a plain text', 'Toekenning {{parties.nationalNumber}} <x id="1"/>', 1],
    ['two pieces', 'Toekenning {{parties.<g id="g1">nationalNumber}}</g> <x id="1"/>', 1],
    ['a label', 'Naam van <x id="1"/> {secret}', 0],
  ])('bring no field along that the source does not have, as %s', (_, target, at) => {
    const { changes, refused } = imported(translated(exported(), ...dutch.with(at, target)));
    expect(refused.map(({ why }) => why)).toEqual(['placeholders']);
    expect([...changes.values()].join()).not.toMatch(/nationalNumber|secret/);
  });

  test('come back where a word processor left signs in them that no XML has', () => {
    const pasted = drawn({ 'procedure.json': { title: { fr: 'Permis\u000bde\u0001 bâtir\ud800', nl: '', en: '' } } });
    const { changes, refused } = imported(
      exported(pasted).replace(
        '<target state="new"></target>\n      </trans-unit>\n    </body>\n  </file>\n</xliff>',
        '<target>Bouwvergunning</target></trans-unit></body></file></xliff>',
      ),
      pasted,
    );
    expect(refused).toEqual([]);
    expect(JSON.parse(changes.get('procedure.json') ?? '{}')).toMatchObject({ title: { nl: 'Bouwvergunning' } });
  });

  test('hold the page up no longer for being cut into very many pieces', () => {
    const pieces = `${'<g id="g1" ctype="x-bold">a</g>b'.repeat(9000)}<x id="1"/>`;
    const content = translated(exported(), dutch[0] ?? '', dutch[1] ?? '', pieces);
    const start = performance.now();
    expect(imported(content).taken).toBe(3);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('are refused one by one, each with its reason', () => {
    const lost = translated(exported(), 'Naam', ...dutch.slice(1));
    expect(imported(lost).refused).toEqual([
      {
        file: 'application.form.json',
        place: 'text:name.label',
        why: 'placeholders',
        words: 'Nom de  …  <personnes>',
      },
    ]);
    const reworded = drawn({ 'procedure.json': { title: { fr: 'Autre', nl: '', en: '' } } });
    expect(
      imported(translated(exported(), ...dutch), reworded).refused.map(({ place, why }) => `${place} ${why}`),
    ).toEqual(['at:/title sourceChanged', 'at:/statuses/0/label unknown']);
    const partly = translated(exported(), dutch[0] ?? '', dutch[1] ?? '', '', dutch[3] ?? '');
    expect(imported(partly).untranslated).toBe(1);
    const longer = drawn();
    longer.set(
      'grant.letter.json',
      (longer.get('grant.letter.json') ?? '').replace(
        '"content": []',
        '"content": [{ "type": "text", "text": "Deuxième ligne" }] }, { "type": "paragraph", "content": []',
      ),
    );
    const half = translated(exported(longer), dutch[0] ?? '', dutch[1] ?? '', dutch[2] ?? '', '', dutch[3] ?? '');
    expect(imported(half, longer).refused.map(({ place, why }) => `${place} ${why}`)).toEqual(['line:0 structure']);
  });
});

describe('a file that is none of ours', () => {
  test.each([
    ['no XML', 'key;fr;nl'],
    ['another document', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    [
      'entities that grow',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${exported().slice(39)}`,
    ],
    ['a language that nobody has', exported().replaceAll('nl-BE', 'sv-SE')],
    ['two pairs of languages', exported().replace('nl-BE', 'en-GB')],
    ['too much', `${exported()}${' '.repeat(5_000_001)}`],
  ])('is refused: %s', (_, content) => {
    expect(readXliff(content)).toBeNull();
  });
});

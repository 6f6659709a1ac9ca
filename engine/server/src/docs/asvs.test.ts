import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const page = readFileSync(path.join(root, 'docs/asvs.md'), 'utf8');
const security = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

/** The numbers of ASVS 5.0.0 by their level. */
const numbers = JSON.parse(readFileSync(new URL('asvs-levels.json', import.meta.url), 'utf8')) as Readonly<
  Record<'1' | '2', readonly string[]>
>;
const verdicts = ['yes', 'partly', 'no', 'operator', 'provider', 'does not apply'];

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const lines = page.split('\n').filter((line) => line.startsWith('|'));

/** A row of a chapter: its number, level, words, verdict and evidence. */
const rows = lines
  .map(cellsOf)
  .filter(([number = '']) => /^\d+\.\d+\.\d+$/.test(number))
  .map(([number = '', level = '', what = '', verdict = '', evidence = '']) => ({
    number,
    level,
    what,
    verdict,
    evidence,
  }));

const houses = ['engine', 'forms-runtime', 'connectors', '.'];

/** A room without its `src`, or a file of the repository as it is. */
const placesOf = (name: string): string[] => {
  const [room = '', ...rest] = name.split('/');
  return [name, ...houses.map((house) => path.join(house, room, 'src', ...rest))];
};
const exists = (name: string): boolean => placesOf(name).some((place) => existsSync(path.join(root, place)));

const pathsIn = (text: string): string[] =>
  Array.from(text.matchAll(/`([^`]+)`/g), ([, name = '']) => name).filter(
    (name) => /\.(tsx?|mjs|md|json|yaml)$/.test(name) && !name.includes(' '),
  );

const count = (chapter: string, verdict: string): number =>
  rows.filter((row) => (chapter === 'all' || `V${row.number.split('.')[0]}` === chapter) && row.verdict === verdict)
    .length;

describe('The page of ASVS', () => {
  test('has every number of levels 1 and 2 once, in their order, with its level', () => {
    const levels = Object.fromEntries(
      (['1', '2'] as const).flatMap((level) => numbers[level].map((number) => [number, level])),
    );
    expect(Object.keys(levels)).toHaveLength(253);
    expect(rows.map(({ number }) => number).toSorted()).toEqual(Object.keys(levels).toSorted());
    expect(Object.fromEntries(rows.map(({ number, level }) => [number, level]))).toEqual(levels);
  });

  test('says of each how it stands, in few words, with evidence', () => {
    for (const { number, what, verdict, evidence } of rows) {
      expect(verdicts, number).toContain(verdict);
      expect(what.split(' ').length, `${number}: ${what}`).toBeLessThanOrEqual(8);
      expect(evidence, number).not.toBe('');
    }
  });

  test('counts what stands in its chapters', () => {
    const summary = lines.map(cellsOf).filter(([name = '']) => /^(V\d+ .*|all)$/.test(name));
    expect(summary).toHaveLength(18);
    for (const [name = '', ...counts] of summary)
      expect(counts, name).toEqual(verdicts.map((verdict) => String(count(name.split(' ')[0] ?? '', verdict))));
  });

  test('names files that there are', () => {
    expect(pathsIn(page).length).toBeGreaterThan(200);
    expect(pathsIn(page).filter((name) => !exists(name))).toEqual([]);
  });

  test('shows what is done by a test, a setting or a page', () => {
    const bare = rows.filter(
      ({ verdict, evidence }) => verdict === 'yes' && pathsIn(evidence).length === 0 && !/`|\]\(/.test(evidence),
    );
    expect(bare).toEqual([]);
  });

  test('leads to sections of the page of security that there are', () => {
    const headings = new Set(
      Array.from(security.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^a-z0-9 -]/g, '')
          .replaceAll(' ', '-'),
      ),
    );
    const wanted = Array.from(page.matchAll(/security\.md#([\w-]+)/g), ([, anchor = '']) => anchor);
    expect(wanted.filter((anchor) => !headings.has(anchor))).toEqual([]);
  });
});

/** The numbers of levels 1 and 2 that stand in brackets. */
const bracketed = (text: string): string[] => {
  const known = new Set(numbers['1'].concat(numbers['2']));
  return Array.from(text.matchAll(/\((\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*)\)/g), ([, list = '']) => list.split(', '))
    .flat()
    .filter((number) => known.has(number));
};

describe('The page of security', () => {
  const [told = '', missing = ''] = security.split('\n## Not done\n');
  const judged = (...wanted: readonly string[]) =>
    rows.filter(({ verdict }) => wanted.includes(verdict)).map(({ number }) => number);

  test('brackets what is done where it tells what is done', () => {
    expect(bracketed(told).length).toBeGreaterThan(60);
    const done = judged('yes', 'partly');
    expect(bracketed(told).filter((number) => !done.includes(number))).toEqual([]);
  });

  test('names each number that is not, or only partly, done', () => {
    expect(bracketed(missing).toSorted()).toEqual(judged('no', 'partly').toSorted());
  });
});

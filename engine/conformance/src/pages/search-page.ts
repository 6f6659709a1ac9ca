import type { TestCase } from 'vitest/node';
import { findingOf } from './findings.ts';
import { page, table } from './markdown.ts';
import { runTable } from './run-table.ts';

/** How far a search was to look. */
export interface SearchSettings {
  readonly models: number;
  readonly seed: number;
}

const seconds = (test: TestCase): string => `${((test.diagnostic()?.duration ?? 0) / 1000).toFixed(0)} s`;

/** The counts of several searches added up by name, in the order of the names. */
const addUp = <Count extends object>(
  counts: readonly (readonly [string, Count])[],
  plus: (one: Count, other: Count) => Count,
): (readonly [string, Count])[] => {
  const sums = new Map<string, Count>();
  for (const [name, count] of counts) {
    const sum = sums.get(name);
    sums.set(name, sum === undefined ? count : plus(sum, count));
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1));
};

/** The page `docs/search.md`: how far the last long search looked and what it found. */
export const renderSearchPage = (tests: readonly TestCase[], { models, seed }: SearchSettings): string => {
  const isQuiet = (test: TestCase): boolean => test.result().state === 'passed';
  const censuses = tests.flatMap((test) => findingOf(test).census ?? []);
  return page([
    '# The long search',
    'Random processes are played on the engine and on an independent reference of the rules; graphs without structure, mutated files and rewritten models look for what hangs, fails or differs. ' +
      '`npm run search` plays others each time and writes this page; `npm test` plays a few, always the same.',
    runTable([
      ['Models', models],
      ['Seed', seed],
      ['Result', `${tests.filter(isQuiet).length} of ${tests.length} searches found nothing`],
    ]),
    '## Searches',
    table(
      ['Search', 'Result', 'Time'],
      tests.map((test) => [
        test.fullName.replaceAll(' > ', ' '),
        isQuiet(test) ? 'found nothing' : test.result().state,
        seconds(test),
      ]),
    ),
    '## What was drawn',
    'How often each kind was drawn, and how its elements ended.',
    table(
      ['Kind', 'Drawn', 'Completed', 'Terminated'],
      addUp(
        censuses.flatMap(({ drawn }) => drawn),
        (one, other) => ({
          drawn: one.drawn + other.drawn,
          completed: one.completed + other.completed,
          terminated: one.terminated + other.terminated,
        }),
      ).map(([kind, { drawn, completed, terminated }]) => [kind, drawn, completed, terminated]),
    ),
    '## What was done',
    table(
      ['Action', 'Times'],
      addUp(
        censuses.flatMap(({ actions }) => actions),
        (one, other) => ({ times: one.times + other.times }),
      ).map(([action, { times }]) => [action, times]),
    ),
  ]);
};

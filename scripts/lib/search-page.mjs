// Writes docs/search.md: when the last long search ran, on what, how far it looked and what it found.
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../../docs/search.md', import.meta.url));

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const machine = () =>
  `${os.availableParallelism()} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, ` +
  `${os.platform()} ${os.arch()}, Node ${process.versions.node}`;

const seconds = (test) => `${((test.duration ?? 0) / 1000).toFixed(0)} s`;

/** The counts of all searches of one run, added up by name. */
const addUp = (censuses, part) => {
  const sums = new Map();
  for (const [name, count] of censuses.flatMap((census) => census[part])) {
    const sum = sums.get(name) ?? {};
    for (const [key, value] of Object.entries(count)) sum[key] = (sum[key] ?? 0) + value;
    sums.set(name, sum);
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1));
};

const render = ({ tests, censuses, models, seed, at }) =>
  [
    '# The long search',
    'Random processes are played on the engine and on an independent reference of the rules; graphs without structure, mutated files and rewritten models look for what hangs, fails or differs. ' +
      '`npm run search` plays others each time and writes this page; `npm test` plays a few, always the same.',
    table(
      ['Run', ''],
      [
        ['Date', at.slice(0, 10)],
        ['Machine', machine()],
        ['Models', models],
        ['Seed', seed],
        [
          'Result',
          `${tests.filter(({ status }) => status === 'passed').length} of ${tests.length} searches found nothing`,
        ],
      ],
    ),
    '## Searches',
    table(
      ['Search', 'Result', 'Time'],
      tests.map((test) => [test.fullName, test.status === 'passed' ? 'found nothing' : test.status, seconds(test)]),
    ),
    '## What was drawn',
    'How often each kind was drawn, and how its elements ended.',
    table(
      ['Kind', 'Drawn', 'Completed', 'Terminated'],
      addUp(censuses, 'drawn').map(([kind, count]) => [kind, count.drawn, count.completed, count.terminated]),
    ),
    '## What was done',
    table(
      ['Action', 'Times'],
      addUp(censuses, 'actions').map(([action, { times }]) => [action, times]),
    ),
  ].join('\n\n') + '\n';

/** Writes the page from the report of one run of all searches. */
export const writeSearchPage = (report, { models, seed }) => {
  const { testResults, startTime } = JSON.parse(readFileSync(report, 'utf8'));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const censuses = tests.map(({ meta }) => meta.census).filter((census) => census !== undefined);
  writeFileSync(target, render({ tests, censuses, models, seed, at: new Date(startTime).toISOString() }));
};

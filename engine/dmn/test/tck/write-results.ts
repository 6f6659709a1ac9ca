import type { Verdict } from './run-case.ts';

/** A case with its place in the kit. */
export interface Outcome extends Verdict {
  readonly level: string;
  readonly folder: string;
  readonly id: string;
}

const count = (outcomes: readonly Outcome[], kind: Verdict['kind']): number =>
  outcomes.filter((outcome) => outcome.kind === kind).length;

const row = (name: string, outcomes: readonly Outcome[]): string => {
  const cells = [outcomes.length, count(outcomes, 'passed'), count(outcomes, 'failed'), count(outcomes, 'refused')];
  return `| ${[name, ...cells].join(' | ')} |`;
};

const headOf = (first: string): string =>
  `| ${first} | cases | passed | failed | refused |\n| --- | --: | --: | --: | --: |`;

const groups = (outcomes: readonly Outcome[], key: (outcome: Outcome) => string): [string, Outcome[]][] => {
  const found = new Map<string, Outcome[]>();
  for (const outcome of outcomes) found.set(key(outcome), [...(found.get(key(outcome)) ?? []), outcome]);
  return [...found];
};

const escape = (text: string): string => text.replace(/[|<>]/g, (found) => `\\${found}`).replace(/\s+/g, ' ');

const MAX_REASON = 220;

const detail = ({ folder, id, kind, reason }: Outcome): string =>
  `| ${folder} | ${id} | ${kind} | ${escape(reason.slice(0, MAX_REASON))} |`;

/** Why a folder is not complete, by its number. */
const reasons: Readonly<Record<string, string>> = {
  '0015': 'The inputs are text, but the model declares numbers; a value of another type becomes null.',
  '0019': 'The inputs are text, but the model declares numbers; a value of another type becomes null.',
  '0076': 'Java functions are code from outside FEEL. They are refused, whoever deploys them.',
  '0079':
    'The text of a context has no space after its colons, as on a cluster. A date and time has no offset with seconds.',
  '0088': 'A function that calls itself is not found inside itself: recursion has no end that anybody could see.',
};

const reasonOf = (folder: string): string => {
  const number = /\d{4}/.exec(folder)?.[0] ?? '';
  return `- **${folder}**: ${reasons[number] ?? 'See the cases below.'}`;
};

/** The table a reader wants first: cases by level. */
export const levelTable = (outcomes: readonly Outcome[]): string =>
  [headOf('level'), ...groups(outcomes, ({ level }) => level).map(([level, all]) => row(level, all))].join('\n');

/** Writes the whole page: per level, per folder that is not complete, per case that is not passed. */
export const resultsPage = (outcomes: readonly Outcome[], kit: { commit: string; date: string }): string => {
  const rest = outcomes.filter(({ kind }) => kind !== 'passed');
  const early = outcomes.filter(({ kind, reason }) => kind === 'passed' && reason !== '').length;
  const open = new Set(rest.map(({ level, folder }) => `${level}/${folder}`));
  const folders = groups(outcomes, ({ level, folder }) => `${level}/${folder}`).filter(([name]) => open.has(name));
  return [
    '<!-- cspell:disable -->',
    '# The compatibility kit of DMN',
    `Kit: github.com/dmn-tck/tck at \`${kit.commit}\`, run on ${kit.date} with Node ${process.versions.node}. \`npm run kit -- <path of its checkout>\` writes this page; the kit itself is not part of this repository.`,
    levelTable(outcomes),
    `A case is **refused** when the model, or the decision it asks for, does not deploy. It still passes when the kit expects an error there, as in ${early} of the cases. What a model imports is read from the files beside it. Models of the kit without ids get their names as ids, because a deployment needs one.`,
    '## Folders that are not complete',
    [headOf('folder'), ...folders.map(([name, all]) => row(name, all))].join('\n'),
    '## Why',
    folders.map(([name]) => reasonOf(name)).join('\n'),
    '## Cases that do not pass',
    ['| folder | case | verdict | reason |', '| --- | --- | --- | --- |', ...rest.map(detail)].join('\n'),
    '',
  ].join('\n\n');
};

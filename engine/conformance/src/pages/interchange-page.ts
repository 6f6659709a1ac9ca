import type { FolderJudgement } from '../interchange/judge-folder.ts';
import type { Judgement, Refusal } from '../interchange/judge-model.ts';
import { whyUnreadable, zeebeRefusesToo } from '../interchange/rules-of-the-standard.ts';
import { page, table } from './markdown.ts';
import { runTable } from './run-table.ts';

const shortened = (text: string): string => (text.length <= 160 ? text : `${text.slice(0, 159)}…`);

const filesWith = (models: readonly Judgement[], refusalsOf: (model: Judgement) => readonly Refusal[]) => {
  const codes = new Set(models.flatMap((model) => refusalsOf(model).map(({ code }) => code)));
  return [...codes]
    .map((code) => ({ code, files: models.filter((model) => refusalsOf(model).some((each) => each.code === code)) }))
    .toSorted((one, other) => other.files.length - one.files.length || (one.code < other.code ? -1 : 1));
};

const sectionOf = ({ folder, models }: FolderJudgement): readonly string[] => {
  const read = models.filter(({ unreadable }) => unreadable.length === 0);
  const executable = read.filter(({ isExecutable }) => isExecutable);
  const deployed = executable.filter(({ notDeployed }) => notDeployed.length === 0);
  const refused = models.filter(({ unreadable }) => unreadable.length > 0);
  return [
    `## ${folder}`,
    table(
      ['Models', 'Number'],
      [
        ['in the folder', models.length],
        ['read', read.length],
        ['refused, because they contradict the standard', refused.length],
        ['read, with warnings', read.filter(({ warnings }) => warnings > 0).length],
        ['read, with a process that is meant to run', executable.length],
        ['of these deployed', deployed.length],
      ],
    ),
    ...(refused.length === 0
      ? []
      : [
          'What the refused ones contradict; a file may do so in more than one way.',
          table(
            ['Problem', 'Files', 'Rule'],
            filesWith(models, ({ unreadable }) => unreadable).map(({ code, files }) => [
              `\`${code}\``,
              files.length,
              whyUnreadable[code] ?? 'OURS',
            ]),
          ),
          table(
            ['File', 'Problem', 'Times', 'The first one'],
            refused.flatMap(({ name, unreadable }) =>
              unreadable.map(({ code, times, message }) => [name, `\`${code}\``, times, shortened(message)]),
            ),
          ),
        ]),
    ...(deployed.length === executable.length
      ? []
      : [
          'Why the others are not deployed.',
          table(
            ['Problem', 'Files', 'In Zeebe'],
            filesWith(executable, ({ notDeployed }) => notDeployed).map(({ code, files }) => [
              `\`${code}\``,
              files.length,
              zeebeRefusesToo[code] === undefined ? 'OURS' : `refused too: ${zeebeRefusesToo[code]}`,
            ]),
          ),
        ]),
  ];
};

/** The page `docs/interchange.md`: what becomes of the models of others. */
export const renderInterchangePage = (folders: readonly FolderJudgement[]): string =>
  page([
    '# Models of others',
    'What becomes of models that other tools wrote. `npm run interchange -- <folder> [<folder> …]` compiles every `.bpmn` file below the folders as a deployment does, prints this page and writes it; ' +
      '`npm test` skips it by name. A refusal counts as ours, and fails the run, unless the file contradicts the standard or Zeebe refuses it too. ' +
      'The folders are clones of https://github.com/bpmn-miwg/bpmn-miwg-test-suite and https://github.com/camunda/camunda-docs, which are not part of this repository.',
    runTable([]),
    ...folders.flatMap(sectionOf),
  ]);

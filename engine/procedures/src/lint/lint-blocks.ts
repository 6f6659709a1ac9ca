import type { CallActivityElement, ExecutableElement } from '@irisflow/bpmn';
import type { ProcedureProblem } from '@irisflow/foundation';
import { blockId, isOfBlock, type Block, type NamedByInput } from '../blocks/block.ts';
import { blockTasks } from '../blocks/block-tasks.ts';
import { blocks } from '../blocks/blocks.ts';
import { constantOf } from '@irisflow/names';
import type { ProcedureFolder } from '../read-folder.ts';
import { isGiven, nameOfStep } from './lint-inputs.ts';
import { problemOf } from './problem.ts';

/** What every block is told of the case, whatever else it asks for. */
const ofTheCase = {
  name: 'caseId',
  label: { fr: 'Clé du dossier', nl: 'Sleutel van het dossier', en: 'Key of the case' },
} as const;

const named: Readonly<
  Record<
    NamedByInput,
    {
      readonly code: 'TERM_UNKNOWN' | 'LETTER_UNKNOWN' | 'OPINION_UNKNOWN';
      readonly among: (folder: ProcedureFolder) => readonly string[];
    }
  >
> = {
  term: { code: 'TERM_UNKNOWN', among: ({ description }) => (description?.terms ?? []).map(({ key }) => key) },
  letter: { code: 'LETTER_UNKNOWN', among: ({ letters }) => [...letters.keys()] },
  opinion: { code: 'OPINION_UNKNOWN', among: ({ description }) => (description?.opinions ?? []).map(({ key }) => key) },
};

interface Call {
  readonly file: string;
  readonly element: CallActivityElement;
  readonly block: Block;
}

const callsIn = ({ processes }: ProcedureFolder): Call[] =>
  processes
    .filter(({ path }) => !isOfBlock(path))
    .flatMap(({ path: file, process }) =>
      process.elements
        .filter((element: ExecutableElement): element is CallActivityElement => element.kind === 'callActivity')
        .flatMap((element) => {
          const called = constantOf(element.processId);
          const block = blocks.find(({ key }) => blockId(key) === called);
          return block === undefined ? [] : [{ file, element, block }];
        }),
    );

const inputProblems = (folder: ProcedureFolder, { file, element, block }: Call): ProcedureProblem[] => {
  const place = { elementId: element.id };
  const given = new Map(element.inputs.map(({ source, target }) => [target[0] ?? '', source]));
  const found = nameOfStep(folder, element);
  const missing = [ofTheCase, ...block.inputs.filter(({ isRequired }) => isRequired)]
    .filter(({ name }) => !isGiven(element, name))
    .map(({ label }) => problemOf({ file, code: 'STEP_INPUT_MISSING', subject: label, found, place }));
  const known = new Set([ofTheCase, ...block.inputs].map(({ name }) => name));
  const unknown = [...given.keys()]
    .filter((name) => !known.has(name))
    .map((subject) =>
      problemOf({
        file,
        code: 'BLOCK_INPUT_UNKNOWN',
        subject,
        found: block.key,
        place: { ...place, severity: 'warning' },
      }),
    );
  const unnamed = block.inputs.flatMap(({ name, names }) => {
    const source = given.get(name);
    const subject = source === undefined ? null : constantOf(source);
    if (names === undefined || subject === null || named[names].among(folder).includes(subject)) return [];
    return [problemOf({ file, code: named[names].code, subject, place })];
  });
  return [...missing, ...unknown, ...unnamed];
};

/** A block sees what it is told, and leaves behind what its caller takes: no name of one is a name of the other. */
const openProblems = ({ file, element, block }: Call): ProcedureProblem[] =>
  element.propagateAllParentVariables || element.propagateAllChildVariables
    ? [problemOf({ file, code: 'BLOCK_OPEN', subject: block.key, place: { elementId: element.id } })]
    : [];

/** A task of a block looks at what somebody did before; a procedure that describes it anew is told where it keeps nobody from it. */
const sameProblems = (
  { description, processes }: ProcedureFolder,
  { file, element, block }: Call,
): ProcedureProblem[] =>
  Object.entries(blockTasks(processes.filter(({ path }) => path === `${blockId(block.key)}.bpmn`)))
    .map(([id, { name }]) => ({ name, task: description?.tasks[id] }))
    .filter(({ task }) => [...(task?.separateFrom ?? []), ...(task?.separateFromActs ?? [])].length === 0)
    .map(({ name }) => {
      const place = { elementId: element.id, severity: 'warning' } as const;
      return problemOf({ file, code: 'BLOCK_SAME_PERSON', subject: name, place });
    });

/** Files with names of blocks that say something else than their block does. */
const takenProblems = ({ files }: ProcedureFolder): ProcedureProblem[] =>
  files
    .filter(({ path }) => isOfBlock(path))
    .filter(
      ({ path, content }) =>
        !blocks.some((block) => block.files.some((file) => file.path === path && file.content === content)),
    )
    .map(({ path: file }) => problemOf({ file, code: 'BLOCK_NAME_TAKEN', subject: file }));

/** How a folder calls the blocks of the platform, and whether it takes their names. */
export const lintBlocks = (folder: ProcedureFolder): ProcedureProblem[] => [
  ...takenProblems(folder),
  ...callsIn(folder).flatMap((call) => [
    ...openProblems(call),
    ...inputProblems(folder, call),
    ...sameProblems(folder, call),
  ]),
];

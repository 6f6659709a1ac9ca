import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import { bpmnProcess } from '@irisflow/bpmn';
import { givenAdministrations, givenStaff, openTestCasework, type TestCasework } from '@irisflow/platform/testing';
import { lintProcedureFiles } from '../lint/lint-procedure-files.ts';
import { readFolder } from '../read-folder.ts';
import { stepNames } from '../step-names.ts';
import type { FolderFile } from '../folder-limits.ts';
import { blankProcedure } from '../blank-procedure.ts';
import { type Block, blockId } from './block.ts';
import { blocks } from './blocks.ts';
import { withBlocks } from './with-blocks.ts';

const key = 'noise-permit';

/** Values that the block can be called with in the folder below. */
const given: Readonly<Record<string, string>> = {
  caseId: '= caseId',
  items: '= [{ key: "plan", label: { fr: "Plan", nl: "Plan", en: "Plan" } }]',
  answerTerm: '= "answer"',
  opinionKey: '= "neighbors"',
  question: '= "Is it loud?"',
  paymentKind: '= "fee"',
  paymentLabel: '= { fr: "Redevance", nl: "Retributie", en: "Fee" }',
  legalReference: '= "Règlement, art. 1"',
  paymentAmount: '= "25.00"',
  outcome: '= "granted"',
  appeal: '= appeal',
  occurrenceId: '= caseId',
  dueOn: '= submittedOn',
  obligationLabel: '= { fr: "Le rapport", nl: "Het verslag", en: "The report" }',
  letter: '= "grant"',
};

interface Call {
  readonly block: string;
  readonly key?: string;
  readonly administration?: string;
  /** Calendar days that its term has. */
  readonly days?: number;
  /** Of the procedure itself, by their ids. */
  readonly tasks?: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly isOpen?: boolean;
}

const requiredOf = (block: string): Record<string, string> => {
  const wanted = blocks.find((one) => one.key === block)?.inputs.filter(({ isRequired }) => isRequired) ?? [];
  return Object.fromEntries(['caseId', ...wanted.map(({ name }) => name)].map((name) => [name, given[name] ?? '']));
};

/** A procedure that calls a block and does nothing else. */
const folderCalling = ({
  block,
  key: name = key,
  administration = 'housing',
  days = 30,
  inputs = requiredOf(block),
  isOpen = false,
  tasks = {},
}: Call): readonly FolderFile[] => {
  const title = 'Noise';
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'field', path: 'contact.name' }] }] };
  const letter = {
    kind: 'letter',
    formatVersion: 1,
    key: 'grant',
    subject: { fr: 'Oui', nl: 'Ja', en: 'Yes' },
    body: { fr: body, nl: body, en: body },
    mandatory: ['contact'],
  };
  const term = {
    key: 'answer',
    label: { fr: 'Réponse', nl: 'Antwoord', en: 'Answer' },
    length: days,
    kind: 'calendarDays',
    legalRef: 'Ordonnance, art. 2',
    binds: 'applicant',
  };
  const opinion = {
    key: 'neighbors',
    label: { fr: 'Voisins', nl: 'Buren', en: 'Neighbors' },
    of: { group: 'agent' },
    length: 30,
    kind: 'calendarDays',
  };
  const process = Object.keys(tasks)
    .filter((id) => !id.startsWith('block-'))
    .reduce(
      (path, id) => path.userTask(id, { externalReference: 'application', candidateGroups: '= ["agent"]' }),
      bpmnProcess(name, { name: title }).start('received'),
    )
    .callActivity('call', {
      processId: blockId(block),
      propagateAllParentVariables: isOpen,
      propagateAllChildVariables: false,
      inputs,
    })
    .end('done')
    .toXml();
  const files = blankProcedure({ key: name, administration, title });
  return [
    ...files.map((file) => {
      if (file.path === `${name}.bpmn`) return { ...file, content: process };
      if (file.path !== 'procedure.json') return file;
      const description = JSON.parse(file.content) as object;
      return { ...file, content: JSON.stringify({ ...description, tasks, terms: [term], opinions: [opinion] }) };
    }),
    { path: 'grant.letter.json', content: JSON.stringify(letter) },
  ];
};

const problemsOf = (call: Call) =>
  lintProcedureFiles(folderCalling(call)).map(({ code, severity, message: { en } }) => `${severity} ${code}: ${en}`);

/** As if a release of the platform brought a block otherwise, and as it was afterwards. */
const underRelease = async (
  wanted: string,
  change: (file: FolderFile) => FolderFile,
  during: () => Promise<void>,
): Promise<void> => {
  const at = blocks.findIndex((block) => block.key === wanted);
  const released = blocks as Block[];
  const [before] = blocks.slice(at);
  if (before === undefined) throw new Error(`Expected a block ${wanted}, but there is none`);
  released[at] = { ...before, files: before.files.map(change) };
  try {
    await during();
  } finally {
    released[at] = before;
  }
};

describe('a block', () => {
  test.each(blocks.map((block) => [block.key, block] as const))(
    '%s is clean, drawn and named in every language',
    (block, { files, inputs, outputs, title }) => {
      expect(problemsOf({ block })).toEqual([]);
      const [process] = files;
      expect(process?.content).toContain('bpmndi:BPMNShape');
      const folder = readFolder(withBlocks(folderCalling({ block })));
      const drawn = folder.processes.find(({ path }) => path === `${blockId(block)}.bpmn`)?.process.elements ?? [];
      const names = folder.description === null ? {} : stepNames(folder.description);
      for (const { id, name } of drawn.filter((element) => element.kind !== 'process'))
        expect(names[id], `${id} ${name ?? ''}`).toMatchObject({
          fr: expect.stringMatching(/\S/),
          nl: expect.stringMatching(/\S/),
        });
      for (const { label } of [...inputs, ...outputs, { label: title }])
        expect(Object.keys(label)).toEqual(['fr', 'nl', 'en']);
    },
  );

  test('says what each input holds, so that it is asked in a field that fits', () => {
    for (const { key, inputs } of blocks)
      for (const { name, kind, names, choices = [] } of inputs) {
        const where = `${key} ${name}`;
        expect(choices.length > 0, where).toBe(kind === 'choice' || kind === 'choices');
        // A thing of the procedure is chosen by its title.
        expect(names === undefined || kind === 'named', where).toBe(true);
      }
  });

  test('says what it is not told, and what it will not read', () => {
    expect(problemsOf({ block: 'opinion', inputs: { caseId: '= caseId', question: '= "?"', color: '= 1' } })).toEqual([
      expect.stringContaining('error STEP_INPUT_MISSING: '),
      'warning BLOCK_INPUT_UNKNOWN: The block “opinion” does not know “color”: it will not read it.',
    ]);
  });

  test('names only what the procedure has', () => {
    const inputs = { ...requiredOf('information-request'), answerTerm: '= "never"', letter: '= "gone"' };
    expect(problemsOf({ block: 'information-request', inputs })).toEqual([
      expect.stringContaining('error TERM_UNKNOWN'),
      expect.stringContaining('error LETTER_UNKNOWN'),
    ]);
  });

  test('is called with its inputs alone', () => {
    expect(problemsOf({ block: 'opinion', isOpen: true })).toEqual([expect.stringContaining('error BLOCK_OPEN')]);
  });

  test('brings its task with names, a form and whom it keeps from it; a procedure that keeps nobody from it is told', () => {
    const names = { fr: 'Décider', nl: 'Beslissen', en: 'Decide' };
    const decide = { name: names, form: 'application', separateFrom: [] };
    // given a folder with a task of its own, that says nothing of the one of the block
    const tasks = { decide };
    // then whoever decided is kept from it
    expect(readFolder(withBlocks(folderCalling({ block: 'appeal', tasks }))).description?.tasks).toMatchObject({
      decide,
      'block-appeal-review': {
        name: { fr: 'Décider du recours', nl: 'Over het beroep beslissen', en: 'Decide on the appeal' },
        form: 'block-appeal-review',
        separateFrom: [],
        separateFromActs: ['decision'],
      },
    });
    expect(problemsOf({ block: 'appeal', tasks })).toEqual([]);
    // when it describes the task itself and keeps nobody from it
    const review = { name: names, form: 'block-appeal-review', separateFrom: [] as string[] };
    expect(problemsOf({ block: 'appeal', tasks: { decide, 'block-appeal-review': review } })).toEqual([
      'warning BLOCK_SAME_PERSON: Whoever decided may do “Decide on the appeal” as well: say from which task it is kept apart.',
    ]);
    // or whoever did its own task, then its word counts
    const apart = { ...review, separateFrom: ['decide'] };
    expect(problemsOf({ block: 'appeal', tasks: { decide, 'block-appeal-review': apart } })).toEqual([]);
    const own = folderCalling({ block: 'appeal', tasks: { decide, 'block-appeal-review': apart } });
    expect(readFolder(withBlocks(own)).description?.tasks['block-appeal-review']).toEqual(apart);
  });

  test('keeps its name to itself', () => {
    const files = [
      ...folderCalling({ block: 'opinion' }),
      { path: 'block-mine.bpmn', content: bpmnProcess('mine').start().end().toXml() },
    ];
    expect(lintProcedureFiles(files)).toMatchObject([{ code: 'BLOCK_NAME_TAKEN', file: 'block-mine.bpmn' }]);
  });

  test('keeps the id of its process to itself', () => {
    const files = [
      ...folderCalling({ block: 'opinion' }),
      { path: 'mine.bpmn', content: bpmnProcess(blockId('opinion')).start().end().toXml() },
    ];
    expect(lintProcedureFiles(files)).toMatchObject([{ code: 'PROCESS_TWICE', file: 'mine.bpmn' }]);
  });
});

describe('a procedure that calls a block', () => {
  let platform: TestCasework;
  let analyst: Actor;

  beforeAll(async () => {
    platform = await openTestCasework();
    await givenAdministrations(platform.casework);
    analyst = await givenStaff(platform.casework, {
      name: 'Ann',
      roles: ['analyst'],
    });
  });
  afterAll(() => platform.close());

  test('is published with it, under names of its own; what people wrote stays theirs', async () => {
    const { procedures } = platform.casework;
    const own = folderCalling({ block: 'payment-in' });
    // given a draft that calls it
    const draft = await procedures.importFolder(analyst, { files: own });
    // when it is published
    await procedures.publish(analyst, { key, note: 'first', revision: draft.revision });
    // then the engine has the block under the version of this procedure
    const deployed = await platform.database.query<{ id: string }>(
      'select definition_id as id from casework.procedure_definition where procedure_key = $1 order by 1',
      [key],
    );
    expect(deployed.map(({ id }) => id)).toEqual([`housing.${key}.${key}`, `housing.${key}_v1.block-payment-in`]);
    // and the version keeps it, though nobody is shown it as a file of theirs
    const kept = await platform.database.query<{ path: string }>(
      `select path from casework.procedure_version_file where procedure_key = $1 and path like 'block-%' order by path`,
      [key],
    );
    expect(kept.map(({ path }) => path)).toEqual([
      'block-payment-in-reminder.letter.json',
      'block-payment-in-request.letter.json',
      'block-payment-in.bpmn',
    ]);
    const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path).toSorted();
    expect(paths(await procedures.getVersion(analyst, { key, version: 1 }))).toEqual(paths(own));
    // and nothing of the draft is new
    expect(await procedures.getDraft(analyst, { key })).toMatchObject({ changed: false, basedOnVersion: 1 });
    expect(paths((await procedures.discardDraft(analyst, { key })).files)).toEqual(paths(own));
  });

  test('is shared by two administrations that adapt it without a copy; each sees that a release of the platform changed it', async () => {
    const { procedures } = platform.casework;
    const shared = 'information-request';
    const title = blocks.find((block) => block.key === shared)?.title;
    const called = requiredOf(shared);
    // given an administration that gives it a letter and a term of its own, and another one that gives it another term
    const ours = {
      who: analyst,
      key: 'noise-here',
      files: folderCalling({ block: shared, key: 'noise-here', inputs: { ...called, letter: '= "grant"' } }),
    };
    const theirs = {
      who: await givenStaff(platform.casework, { name: 'Tom', administration: 'taxi', roles: ['analyst'] }),
      key: 'rank-noise',
      files: folderCalling({ block: shared, key: 'rank-noise', administration: 'taxi', days: 10, inputs: called }),
    };
    const both = [ours, theirs];
    for (const { who, key: procedure, files } of both) {
      const { revision } = await procedures.importFolder(who, { files });
      await procedures.publish(who, { key: procedure, note: 'first', revision });
    }
    const draftsOf = () =>
      Promise.all(both.map(({ who, key: procedure }) => procedures.getDraft(who, { key: procedure })));
    const same = { changed: false, changedBlocks: [] };
    // then neither has a file of the block, and nothing of it is new to them
    const before = await draftsOf();
    expect(before).toMatchObject([same, same]);
    expect(before.flatMap(({ files }) => files.filter(({ path }) => path.startsWith('block-')))).toEqual([]);

    await underRelease(
      shared,
      (file) => ({ ...file, content: `${file.content}\n` }),
      async () => {
        // when a release of the platform brings the block otherwise, then each sees which one, though no file of theirs changed
        const other = { changed: true, changedBlocks: [title] };
        expect(await draftsOf()).toMatchObject([other, other]);
        // and what was published keeps the block as it was
        const kept = await platform.database.query<{ content: string }>(
          `select content from casework.procedure_version_file where procedure_key in ('noise-here', 'rank-noise')
           and path = $1`,
          [`${blockId(shared)}.bpmn`],
        );
        expect(kept).toHaveLength(2);
        expect(kept.some(({ content }) => content.endsWith('>\n\n'))).toBe(false);
        // when one of them publishes anew, then the other still sees it
        const { revision } = await procedures.getDraft(analyst, { key: ours.key });
        await procedures.publish(analyst, { key: ours.key, note: 'with the block of today', revision });
        expect(await draftsOf()).toMatchObject([same, other]);
      },
    );
  });
});

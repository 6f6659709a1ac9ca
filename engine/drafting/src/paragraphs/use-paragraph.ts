import { appendAudit, type Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type Answers, requireOpenTask, type TaskView, tasksRoom } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { readAt, segmentsOf } from '@irisflow/forms';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import { fillText } from '@irisflow/letters';
import { approveLetter } from '../letters/approve-letter.ts';
import { countUsesOfTask, insertUse, listUsesOfTask, setKept, type UseOfTask } from '../storage/paragraph-uses.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { FilledParagraph, ParagraphKept } from '../views/paragraph.ts';
import { judgeKept } from './judge-kept.ts';
import { requireParagraph } from './keepers.ts';
import { writtenIn } from './require-content.ts';
import { requireWritingTask, type WritingPlace, type WritingTask } from './writing-task.ts';

export interface InsertParagraph extends WritingPlace {
  readonly paragraphId: string;
  /** That the clerk read. */
  readonly version: number;
}

/** Nobody writes so many into one answer. */
const MOST_USES = 200;

const requireUsable = async (
  db: Queryable,
  actor: Actor,
  { paragraphId, version, writing }: InsertParagraph & { readonly writing: WritingTask },
) => {
  const paragraph = await requireParagraph(db, actor, paragraphId);
  if (paragraph.version !== version)
    throw new CaseworkError(
      'STALE_REVISION',
      `Expected version ${paragraph.version} of paragraph ${paragraph.key}, but ${version} was read`,
    );
  const { validFrom, validTo } = paragraph.content;
  const today = dayOf(writing.now);
  const isInForce = !paragraph.is_retired && (validFrom ?? today) <= today && (validTo ?? today) >= today;
  if (isInForce && writtenIn(paragraph.content).includes(writing.language)) return paragraph;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a paragraph in force with a text in ${writing.language}, but ${paragraph.key} is none`,
  );
};

/** Gives the text of a paragraph for a field of my task, and notes that it was taken. */
export const insertParagraphText: UseCase<InsertParagraph, FilledParagraph> = async (surroundings, actor, input) => {
  const { database, random } = surroundings;
  const writing = await requireWritingTask(surroundings, actor, input);
  const { clerk, task, language, scope, now } = writing;
  return database.transaction(async (tx) => {
    const { content } = await requireUsable(tx, actor, { ...input, writing });
    if ((await countUsesOfTask(tx, task.id)) >= MOST_USES)
      throw new CaseworkError('INPUT_INVALID', `Expected at most ${MOST_USES} paragraphs in one task`);
    const filled = fillText(content.text[language], { locale: language, scope, now });
    await insertUse(tx, {
      id: random.id(),
      administration: clerk.administration,
      paragraphId: input.paragraphId,
      version: input.version,
      caseId: task.case_id,
      taskId: task.id,
      field: input.field,
      language,
      inserted: filled.text,
      personId: clerk.person.id,
      at: now,
    });
    return filled;
  });
};

type KeptUse = UseOfTask & { readonly kept: ParagraphKept };

const judge = (data: FormData, use: UseOfTask): KeptUse => {
  const answer = readAt(data, segmentsOf(use.field));
  return { ...use, kept: judgeKept(use.inserted, typeof answer === 'string' ? answer : '') };
};

/** Notes what the answers kept of each, before they are given: what is not completed counts for nothing. */
const noteKept = (surroundings: Surroundings, actor: Actor, { taskId, data }: Answers): Promise<KeptUse[]> =>
  surroundings.database.transaction(async (tx) => {
    const uses = (await listUsesOfTask(tx, taskId)).map((use) => judge(data, use));
    if (uses.length === 0) return [];
    const { clerk, task } = await requireOpenTask(tx, actor, taskId);
    if (task.assignee !== clerk.person.id) return [];
    for (const kept of ['whole', 'part', 'none'] as const) {
      const ids = uses.filter((use) => use.kept === kept).map(({ id }) => id);
      if (ids.length > 0) await setKept(tx, { ids, kept });
    }
    return uses;
  });

const auditUses = async (
  surroundings: Surroundings,
  actor: Actor,
  { view, uses }: { view: TaskView; uses: KeptUse[] },
) => {
  if (uses.length === 0 || actor.kind !== 'person') return;
  await surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'paragraphs.used',
      object: `task:${view.id}`,
      administration: actor.person.administration,
      detail: {
        case: view.caseId,
        paragraphs: uses.map(({ key, version, field, kept }) => ({ key, version, field, kept })),
      },
    }),
  );
};

export interface Completion extends Answers {
  /** The change to the letter that was read; left out where there is none. */
  readonly letterVersion?: number;
}

/** Completes my task as ever; what paragraphs stand in its answers, and which letter was read, is on record with it. */
export const completeTask: UseCase<Completion, TaskView> = async (
  surroundings,
  actor,
  { letterVersion, ...answers },
) => {
  await approveLetter(surroundings, actor, { taskId: answers.taskId, seen: letterVersion });
  const uses = await noteKept(surroundings, actor, answers);
  const view = await tasksRoom(surroundings).complete(actor, answers);
  await auditUses(surroundings, actor, { view, uses });
  return view;
};

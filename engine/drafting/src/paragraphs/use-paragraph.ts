import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { fillText } from '@irisflow/letters';
import { countUsesOfTask, insertUse } from '../storage/paragraph-uses.ts';
import type { UseCase } from '../surroundings.ts';
import type { FilledParagraph } from '../views/paragraph.ts';
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

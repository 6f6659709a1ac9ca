import type { Queryable } from '@irisflow/database';
import { dayOf } from '@irisflow/calendar';
import {
  type CaseRow,
  type CaseView,
  insertNote,
  listAppealsOf,
  listNotes,
  lockCase,
  recordOpening,
  requireClerkCase,
  viewCase,
} from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import type { UseCase } from '../surroundings.ts';
import { fileAppeal, requireAppealable, requireSummary } from './file-appeal.ts';
import { remediesOf, requireRemedy } from './remedies.ts';

export interface PaperAppeal {
  readonly caseId: string;
  /** The day on which it arrived, `YYYY-MM-DD`. */
  readonly receivedOn: string;
  /** What it says, for the file. */
  readonly summary: string;
  /** Which one it is of those that the procedure declares; the first where it is left out. */
  readonly remedy?: number;
}

const requireDay = (decidedAt: string, { receivedOn }: PaperAppeal, today: string): void => {
  const decidedOn = dayOf(Date.parse(decidedAt));
  if (receivedOn < decidedOn || receivedOn > today)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a day from ${decidedOn} to ${today}, but found ${receivedOn.slice(0, 20)}`,
    );
};

/** The same letter, said twice: whoever pressed twice has it once. */
const isRecorded = async (tx: Queryable, row: CaseRow, { receivedOn }: PaperAppeal, summary: string) => {
  const sameDay = (await listAppealsOf(tx, row.id)).filter((appeal) => appeal.received_on === receivedOn);
  const said = await Promise.all(sameDay.map(({ id }) => listNotes(tx, id)));
  return said.some((notes) => notes.some(({ text }) => text === summary));
};

/** Records an appeal that came on paper, as a case linked to the one whose decision it is against. */
export const recordAppeal: UseCase<PaperAppeal, CaseView> = async (surroundings, actor, appeal) => {
  const summary = requireSummary(appeal.summary);
  const { database, clock, outboxBell } = surroundings;
  const view = await database.transaction(async (tx) => {
    const { clerk } = await requireClerkCase(tx, actor, appeal.caseId);
    const row = await lockCase(tx, appeal.caseId);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected case ${appeal.caseId}, but it is gone`);
    const { id: decisionId, decidedAt } = await requireAppealable(tx, row);
    requireDay(decidedAt, appeal, dayOf(clock.now()));
    const reader = { audience: 'agent', clerk: clerk.person } as const;
    if (await isRecorded(tx, row, appeal, summary)) return viewCase(surroundings, tx, row, reader);
    const filed = await fileAppeal(surroundings, tx, {
      actor,
      clerk: clerk.person.id,
      row,
      decisionId,
      remedy: requireRemedy(await remediesOf(surroundings, tx, row), appeal.remedy),
      channel: 'mail',
      receivedOn: appeal.receivedOn,
      summary,
    });
    const { administration } = row;
    await insertNote(tx, { caseId: filed, administration, at: clock.now(), personId: clerk.person.id, text: summary });
    await recordOpening(surroundings, tx, { clerk, row });
    return viewCase(surroundings, tx, row, reader);
  });
  outboxBell.ring();
  return view;
};

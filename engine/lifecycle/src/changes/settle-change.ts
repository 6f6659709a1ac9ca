import { type Actor, actingFor, appendAudit, type Clerk } from '@irisflow/access';
import {
  type CaseRow,
  insertOutbox,
  noteByOffice,
  lockCase,
  recordOpening,
  requireClerkCase,
  touchCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { readAt, segmentsOf, writeAt } from '@irisflow/forms';
import { CaseworkError, type FormData, instantOf, requireSaid } from '@irisflow/foundation';
import { dayOf } from '@irisflow/calendar';
import { type ApartAnswer, readApart } from '@irisflow/restricted';
import { judgeAnswers, requireUpToDate, writeCorrection } from '../corrections/correct-answers.ts';
import { type ChangeRow, endChange } from '../storage/changes.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseChanges } from '../views/change.ts';
import { changeTexts, withReason } from './change-texts.ts';
import { MAX_CHANGE_REASON } from './keep-declaration.ts';
import { requireWaiting } from './retract-change.ts';
import { procedureOf, requireRunning, subjectOf } from './offered-changes.ts';
import { viewCaseChanges } from './view-changes.ts';

export interface SettleChange {
  readonly caseId: string;
  readonly changeId: string;
  readonly isAccepted: boolean;
  /** Why it is refused, which its applicant reads; nothing where it is accepted. */
  readonly reason: string;
  /** How many corrections the answers had when this was read. */
  readonly seen: number;
}

interface Settling {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly row: CaseRow;
  readonly change: ChangeRow;
  readonly apart: readonly ApartAnswer[];
}

/** The answers become those that were declared, by the way on which every correction goes. Restricted ones stay as they are. */
const writeAnswers = async (surroundings: Surroundings, tx: Queryable, settling: Settling): Promise<void> => {
  const { actor, clerk, row, change, apart } = settling;
  const data = change.answers.reduce<FormData>(
    (all, { pointer, value }) => writeAt(all, segmentsOf(pointer), value),
    row.data,
  );
  const correcting = { actor, clerk, row, data, reason: change.reason, apart, open: new Map<string, string>() };
  const judged = await judgeAnswers(surroundings, tx, correcting);
  // Where a colleague corrected the same meanwhile, it is so already.
  if (judged.changes.length > 0) await writeCorrection(surroundings, tx, correcting, judged);
};

/** The process hears of it once: what it was and is, since when, and on which day it was declared. */
const tellProcess = (tx: Queryable, { row, change }: Settling, at: number) => {
  const { id, part, since, reason, documents, answers } = change;
  const receivedOn = dayOf(Date.parse(instantOf(change.declared_at)));
  const said = { id, since, receivedOn, reason };
  return insertOutbox(tx, {
    caseId: row.id,
    at,
    message:
      part === null
        ? {
            kind: 'publishMessage',
            name: 'change.declared',
            variables: {
              declaredChange: {
                ...said,
                documents: [...documents],
                answers: answers.map(({ pointer, value = null }) => ({
                  field: pointer.slice(1).replaceAll('/', '.'),
                  before: readAt(row.data, segmentsOf(pointer)) ?? null,
                  after: value,
                })),
              },
            },
          }
        : { kind: 'publishMessage', name: 'part.withdrawn', variables: { withdrawnPart: { ...said, part } } },
  });
};

const accept = async (surroundings: Surroundings, tx: Queryable, settling: Settling, at: number): Promise<void> => {
  if (settling.change.part === null) await writeAnswers(surroundings, tx, settling);
  await tellProcess(tx, settling, at);
};

const textOf = async (surroundings: Surroundings, tx: Queryable, { row, change }: Settling, refusal: string | null) => {
  const { description } = await procedureOf(surroundings, tx, row);
  const [accepted, refused] =
    change.part === null
      ? [changeTexts.accepted, changeTexts.refused]
      : [changeTexts.partAccepted, changeTexts.partRefused];
  const what = subjectOf(description, change);
  return refusal === null ? accepted(what, change.since) : withReason(refused(what, change.since), refusal);
};

const settle = async (
  surroundings: Surroundings,
  tx: Queryable,
  settling: Settling,
  refusal: string | null,
): Promise<void> => {
  const { actor, clerk, row, change } = settling;
  const { id: caseId, administration } = row;
  const at = surroundings.clock.now();
  const state = refusal === null ? 'accepted' : 'refused';
  if (refusal === null) await accept(surroundings, tx, settling, at);
  await endChange(tx, { id: change.id, state, by: clerk.person.id, at, refusal });
  await noteByOffice(surroundings, tx, {
    row,
    kind: refusal === null ? 'changeAccepted' : 'changeRefused',
    text: await textOf(surroundings, tx, settling, refusal),
    isPublic: true,
  });
  await touchCase(tx, { id: caseId, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: `change.${state}`,
    object: `case:${caseId}`,
    administration,
    detail: { change: change.id, part: change.part, fields: change.answers.map(({ pointer }) => pointer) },
  });
};

/** Takes what was declared into account, or refuses it with a reason that its applicant reads. */
export const settleChange: UseCase<SettleChange, CaseChanges> = async (surroundings, actor, input) => {
  const { database, outboxBell } = surroundings;
  const refusal = input.isAccepted
    ? null
    : requireSaid(input.reason, { what: 'a reason', pointer: '/reason', most: MAX_CHANGE_REASON });
  // Before the transaction of the clerk, who may not read them: a correction meanwhile is refused below.
  const apart = await readApart(actingFor(surroundings, actor, 'restricted').database, input.caseId);
  const view = await database.transaction(async (tx) => {
    const { clerk } = await requireClerkCase(tx, actor, input.caseId);
    const row = await lockCase(tx, input.caseId);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected case ${input.caseId}, but there is none`);
    requireRunning(row);
    const change = await requireWaiting(tx, row.id, input.changeId);
    if (refusal === null) await requireUpToDate(tx, row.id, input.seen);
    await settle(surroundings, tx, { actor, clerk, row, change, apart }, refusal);
    await recordOpening(surroundings, tx, { clerk, row });
    return viewCaseChanges(surroundings, tx, row);
  });
  outboxBell.ring();
  return view;
};

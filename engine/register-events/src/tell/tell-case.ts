import { type Actor, appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  answerConsultation,
  type CaseRow,
  findCase,
  hasEnded,
  insertConsultation,
  insertOutbox,
  noteByOffice,
} from '@irisflow/casework';
import { type Queryable, takeNamedLock } from '@irisflow/database';
import { isoOf, type LocalizedText } from '@irisflow/foundation';
import { type AuthorizationRow, authorizationInForce } from '@irisflow/procedures';
import { hasLivingRight } from '@irisflow/rights';
import { type ConcernedCase, countUnseen, findTold, insertNotice, type Known } from '../storage/notices.ts';
import type { Surroundings } from '../surroundings.ts';
import type { RegisterEventKind } from '../views.ts';
import { eventText } from './event-texts.ts';

/** An event as an administration hears of it. */
export interface HeardEvent {
  readonly administration: string;
  /** Keys of the procedures whose cases may hear of it; null for all of them. */
  readonly procedures: readonly string[] | null;
  readonly sourceKey: string;
  readonly eventId: string;
  readonly kind: RegisterEventKind;
  readonly subjectIndex: string;
  readonly on: string;
}

interface Telling {
  readonly event: HeardEvent;
  readonly row: CaseRow;
  readonly concerned: ConcernedCase;
  readonly ground: AuthorizationRow;
}

/** Of one source, for one case: the office has more than enough to look at, and a process is not filled with what nobody believes. */
const MOST_UNSEEN = 50;

/** A case that goes on, or left something behind that does. */
const isAlive = async (tx: Queryable, row: CaseRow, today: string): Promise<boolean> =>
  !hasEnded(row) || (await hasLivingRight(tx, { caseId: row.id, today }));

/** The case and by what it may hear of the event today; null when it may not, or it means nothing to it any more. */
const admitted = async (
  surroundings: Surroundings,
  tx: Queryable,
  { event, concerned }: Pick<Telling, 'event' | 'concerned'>,
): Promise<Telling | null> => {
  const { administration, procedures, sourceKey } = event;
  const row = await findCase(tx, concerned.case_id);
  if (row?.administration !== administration || procedures?.includes(row.procedure_key) === false) return null;
  const ground = await authorizationInForce(surroundings, tx, {
    administration,
    procedureKey: row.procedure_key,
    sourceKey,
  });
  if (ground === null || !(await isAlive(tx, row, dayOf(surroundings.clock.now())))) return null;
  return { event, row, concerned, ground };
};

/** That a register tells by itself stands in the log as if it had been asked: whoever it is about reads it there. */
const log = async (
  { clock }: Surroundings,
  tx: Queryable,
  { event, row, concerned, ground }: Telling,
): Promise<string> => {
  const at = isoOf(clock.now());
  const id = await insertConsultation(tx, {
    administration: row.administration,
    subjectIndex: event.subjectIndex,
    caseId: row.id,
    authorizationId: ground.id,
    at,
    sourceKey: event.sourceKey,
    source: concerned.source,
    purpose: ground.purpose as LocalizedText,
    legalBasis: ground.legal_basis as LocalizedText,
    reason: concerned.reason,
    consultedBy: row.administration,
    questionKey: null,
    processId: null,
    processInstanceKey: null,
    elementId: null,
  });
  await answerConsultation(tx, { id, caseId: row.id, outcome: 'found', at });
  return id;
};

const write = async (surroundings: Surroundings, tx: Queryable, actor: Actor, telling: Telling): Promise<void> => {
  const { clock, random } = surroundings;
  const { event, row, concerned } = telling;
  const { sourceKey, eventId, kind, on } = event;
  const { id: caseId, administration } = row;
  const aboutApplicant = concerned.reason === null;
  const at = clock.now();
  const consultationId = await log(surroundings, tx, telling);
  const told = { sourceKey, eventId, kind, happenedOn: on, aboutApplicant, consultationId, at };
  await insertNotice(tx, { id: random.id(), caseId, administration, ...told });
  const text = eventText({ kind, source: concerned.source, aboutApplicant, on });
  await noteByOffice(surroundings, tx, { row, kind: 'registerTold', text, isPublic: false });
  await insertOutbox(tx, {
    caseId,
    at,
    message: {
      kind: 'publishMessage',
      name: kind,
      variables: { registerEvent: { event: kind, source: sourceKey, on, aboutApplicant } },
    },
  });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'register.told',
    object: `case:${caseId}`,
    administration,
    detail: { source: sourceKey, event: eventId, kind, on },
  });
};

/**
 * A register may repeat an event, and never change what it said under the same name. What it says the second time is for the
 * auditor alone: an answer that refused it would tell the register that the case is there.
 */
const noteOther = async (
  surroundings: Surroundings,
  tx: Queryable,
  actor: Actor,
  { event, row, known }: Pick<Telling, 'event' | 'row'> & { readonly known: Known },
): Promise<void> => {
  const { sourceKey, eventId, kind, on, subjectIndex } = event;
  if (known.kind === kind && known.on === on && known.subjectIndex === subjectIndex) return;
  await appendAudit(surroundings, tx, {
    actor,
    action: 'register.contradicted',
    object: `case:${row.id}`,
    administration: row.administration,
    detail: {
      source: sourceKey,
      event: eventId,
      told: { kind: known.kind, on: known.on },
      now: { kind, on },
      isSomebodyElse: known.subjectIndex !== subjectIndex,
    },
  });
};

/** What a case does not hear is for the auditor: a refusal would tell the register that the case is there. */
const noteUntold = (
  surroundings: Surroundings,
  tx: Queryable,
  actor: Actor,
  { event, row }: Pick<Telling, 'event' | 'row'>,
): Promise<void> => {
  const { sourceKey, eventId, kind, on } = event;
  return appendAudit(surroundings, tx, {
    actor,
    action: 'register.untold',
    object: `case:${row.id}`,
    administration: row.administration,
    detail: { source: sourceKey, event: eventId, kind, on },
  });
};

/**
 * Tells one case of an event, once: its history says so, its process is told by a message that is correlated on the case, and
 * whoever the event is about finds it in the log. Answers whether anything was told.
 */
export const tellCase = (
  surroundings: Surroundings,
  actor: Actor,
  { event, concerned }: { readonly event: HeardEvent; readonly concerned: ConcernedCase },
): Promise<boolean> =>
  surroundings.database.transaction(async (tx) => {
    await takeNamedLock(tx, `register ${concerned.case_id}`);
    const telling = await admitted(surroundings, tx, { event, concerned });
    if (telling === null) return false;
    const known = await findTold(tx, { caseId: telling.row.id, ...event });
    if (known !== undefined) {
      await noteOther(surroundings, tx, actor, { event, row: telling.row, known });
      return false;
    }
    if ((await countUnseen(tx, { caseId: telling.row.id, ...event })) >= MOST_UNSEEN) {
      await noteUntold(surroundings, tx, actor, telling);
      return false;
    }
    await write(surroundings, tx, actor, telling);
    return true;
  });

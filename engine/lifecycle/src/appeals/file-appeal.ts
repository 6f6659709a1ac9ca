import { appendAudit } from '@irisflow/access';
import {
  applicantName,
  type CaseRow,
  insertCase,
  insertOutbox,
  insertStatusChange,
  insertTimelineEntry,
  listAppealsOf,
  listDecisions,
  timelineText,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, inEveryLocale } from '@irisflow/foundation';
import type { Remedy } from '@irisflow/letters';
import { insertAppealRow } from '../storage/appeal-rows.ts';
import type { Surroundings } from '../surroundings.ts';
import { beginEffect, type Said } from './suspensive-effect.ts';

const MAX_SUMMARY = 5000;

export const requireSummary = (said: string): string => {
  const text = said.trim();
  if (text !== '' && text.length <= MAX_SUMMARY) return text;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a summary of 1 to ${MAX_SUMMARY} characters, but found ${text.length}`,
  );
};

/** The decision of a case that can be attacked: its last one. */
export const requireAppealable = async (
  tx: Queryable,
  row: CaseRow,
): Promise<{ readonly id: string; readonly decidedAt: string }> => {
  if (row.appeal_of !== null)
    throw new CaseworkError('INPUT_INVALID', `Expected a decided case, but ${row.id} is an appeal itself`);
  const [decision] = await listDecisions(tx, row.id);
  if (decision !== undefined) return decision;
  throw new CaseworkError('INPUT_INVALID', `Expected a decision to appeal against in ${row.id}, but there is none`);
};

export interface FiledAppeal extends Said {
  /** The case whose decision it is against; locked. */
  readonly row: CaseRow;
  readonly decisionId: string;
  readonly remedy: { readonly index: number; readonly remedy: Remedy } | null;
  readonly channel: 'mail' | 'portal';
  /** The day on which it arrived. */
  readonly receivedOn: string;
  readonly summary: string;
}

/** `BH-RA-2026-000042-17/R01`: the reference of the case it is against, and its number. */
const referenceOf = async (tx: Queryable, row: CaseRow): Promise<string> => {
  const earlier = await listAppealsOf(tx, row.id);
  return `${row.reference}/R${String(earlier.length + 1).padStart(2, '0')}`;
};

interface Filed {
  readonly id: string;
  readonly reference: string;
}

const insertAppealCase = async (
  { clock, random }: Surroundings,
  tx: Queryable,
  { row, channel, receivedOn, clerk }: FiledAppeal,
): Promise<Filed> => {
  const id = random.id();
  const reference = await referenceOf(tx, row);
  const isPaper = channel === 'mail';
  await insertCase(tx, {
    id,
    administration: row.administration,
    reference,
    procedureKey: row.procedure_key,
    procedureVersion: row.procedure_version,
    personId: row.person_id,
    applicant: row.applicant,
    applicantEmail: row.applicant_email,
    isApplicantEmailVerified: row.applicant_email_verified,
    language: row.language,
    alsoIn: row.also_in,
    data: {},
    prefill: [],
    // Paper counts from the day on which it arrived, whenever somebody records it.
    at: isPaper ? Math.min(Date.parse(`${receivedOn}T11:00:00Z`), clock.now()) : clock.now(),
    draftId: null,
    channel,
    receivedOn: isPaper ? receivedOn : null,
    openedBy: clerk,
    appealOf: row.id,
  });
  await insertStatusChange(tx, {
    caseId: id,
    administration: row.administration,
    status: 'submitted',
    at: clock.now(),
  });
  return { id, reference };
};

const tellBoth = async (
  { clock }: Surroundings,
  tx: Queryable,
  { actor, row, channel }: FiledAppeal,
  { id, reference }: Filed,
): Promise<void> => {
  const name = actor.kind === 'person' ? actor.person.name : '';
  const number = inEveryLocale(() => `(${reference})`);
  for (const caseId of [row.id, id])
    await insertTimelineEntry(tx, {
      caseId,
      administration: row.administration,
      at: clock.now(),
      kind: 'appealReceived',
      text: timelineText('appealReceived', number),
      actor: channel === 'portal' ? applicantName : inEveryLocale(() => name),
      visibleToApplicant: true,
    });
};

/** A process that waits after its decision goes on with what was lodged; one that is over has its case reopened by a person. */
const tellProcess = async (
  { clock }: Surroundings,
  tx: Queryable,
  { row, receivedOn, summary, remedy }: FiledAppeal,
  { id, reference }: Filed,
): Promise<void> => {
  if (row.closed_at !== null) return;
  const suspends = remedy?.remedy.suspends ?? [];
  await insertOutbox(tx, {
    caseId: row.id,
    at: clock.now(),
    message: {
      kind: 'publishMessage',
      name: 'appeal.lodged',
      variables: { appeal: { caseId: id, reference, receivedOn, summary, suspends } },
    },
  });
};

/** Files an appeal as a case of its own, linked to the one whose decision it is against, with what it suspends; all or nothing. */
export const fileAppeal = async (surroundings: Surroundings, tx: Queryable, filed: FiledAppeal): Promise<string> => {
  const { actor, clerk, row, decisionId, remedy, receivedOn, summary } = filed;
  const own = await insertAppealCase(surroundings, tx, filed);
  const appeal = {
    case_id: own.id,
    administration: row.administration,
    against_case_id: row.id,
    decision_id: decisionId,
    remedy: remedy?.index ?? null,
    suspends: remedy?.remedy.suspends ?? [],
    summary,
    since_on: receivedOn,
    at: surroundings.clock.now(),
  };
  await insertAppealRow(tx, appeal);
  await beginEffect(surroundings, tx, { actor, clerk, row, appeal });
  await tellBoth(surroundings, tx, filed, own);
  await tellProcess(surroundings, tx, filed, own);
  await appendAudit(surroundings, tx, {
    actor,
    action: filed.channel === 'portal' ? 'appeal.lodged' : 'appeal.recorded',
    object: `case:${own.id}`,
    administration: row.administration,
    detail: { case: row.id, receivedOn, suspends: appeal.suspends },
  });
  return own.id;
};

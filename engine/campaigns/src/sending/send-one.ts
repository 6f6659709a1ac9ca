import { type Actor, appendAudit } from '@irisflow/access';
import { administrationName, findCase, lockCase } from '@irisflow/casework';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { fileNotice, type NoticeOrder, writeNotice } from '@irisflow/notices';
import { looking } from '../looking.ts';
import { listSelected } from '../storage/selected.ts';
import { type CampaignRow, lockCampaign, setPace } from '../storage/campaigns.ts';
import { lockRecipient, type RecipientRow, settleRecipient, type SkipReason } from '../storage/recipients.ts';
import type { Surroundings } from '../surroundings.ts';
import type { LeftOut } from '../views/selection.ts';
import { letterOf, valuesOfRight } from './letter-of.ts';
import { type Pace, paceAfterOne } from './pace.ts';

/** `later` where its time has not come, or somebody else was quicker. */
export type Sent = 'sent' | 'skipped' | 'later';

interface Sending {
  /** In whose name it goes: who started the campaign. */
  readonly actor: Actor;
  readonly campaign: CampaignRow;
  readonly recipient: RecipientRow;
}

const skipOf: Readonly<Record<LeftOut, SkipReason>> = {
  answered: 'answered',
  objected: 'objected',
  notAgreed: 'objected',
  canceled: 'changed',
  unreachable: 'unreachable',
};

/** Why somebody who was written down gets no letter today; null where they do. */
const reasonToSkip = async (
  surroundings: Surroundings,
  { actor, campaign, recipient }: Sending,
): Promise<SkipReason | null> => {
  const { administration, selection, ground, procedure_key: procedureKey, drawn_at: drawnAt } = campaign;
  if (drawnAt === null) throw new Error(`Expected to know whom campaign ${campaign.id} is for, but nobody looked`);
  const [found] = await listSelected(looking(surroundings, actor).database, {
    administration,
    selection,
    ground,
    procedureKey,
    today: dayOf(surroundings.clock.now()),
    again: {
      campaignId: campaign.id,
      rightId: recipient.right_id,
      personId: recipient.person_id,
      caseId: recipient.case_id,
      since: instantOf(drawnAt),
    },
  });
  if (found === undefined) return 'changed';
  return found.left_out === null ? null : skipOf[found.left_out];
};

type Work = (tx: Queryable, pace: Pace) => Promise<void>;

/** Does one thing with whoever still waits, with the campaign locked: letters of a campaign go one after the other, and each once. */
const whileWaiting = async (
  { database, clock }: Surroundings,
  { campaign, recipient }: Sending,
  work: Work,
): Promise<boolean> =>
  database.transaction(async (tx) => {
    const now = await lockCampaign(tx, campaign.id);
    const waiting = await lockRecipient(tx, recipient.id);
    const pace = now === undefined ? null : paceAfterOne(now, clock.now());
    if (now?.state !== 'running' || waiting?.state !== 'waiting' || pace === null) return false;
    await work(tx, pace);
    return true;
  });

const skip = async (surroundings: Surroundings, sending: Sending, skipped: SkipReason): Promise<Sent> => {
  const at = surroundings.clock.now();
  const isSkipped = await whileWaiting(surroundings, sending, async (tx) => {
    await settleRecipient(tx, sending.recipient.id, { state: 'skipped', skipped, at });
  });
  return isSkipped ? 'skipped' : 'later';
};

const orderOf = async (surroundings: Surroundings, { campaign, recipient }: Sending): Promise<NoticeOrder> => {
  const { content, id, ends_on: endsOn, contact_unit: unit } = campaign;
  if (content === null) throw new Error(`Expected campaign ${id} to say something, but it does not`);
  return {
    template: content.key,
    text: letterOf(content, campaign, surroundings.publicUrl),
    unit,
    channels: ['portal', 'email', 'ebox'],
    values: {
      right: await valuesOfRight(surroundings, surroundings.database, recipient.right_id),
      campaign: { endsOn },
    },
  };
};

/** Writes the letter, which takes a while, then files it and notes that it went in one transaction. */
const write = async (surroundings: Surroundings, sending: Sending): Promise<Sent> => {
  const { actor, campaign, recipient } = sending;
  const { database, clock } = surroundings;
  const row = await findCase(database, recipient.case_id);
  if (row === undefined) return skip(surroundings, sending, 'changed');
  const order = await orderOf(surroundings, sending);
  const copies = await writeNotice(surroundings, row, order);
  const isSent = await whileWaiting(surroundings, sending, async (tx, pace) => {
    const locked = await lockCase(tx, row.id);
    if (locked === undefined) throw new Error(`Expected case ${row.id} that was just read, but it is gone`);
    const voice = { actor: administrationName };
    const { noticeId } = await fileNotice(surroundings, { tx, row: locked, voice }, { copies, order });
    await settleRecipient(tx, recipient.id, { state: 'sent', noticeId, at: clock.now() });
    await setPace(tx, campaign.id, pace);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'campaign.letterSent',
      object: `case:${row.id}`,
      administration: campaign.administration,
      detail: { campaign: campaign.id, notice: noticeId },
    });
  });
  return isSent ? 'sent' : 'later';
};

/** Sends the letter of one who waits, unless they need none any more, as whoever started the campaign. */
export const sendOne = async (surroundings: Surroundings, sending: Sending): Promise<Sent> => {
  if (paceAfterOne(sending.campaign, surroundings.clock.now()) === null) return 'later';
  const reason = await reasonToSkip(surroundings, sending);
  if (reason !== null) return skip(surroundings, sending, reason);
  try {
    return await write(surroundings, sending);
  } catch (thrown) {
    // A letter with a hole, or with a character that nobody can print, goes to nobody and holds up no other.
    if (!(thrown instanceof CaseworkError) || thrown.code !== 'LETTER_INVALID') throw thrown;
    return skip(surroundings, sending, 'unwritten');
  }
};

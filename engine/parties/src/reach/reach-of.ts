import type { Queryable } from '@irisflow/database';
import { listChoices } from '../storage/channels.ts';
import { findEmail } from '../storage/contact-points.ts';
import { partiesWithNumber } from '../storage/identifiers.ts';
import { findOrganization, findPartyRow } from '../storage/parties.ts';
import type { ParticipantRow } from '../storage/participants.ts';
import type { Channel, ReachView } from '../views/reach.ts';

/** Of companies nobody has to ask; a natural person who chose nothing is written to on paper. */
const electronic: readonly Channel[] = ['portal', 'mail', 'ebox'];

/** Whether somebody's letters have to be posted: by the ways that they chose none of the others reaches them, or they want paper too. */
const isPosted = (channels: readonly Channel[]): boolean => channels.includes('post') || !channels.includes('portal');

/** How a party is reached today. */
export const reachOf = async (db: Queryable, partyId: string): Promise<ReachView> => {
  const party = await findPartyRow(db, partyId);
  const choices = await listChoices(db, partyId);
  const standing = choices.flatMap(({ channel, withdrawn_at: end }) => (end === null ? [channel] : []));
  const ofKind = party?.kind === 'organization' ? [...electronic, ...standing] : standing;
  const channels = [...new Set(ofKind)];
  const email = await findEmail(db, partyId);
  return {
    channels,
    byPost: isPosted(channels),
    email: email === undefined ? null : { value: email.value, isVerified: email.verified_at !== null },
  };
};

/** A place to which a mail may go. */
export interface MailAddress {
  readonly to: string;
  /** Whether it is known whose it is; elsewhere a mail says nothing of a case. */
  readonly isVerified: boolean;
}

/** What is known of somebody beside what they say themselves. */
export interface Known {
  /** Null where whoever it is was never seen here: they chose nothing. */
  readonly partyId: string | null;
  /** The address that is written with the case. */
  readonly address: MailAddress | null;
}

export interface CaseReach {
  readonly channels: readonly Channel[];
  readonly byPost: boolean;
  /** Null where nobody agreed to mails, or there is no address. */
  readonly mail: MailAddress | null;
}

/** How somebody is reached in a case: what they proved to be theirs counts before what was written with the case. */
export const reachInCase = async (db: Queryable, { partyId, address }: Known): Promise<CaseReach> => {
  if (partyId === null) return { channels: [], byPost: true, mail: null };
  const { channels, byPost, email } = await reachOf(db, partyId);
  const own = email?.isVerified === true ? { to: email.value, isVerified: true } : address;
  return { channels, byPost, mail: channels.includes('mail') ? own : null };
};

const ownerOf = async (db: Queryable, row: ParticipantRow): Promise<string | null> => {
  const { number_index: index, enterprise_number: company } = row;
  if (index !== null) return (await partiesWithNumber(db, index))[0] ?? null;
  return company === null ? null : ((await findOrganization(db, company))?.id ?? null);
};

/**
 * The same of somebody who takes part. Who has the number that an office noted is told by mail, if they agreed to mails; until
 * they came their letters are posted too. An address that an office noted is nobody's until they say so themselves.
 */
export const reachOfParticipant = async (db: Queryable, row: ParticipantRow): Promise<CaseReach> => {
  const { party_id: partyId, email } = row;
  const address = email === null ? null : { to: email, isVerified: false };
  if (partyId !== null) return reachInCase(db, { partyId, address });
  const { mail } = await reachInCase(db, { partyId: await ownerOf(db, row), address });
  return { channels: [], byPost: true, mail };
};

import { type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf, isoOf } from '@irisflow/foundation';
import { type ContactChannel, type ContactRow, linkContact, lockClerkContact } from '@irisflow/parties';
import { applicantName } from '../cases/actor-names.ts';
import { timelineText, type TimelineKind } from '../cases/timeline-texts.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';

const kinds: { readonly [C in ContactChannel]: TimelineKind } = {
  call: 'contactByCall',
  visit: 'contactByVisit',
  mail: 'contactByMail',
  message: 'contactByMessage',
};

/** Shows in the file of a case that its applicant got in touch; what was said stays with the contact. */
export const insertContactEntry = (tx: Queryable, caseId: string, contact: ContactRow) =>
  insertTimelineEntry(tx, {
    caseId,
    administration: contact.administration,
    at: Date.parse(instantOf(contact.recorded_at)),
    kind: 'contact',
    text: timelineText(kinds[contact.channel]),
    actor: applicantName,
    visibleToApplicant: true,
  });

/** Ties a contact to the case that came of it. */
export const noteContact = async (
  tx: Queryable,
  actor: Actor,
  { contactId, caseId, at }: { contactId: string; caseId: string; at: number },
): Promise<void> => {
  const { row } = await lockClerkContact(tx, actor, contactId);
  const { administration } = row;
  await linkContact(tx, { contactId: row.id, caseId, administration, at: isoOf(at) });
  await insertContactEntry(tx, caseId, row);
};

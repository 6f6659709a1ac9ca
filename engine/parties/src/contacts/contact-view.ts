import { instantOf } from '@irisflow/foundation';
import type { ContactRow } from '../storage/contacts.ts';
import type { ContactSummary, ContactView } from '../views/contact.ts';

export const nameOf = ({ first_name: first, last_name: last }: ContactRow): string => `${first} ${last}`.trim();

export const summarizeContact = (row: ContactRow): ContactSummary => ({
  id: row.id,
  channel: row.channel,
  kind: row.kind,
  state: row.state,
  name: nameOf(row),
  subject: row.subject,
  language: row.language,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  recordedAt: instantOf(row.recorded_at),
  caseIds: [...row.case_ids],
  followUpOn: row.follow_up_on,
});

export const viewContact = (row: ContactRow, recordedBy: string): ContactView => ({
  ...summarizeContact(row),
  revision: row.revision,
  firstName: row.first_name,
  lastName: row.last_name,
  phone: row.phone,
  email: row.email,
  knownCaseId: row.known_case_id,
  said: row.said,
  answer: row.answer,
  followUp: row.follow_up,
  answeredOn: row.answered_on,
  recordedBy,
});

import { ApplicationDraft, ContactFile } from '@irisflow/casework';
import { CalendarDate, Locale, OpaqueId, Ordinal, pageOf, PhoneNumber, visibleText } from '@irisflow/foundation';
import { ContactChannel, ContactKind, ContactState, ContactSummary, ContactView } from '@irisflow/parties';
import { Type } from 'typebox';
import { clerks, operationsOf } from './operation.ts';

const byContact = Type.Object({ contactId: OpaqueId });
const longText = Type.String({ maxLength: 5000 });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const email = Type.String({ format: 'email', maxLength: 254 });

const who = Type.Union([
  Type.Object({ kind: Type.Literal('unknown') }),
  Type.Object({ kind: Type.Literal('applicant'), caseId: OpaqueId }),
  Type.Object({ kind: Type.Literal('aboutCase'), caseId: OpaqueId }),
]);

const note = Type.Object({
  channel: ContactChannel,
  kind: ContactKind,
  language: Locale,
  firstName: Type.String({ maxLength: 100 }),
  lastName: visibleText(100),
  phone: orNull(PhoneNumber),
  email: orNull(email),
  subject: visibleText(200),
  said: longText,
  answer: longText,
  followUp: longText,
  followUpOn: orNull(CalendarDate),
  receivedOn: Type.Optional(CalendarDate),
});

export const contactOperations = operationsOf({
  listContacts: {
    method: 'GET',
    path: '/api/contacts',
    summary: 'Who got in touch with my administration, the newest first.',
    access: clerks,
    query: Type.Object({
      search: Type.Optional(Type.String({ maxLength: 200 })),
      state: Type.Optional(ContactState),
      kind: Type.Optional(ContactKind),
      caseId: Type.Optional(OpaqueId),
      waiting: Type.Optional(Type.Union([Type.Literal('withoutCase'), Type.Literal('due')])),
      cursor: Type.Optional(Type.String()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: pageOf(ContactSummary),
  },
  recordContact: {
    method: 'POST',
    path: '/api/contacts',
    summary: 'Notes a call, a visit, a letter or a message of somebody, known or not.',
    access: clerks,
    body: Type.Object({ who, note }),
    reply: ContactView,
  },
  getContact: {
    method: 'GET',
    path: '/api/contacts/{contactId}',
    summary: 'What somebody said and was answered; that it was read is on record.',
    access: clerks,
    params: byContact,
    reply: ContactFile,
  },
  changeContact: {
    method: 'PUT',
    path: '/api/contacts/{contactId}',
    summary: 'Notes the answer and what follows. A stale revision is refused with 409.',
    access: clerks,
    params: byContact,
    body: Type.Object({
      revision: Ordinal,
      answer: longText,
      followUp: longText,
      followUpOn: orNull(CalendarDate),
      state: ContactState,
      term: Type.Union([Type.Literal('ordinary'), Type.Literal('extended')]),
    }),
    reply: ContactView,
  },
  openApplicationOfContact: {
    method: 'POST',
    path: '/api/contacts/{contactId}/application',
    summary: 'Opens an application with what was said as its first answers; one that is open already is resumed.',
    access: clerks,
    params: byContact,
    body: Type.Object({ procedureKey: Type.String({ maxLength: 200 }) }),
    reply: ApplicationDraft,
  },
});

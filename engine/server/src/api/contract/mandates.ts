import { CalendarDate, OpaqueId, PhoneNumber, visibleText } from '@irisflow/foundation';
import { MandateView, MyMandates, PartyView } from '@irisflow/parties';
import { Type } from 'typebox';
import { citizens, operationsOf } from './operation.ts';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
/** Keys stand between spaces where the store asks for them. */
const procedureKey = Type.String({ maxLength: 200, pattern: '^[a-z0-9][a-z0-9-]*$' });

/** Guessing whose number is whose must lead nowhere, and be slow. */
const grantLimit = { max: 20, seconds: 60 } as const;

export const mandateOperations = operationsOf({
  listMyMandates: {
    method: 'GET',
    path: '/api/my/mandates',
    summary: 'The mandates of whom I act for, or my own, and those by which I may act for others.',
    access: citizens,
    reply: MyMandates,
  },
  grantMandate: {
    method: 'POST',
    path: '/api/my/mandates',
    summary: 'Lets whoever proves to have a national number act for me, or for whom I act.',
    access: citizens,
    limit: grantLimit,
    body: Type.Object({
      mandatee: visibleText(200),
      nationalNumber: Type.String({ maxLength: 20 }),
      procedures: orNull(Type.Array(procedureKey, { minItems: 1, maxItems: 100, uniqueItems: true })),
      mayDelegate: Type.Boolean(),
      validFrom: CalendarDate,
      validTo: orNull(CalendarDate),
    }),
    reply: MandateView,
  },
  revokeMandate: {
    method: 'DELETE',
    path: '/api/my/mandates/{mandateId}',
    summary: 'Takes a mandate back. It ends at once, in open sessions too.',
    access: citizens,
    params: Type.Object({ mandateId: OpaqueId }),
    reply: 'none',
  },
  getMyParty: {
    method: 'GET',
    path: '/api/my/party',
    summary: 'Who I am here, or who it is that I act for: number, seat, language and contact points.',
    access: citizens,
    reply: PartyView,
  },
  saveMyParty: {
    method: 'PUT',
    path: '/api/my/party',
    summary: 'Says how I, or whom I act for, can be reached and in which language.',
    access: citizens,
    body: Type.Object({
      language: orNull(Type.Union([Type.Literal('fr'), Type.Literal('nl'), Type.Literal('en')])),
      email: orNull(Type.String({ format: 'email', maxLength: 254 })),
      phone: orNull(PhoneNumber),
      address: orNull(visibleText(500)),
    }),
    reply: PartyView,
  },
});

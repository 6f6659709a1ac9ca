import { DelegationsView, DelegationView } from '@irisflow/delegations';
import { CalendarDate, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { clerks, operationsOf } from './operation.ts';

const PersonId = Type.String({ minLength: 1, maxLength: 100 });
const keys = (most: number) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: most, uniqueItems: true });

/** Who may do the tasks of a colleague in their name. */
export const delegationOperations = operationsOf({
  listDelegations: {
    method: 'GET',
    path: '/api/delegations',
    summary: 'What was delegated by me and to me, or in my whole administration, and what I may delegate.',
    access: [...clerks, 'administrator'],
    reply: DelegationsView,
  },
  giveDelegation: {
    method: 'POST',
    path: '/api/delegations',
    summary: 'Lets a colleague do some of my tasks in my name, from one day to another.',
    access: clerks,
    body: Type.Object({
      delegateId: PersonId,
      from: CalendarDate,
      to: CalendarDate,
      groups: keys(50),
      procedures: nullable(keys(200)),
      capacity: LocalizedText,
      instrument: Type.String({ maxLength: 2000 }),
    }),
    reply: DelegationView,
  },
  withdrawDelegation: {
    method: 'POST',
    path: '/api/delegations/{delegationId}/withdraw',
    summary: 'Takes a delegation back, from this moment on.',
    access: [...clerks, 'administrator'],
    params: Type.Object({ delegationId: OpaqueId }),
    reply: 'none',
  },
});

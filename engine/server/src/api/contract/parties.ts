import { MergePreview, PartyFile, PartyMoney, PartySummary } from '@irisflow/relations';
import { CalendarDate, OpaqueId, visibleText } from '@irisflow/foundation';
import { MandateView } from '@irisflow/parties';
import { Type } from 'typebox';
import { clerks, operationsOf, supervisors } from './operation.ts';

const byParty = Type.Object({ partyId: OpaqueId });
/** Looking for numbers must not become a way to try them. */
const searchLimit = { max: 60, seconds: 60 } as const;

export const partyOperations = operationsOf({
  searchParties: {
    method: 'GET',
    path: '/api/parties',
    summary: 'People and companies that my administration knows, by name, national number or enterprise number.',
    access: clerks,
    limit: searchLimit,
    query: Type.Object({ search: Type.String({ minLength: 2, maxLength: 200 }) }),
    reply: Type.Array(PartySummary),
  },
  getParty: {
    method: 'GET',
    path: '/api/parties/{partyId}',
    summary: 'Everything that my administration has of somebody; that it was opened is on record, for them too.',
    access: clerks,
    params: byParty,
    reply: PartyFile,
  },
  getPartyMoney: {
    method: 'GET',
    path: '/api/parties/{partyId}/money',
    summary: 'What somebody owes my administration and paid, and what it pays them, of the cases that I may see.',
    access: clerks,
    params: byParty,
    reply: PartyMoney,
  },
  recordPartyMandate: {
    method: 'POST',
    path: '/api/parties/{partyId}/mandates',
    summary: 'Writes down a mandate that came on paper, with its proof, for procedures of my administration.',
    access: clerks,
    params: byParty,
    body: Type.Object({
      mandatee: visibleText(200),
      nationalNumber: Type.String({ maxLength: 20 }),
      procedures: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 100, uniqueItems: true }),
      validFrom: CalendarDate,
      validTo: Type.Union([CalendarDate, Type.Null()]),
      proof: visibleText(500),
    }),
    reply: MandateView,
  },
  previewPartyMerge: {
    method: 'GET',
    path: '/api/parties/{partyId}/merge/{intoPartyId}',
    summary: 'What would be read together if two records were of one person.',
    access: supervisors,
    params: Type.Object({ partyId: OpaqueId, intoPartyId: OpaqueId }),
    reply: MergePreview,
  },
  mergeParty: {
    method: 'POST',
    path: '/api/parties/{partyId}/merge/{intoPartyId}',
    summary: 'Reads two records as one person, in my administration alone; nothing of them is changed.',
    access: supervisors,
    params: Type.Object({ partyId: OpaqueId, intoPartyId: OpaqueId }),
    body: Type.Object({ reason: visibleText(500) }),
    reply: 'none',
  },
  undoPartyMerge: {
    method: 'POST',
    path: '/api/parties/{partyId}/merges/{mergeId}/undo',
    summary:
      'Takes a merge back: both records are read apart again. That they were one, and why no more, stays on record.',
    access: supervisors,
    params: Type.Object({ partyId: OpaqueId, mergeId: OpaqueId }),
    body: Type.Object({ reason: visibleText(500) }),
    reply: 'none',
  },
  endPartyMandate: {
    method: 'DELETE',
    path: '/api/parties/{partyId}/mandates/{mandateId}',
    summary: 'Ends a mandate that my administration recorded.',
    access: clerks,
    params: Type.Object({ partyId: OpaqueId, mandateId: OpaqueId }),
    reply: 'none',
  },
});

import { OpaqueId, visibleText } from '@irisflow/foundation';
import { LabelColor, NoteAudience, PartyLabel, PartyNote } from '@irisflow/relations';
import { Type } from 'typebox';
import { clerks, correctors, operationsOf, supervisors } from './operation.ts';

const byParty = Type.Object({ partyId: OpaqueId });
const byNote = Type.Object({ partyId: OpaqueId, noteId: OpaqueId });
const label = {
  name: Type.Object({ fr: visibleText(60), nl: visibleText(60) }),
  color: LabelColor,
};
const note = {
  text: visibleText(5000),
  audience: NoteAudience,
  withheld: Type.Union([visibleText(500), Type.Null()]),
};
const numberOfParty = Type.Object({ nationalNumber: Type.String({ maxLength: 20 }), reason: visibleText(500) });
/** Trying numbers out must be slow. */
const numberLimit = { max: 20, seconds: 60 } as const;

export const partyNoteOperations = operationsOf({
  listPartyLabels: {
    method: 'GET',
    path: '/api/party-labels',
    summary: 'The labels by which my administration marks people and companies.',
    access: [...clerks, 'administrator'],
    reply: Type.Array(PartyLabel),
  },
  addPartyLabel: {
    method: 'POST',
    path: '/api/party-labels',
    summary: 'Adds a label to those of my administration.',
    access: correctors,
    body: Type.Object(label),
    reply: Type.Array(PartyLabel),
  },
  changePartyLabel: {
    method: 'PUT',
    path: '/api/party-labels/{labelId}',
    summary: 'Changes a label of my administration, or puts it nowhere any more.',
    access: correctors,
    params: Type.Object({ labelId: OpaqueId }),
    body: Type.Object({ ...label, isRetired: Type.Boolean() }),
    reply: Type.Array(PartyLabel),
  },
  putPartyLabels: {
    method: 'PUT',
    path: '/api/parties/{partyId}/labels',
    summary: 'Marks somebody with labels of my administration; those left out are taken off.',
    access: clerks,
    params: byParty,
    body: Type.Object({ labels: Type.Array(OpaqueId, { maxItems: 50, uniqueItems: true }) }),
    reply: Type.Array(PartyLabel),
  },
  addPartyNote: {
    method: 'POST',
    path: '/api/parties/{partyId}/notes',
    summary: 'Notes something about somebody, for my administration alone; they may ask to read it.',
    access: clerks,
    params: byParty,
    body: Type.Object(note),
    reply: Type.Array(PartyNote),
  },
  changePartyNote: {
    method: 'PUT',
    path: '/api/parties/{partyId}/notes/{noteId}',
    summary: 'Changes a note of my own; what it said before stays.',
    access: clerks,
    params: byNote,
    body: Type.Object({ ...note, revision: Type.Integer({ minimum: 1 }) }),
    reply: Type.Array(PartyNote),
  },
  deletePartyNote: {
    method: 'POST',
    path: '/api/parties/{partyId}/notes/{noteId}/deletion',
    summary: 'Deletes the words of a note for good; that it was there, who deleted it and why stays.',
    access: clerks,
    params: byNote,
    body: Type.Object({ reason: visibleText(500) }),
    reply: Type.Array(PartyNote),
  },
  cancelPartyNumber: {
    method: 'POST',
    path: '/api/parties/{partyId}/number-cancellation',
    summary:
      'Says that a national number of somebody was canceled: they are found by it, and nothing new begins with it.',
    access: supervisors,
    limit: numberLimit,
    params: byParty,
    body: numberOfParty,
    reply: 'none',
  },
  restorePartyNumber: {
    method: 'POST',
    path: '/api/parties/{partyId}/number-restoration',
    summary: 'Takes back that a national number of somebody was canceled.',
    access: supervisors,
    limit: numberLimit,
    params: byParty,
    body: numberOfParty,
    reply: 'none',
  },
});

export { answersRoom } from './contacts/answers-room.ts';
export { partiesRoom } from './parties/parties-room.ts';
export { participantsRoom } from './participants/participants-room.ts';
export {
  CaseParticipants,
  CaseRole,
  HouseholdStatement,
  ParticipantView,
  PartInCase,
  SharedParticipant,
} from './views/participant.ts';
export { LabelColor, NoteAboutMe, NoteAudience, PartyLabel, PartyNote } from './views/note.ts';
export { relationsMigrations } from './storage/migrations.ts';
export type { RelationsTables } from './storage/tables.gen.ts';
export { MergePreview, MergeView, PartyFile, PartySummary } from './views/party.ts';
export { PartyMoney } from './views/party-money.ts';
export { relationWalls } from './walls/relation-walls.ts';

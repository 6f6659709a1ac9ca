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
export { PartyFile, PartySummary } from './views/party.ts';

export { extendedAnswerDay } from './contacts/answer-term.ts';
export { nameOf, summarizeContact, viewContact } from './contacts/contact-view.ts';
export { contactsRoom } from './contacts/contacts-room.ts';
export { lockClerkContact, requireContact } from './contacts/require-contact.ts';
export { type ContactNote, writeContact } from './contacts/write-contact.ts';
export { viewMandate } from './mandates/mandate-view.ts';
export { mandatesRoom } from './mandates/mandates-room.ts';
export { accountsRoom } from './parties/accounts-room.ts';
export { checkWish, type MandateWish } from './mandates/new-mandate.ts';
export { languageOfSeat } from './parties/language-of-seat.ts';
export { numberOfParty, refuseCanceledNumber } from './parties/number-of-party.ts';
export { isInForce, noteArrival, participationIn, partsTakenBy } from './participants/participation.ts';
export { organizationOfDesk } from './parties/organization-of-desk.ts';
export { notedByNumber, partyOfDesk } from './parties/party-of-desk.ts';
export { giveBackDailyMail, takeDailyMail } from './reach/daily-mail.ts';
export { type CaseReach, type MailAddress, reachInCase, reachOf, reachOfParticipant } from './reach/reach-of.ts';
export { reachRoom } from './reach/reach-room.ts';
export { type CaseReader, readersOfCase } from './reach/readers-of-case.ts';
export { findContactPoints } from './storage/contact-points.ts';
export {
  type ContactRow,
  countContactRows,
  linkContact,
  listContactRows,
  listContactsOfParty,
  updateContact,
} from './storage/contacts.ts';
export {
  endIdentifier,
  listIdentifiers,
  numberIndexesOf,
  partiesEverWithNumber,
  partiesWithNumber,
  restoreIdentifier,
} from './storage/identifiers.ts';
export { insertMandate, listMandatesOf, lockMandate, type NewMandate, revokeMandateRow } from './storage/mandates.ts';
export { partiesMigrations } from './storage/migrations.ts';
export {
  endParticipantRow,
  insertParticipant,
  listParticipantRows,
  listParticipantsOfParty,
  lockParticipant,
  type NewParticipant,
  type ParticipantRow,
} from './storage/participants.ts';
export { findOrganization, findPartyNoted, findPartyRow, type PartyRow } from './storage/parties.ts';
export type { PartiesTables } from './storage/tables.gen.ts';
export { ContactChannel, ContactKind, ContactState, ContactSummary, ContactView } from './views/contact.ts';
export { Channel, MyReach, ReachView } from './views/reach.ts';
export { ContactPoints, PartyView } from './views/party.ts';
export { ActingView, MandateView, MyMandates, PartyKind, SessionView } from './views/mandate.ts';
export { contactWalls } from './walls/contact-walls.ts';
export { partyWalls } from './walls/party-walls.ts';

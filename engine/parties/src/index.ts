export { nameOf, viewContact } from './contacts/contact-view.ts';
export { contactsRoom } from './contacts/contacts-room.ts';
export { lockClerkContact, requireContact } from './contacts/require-contact.ts';
export { type ContactNote, writeContact } from './contacts/write-contact.ts';
export { type ContactRow, countContactRows, linkContact, listContactRows } from './storage/contacts.ts';
export { partiesMigrations } from './storage/migrations.ts';
export type { PartiesTables } from './storage/tables.gen.ts';
export { ContactChannel, ContactKind, ContactState, ContactSummary, ContactView } from './views/contact.ts';
export { contactWalls } from './walls/contact-walls.ts';

import { requireClerk, type Actor, type Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findContact, lockContact, type ContactRow } from '../storage/contacts.ts';

interface ClerkContact {
  readonly clerk: Clerk;
  readonly row: ContactRow;
}

type Read = (db: Queryable, id: string) => Promise<ContactRow | undefined>;

const clerkContact = async (read: Read, db: Queryable, actor: Actor, contactId: string): Promise<ClerkContact> => {
  const clerk = requireClerk(actor);
  const row = await read(db, contactId);
  if (row?.administration === clerk.administration) return { clerk, row };
  throw new CaseworkError('NOT_FOUND', `Expected a contact ${contactId} to be seen, but there is none`);
};

/** A contact of the clerk's administration; those of others do not exist for them. */
export const requireContact = (db: Queryable, actor: Actor, contactId: string) =>
  clerkContact(findContact, db, actor, contactId);

/** The same, locked until the transaction ends. */
export const lockClerkContact = (db: Queryable, actor: Actor, contactId: string) =>
  clerkContact(lockContact, db, actor, contactId);

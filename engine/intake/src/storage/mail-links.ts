import { mailIssuer } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface MailLink {
  readonly token_hash: string;
  readonly browser_hash: string;
  readonly email: string;
  readonly procedure_key: string;
  readonly subject: string;
  readonly language: Locale;
  readonly asked_at: string;
  readonly expires_at: string;
}

export const insertMailLinks = async (db: Queryable, links: readonly MailLink[]): Promise<void> => {
  await tables(db)
    .insertInto('mail_link')
    .values([...links])
    .execute();
};

/** Uses a link up, if it is one of this browser that nobody used and that is not too old. */
export const useMailLink = (
  db: Queryable,
  { tokenHash, browserHash, at }: { readonly tokenHash: string; readonly browserHash: string; readonly at: string },
) =>
  tables(db)
    .updateTable('mail_link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('browser_hash', '=', browserHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['email', 'procedure_key', 'subject', 'language'])
    .$castTo<Pick<MailLink, 'email' | 'procedure_key' | 'subject' | 'language'>>()
    .executeTakeFirst();

/** What is over opens nothing any more. */
export const dropDeadLinks = async (db: Queryable, at: string): Promise<void> => {
  await tables(db).deleteFrom('mail_link').where('expires_at', '<=', at).execute();
};

/** The applications that were begun by links to an address in a procedure, the last ones first. */
export const listMailAccounts = (
  db: Queryable,
  { email, procedureKey, limit }: { readonly email: string; readonly procedureKey: string; readonly limit: number },
): Promise<{ subject: string; created_at: Date | string }[]> =>
  db.query(
    `select subject, created_at from casework.person
      where issuer = $1 and email = $2 and split_part(subject, '/', 1) = $3
      order by created_at desc limit $4`,
    [mailIssuer, email, procedureKey, limit],
  );

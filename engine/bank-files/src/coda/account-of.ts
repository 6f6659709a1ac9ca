import { field, words } from './fields.ts';
import type { CodaRecord } from './read-records.ts';

interface Account {
  readonly account: string;
  readonly currency: string;
}

/** How an account of 37 characters is laid out, by the digit that says it: where it ends and where its currency begins. */
const layouts: Readonly<Record<string, { readonly account: number; readonly currency: number }>> = {
  '0': { account: 12, currency: 14 },
  '1': { account: 34, currency: 35 },
  '2': { account: 31, currency: 35 },
  '3': { account: 34, currency: 35 },
};

/** The account of the statement, of the record of its first balance. */
export const accountOf = (record: CodaRecord): Account | null => {
  const layout = layouts[field(record, 2, 2)];
  if (layout === undefined) return null;
  const account = words(record, 6, 5 + layout.account)?.replaceAll(' ', '') ?? null;
  const currency = words(record, 5 + layout.currency, 7 + layout.currency);
  return account === null ? null : { account, currency: currency ?? 'EUR' };
};

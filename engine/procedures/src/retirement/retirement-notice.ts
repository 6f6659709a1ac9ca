import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { readDescription } from '../read-folder.ts';
import { listLatestDescriptionRows } from '../storage/procedures.ts';
import { findRetirement, listRetirements, type PublicRetirementRow } from '../storage/retirements.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Replacement, RetirementNotice } from '../views/retirement.ts';

/** What everybody calls a procedure that is published; its key, where nothing says so any more. */
const titlesOf = async (db: Queryable, keys: readonly string[]) => {
  const wanted = keys.length === 0 ? [] : await listLatestDescriptionRows(db);
  return new Map(
    wanted.flatMap(({ path, content }) => {
      const { value } = readDescription(content, path);
      return value === null || !keys.includes(value.key) ? [] : [[value.key, value.title] as const];
    }),
  );
};

type Titles = Awaited<ReturnType<typeof titlesOf>>;

const replacementOf = (row: PublicRetirementRow, titles: Titles): Replacement | null => {
  const { replaced_by: key, replaced_url: url } = row;
  if (key !== null) return { kind: 'procedure', key, title: titles.get(key) ?? { fr: key, nl: key, en: key } };
  return url === null ? null : { kind: 'web', url };
};

const noticeOf = (row: PublicRetirementRow, titles: Titles, today: string): RetirementNotice => ({
  closesOn: row.closes_on,
  draftsUntil: row.drafts_until,
  isClosed: today >= row.closes_on,
  isOver: today > row.drafts_until,
  replacement: replacementOf(row, titles),
  contact: { email: row.contact_email, phone: row.contact_phone },
});

const named = (rows: readonly PublicRetirementRow[]): string[] =>
  rows.flatMap(({ replaced_by: key }) => (key === null ? [] : [key]));

/** What everybody is told of rows, by the key of their procedure. */
export const noticesOf = async (
  { clock }: Pick<Surroundings, 'clock'>,
  db: Queryable,
  rows: readonly PublicRetirementRow[],
): Promise<ReadonlyMap<string, RetirementNotice>> => {
  const titles = await titlesOf(db, named(rows));
  const today = dayOf(clock.now());
  return new Map(rows.map((row) => [row.procedure_key, noticeOf(row, titles, today)]));
};

/** The same of every procedure that ends. */
export const retirementNotices = async (surroundings: Pick<Surroundings, 'clock'>, db: Queryable) =>
  noticesOf(surroundings, db, await listRetirements(db));

/** The same of one procedure, to be spread into what says more of it; nothing where it goes on. */
export const retirementIn = async (
  surroundings: Pick<Surroundings, 'clock'>,
  db: Queryable,
  key: string,
): Promise<{ readonly retirement?: RetirementNotice }> => {
  const row = await findRetirement(db, key);
  const retirement = row && (await noticesOf(surroundings, db, [row])).get(key);
  return retirement === undefined ? {} : { retirement };
};

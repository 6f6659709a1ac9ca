import { type AccessSurroundings, appendAudit, requireStaff, type UseCaseOn } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, locales, type LocalizedText } from '@irisflow/foundation';
import { type ContactUnit, unprintable } from '@irisflow/letters';
import { invalid } from './require-words.ts';
import { findUnitRow, keepUnit } from './storage/contact-units.ts';
import type { ContactUnitView } from './views/contact-unit.ts';

type UseCase<Input, Output> = UseCaseOn<AccessSurroundings, Input, Output>;

/** Whom letters to many people name for questions; null where the administration did not say. */
export const findContactUnit = async (db: Queryable, administration: string): Promise<ContactUnit | null> =>
  (await findUnitRow(db, administration))?.unit ?? null;

/** The same, refused where there is none: such a letter does not go without. */
export const requireContactUnit = async (db: Queryable, administration: string): Promise<ContactUnit> => {
  const found = await findContactUnit(db, administration);
  if (found !== null) return found;
  throw new CaseworkError(
    'CONTACT_UNIT_MISSING',
    `Expected ${administration} to have a contact unit for letters to more than a hundred people, but it has none`,
  );
};

const viewOf = async (db: Queryable, administration: string): Promise<ContactUnitView> =>
  (await findUnitRow(db, administration)) ?? { revision: 0, unit: null };

/** The contact unit of my administration. */
export const getContactUnit: UseCase<Record<string, never>, ContactUnitView> = async ({ database }, actor) =>
  viewOf(database, requireStaff(actor, ['administrator']).administration);

/** Lines that fit: an address has four at most, the rest one. */
const most = { name: { lines: 1, length: 100 }, address: { lines: 4, length: 240 }, hours: { lines: 1, length: 120 } };

const requireText = (pointer: string, text: string, { lines, length }: { lines: number; length: number }): string => {
  const clean = text.trim();
  if (clean === '') throw invalid(pointer, 'required');
  if (clean.length > length || clean.split('\n').length > lines) throw invalid(pointer, 'maxLength', { limit: length });
  const [odd] = unprintable(clean);
  if (odd !== undefined) throw invalid(pointer, 'unprintable', { found: odd });
  return clean;
};

const requireTexts = (field: keyof typeof most, text: LocalizedText): LocalizedText =>
  Object.fromEntries(
    locales.map((locale) => [locale, requireText(`/${field}/${locale}`, text[locale], most[field])]),
  ) as LocalizedText;

const requireEmail = (email: string): string => {
  const clean = email.trim();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(clean)) throw invalid('/email', 'format');
  return clean;
};

const read = ({ name, person, address, phone, email, hours }: ContactUnit): ContactUnit => ({
  name: requireTexts('name', name),
  person: person === null || person.trim() === '' ? null : requireText('/person', person, { lines: 1, length: 100 }),
  address: requireTexts('address', address),
  phone: requireText('/phone', phone, { lines: 1, length: 40 }),
  email: requireEmail(email),
  hours: requireTexts('hours', hours),
});

export interface SaveContactUnit {
  /** That whoever changed it had before them; 0 where there was none. */
  readonly revision: number;
  readonly unit: ContactUnit;
}

/** Says whom letters of my administration to many people name from now on; what was started stays as it was. */
export const saveContactUnit: UseCase<SaveContactUnit, ContactUnitView> = async (
  surroundings,
  actor,
  { revision, unit: wanted },
) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const unit = read(wanted);
  return surroundings.database.transaction(async (tx) => {
    const before = await viewOf(tx, administration);
    if (!(await keepUnit(tx, { administration, revision, unit })))
      throw new CaseworkError('STALE_REVISION', `Expected the revision in force of the unit, but found ${revision}`);
    const after = await viewOf(tx, administration);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'contactUnit.saved',
      object: `administration:${administration}`,
      administration,
      detail: { revision: after.revision, before: before.unit, after: after.unit },
    });
    return after;
  });
};

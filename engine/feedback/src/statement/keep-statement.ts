import { type AdministrationView, appendAudit, findAdministration, requireStaff } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isVisible, locales } from '@irisflow/foundation';
import { findStatement, keepStatement } from '../storage/statements.ts';
import type { UseCase } from '../surroundings.ts';
import type { AccessibilityStatement, StatementTexts } from '../views/accessibility-statement.ts';

/** Characters of one text in one language. */
export const MAX_STATEMENT_TEXT = 4000;
/** Before that there were no pages to go through. */
const FIRST_DAY = '2000-01-01';
const textFields = ['limits', 'contact', 'enforcement'] as const;

const invalid = (pointer: string, keyword: string, detail: string) =>
  new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer: `/texts${pointer}`, keyword }] });

const requireTexts = (texts: StatementTexts, today: string): void => {
  for (const field of textFields)
    for (const locale of locales) {
      const text = texts[field][locale];
      if (!isVisible(text) || text.length > MAX_STATEMENT_TEXT)
        throw invalid(
          `/${field}/${locale}`,
          isVisible(text) ? 'maxLength' : 'required',
          `Expected ${field} of 1 to ${MAX_STATEMENT_TEXT} characters in ${locale}, but found ${text.length}`,
        );
    }
  const { reviewedOn } = texts;
  if (reviewedOn < FIRST_DAY || reviewedOn > today)
    throw invalid('/reviewedOn', 'date', `Expected a day from ${FIRST_DAY} to ${today}, but found ${reviewedOn}`);
};

const viewOf = async (db: Queryable, administration: AdministrationView): Promise<AccessibilityStatement> => {
  const kept = await findStatement(db, administration.key);
  return { administration, revision: kept?.revision ?? 0, texts: kept?.texts ?? null };
};

const requireAdministration = async (db: Queryable, key: string): Promise<AdministrationView> => {
  const found = await findAdministration(db, key);
  if (found !== null) return found;
  throw new CaseworkError('NOT_FOUND', `Expected an administration ${key}, but there is none`);
};

/** What an administration says of how accessible its pages are; anybody reads it. */
export const getAccessibilityStatement: UseCase<{ administration: string }, AccessibilityStatement> = async (
  { database },
  _actor,
  { administration },
) => viewOf(database, await requireAdministration(database, administration));

export interface SaveStatement {
  /** The revision that whoever wrote had before them; 0 where there was none. */
  readonly revision: number;
  readonly texts: StatementTexts;
}

/** Says it anew. Whoever wrote from an older text than the one in force is told, and nothing is overwritten. */
export const saveAccessibilityStatement: UseCase<SaveStatement, AccessibilityStatement> = async (
  surroundings,
  actor,
  { revision, texts },
) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const { database, clock } = surroundings;
  requireTexts(texts, dayOf(clock.now()));
  return database.transaction(async (tx) => {
    const before = await findStatement(tx, administration);
    if (!(await keepStatement(tx, { administration, revision, texts })))
      throw new CaseworkError(
        'STALE_REVISION',
        `Expected the revision in force of the statement, but found ${revision}`,
      );
    await appendAudit(surroundings, tx, {
      actor,
      action: 'accessibilityStatement.saved',
      object: `administration:${administration}`,
      administration,
      // What everybody reads is in the chain as it was before and as it is.
      detail: { revision: revision + 1, before: before?.texts ?? null, after: texts },
    });
    return viewOf(tx, await requireAdministration(tx, administration));
  });
};

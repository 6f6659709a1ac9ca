import { sql, type Queryable } from '@irisflow/database';
import type { AccessCategory } from '../cases/access-purposes.ts';
import type { AccessKind, InterventionKind, OfficeFunction } from '../views/access.ts';
import { type LocalizedText, isoOf, jsonOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

interface Access {
  readonly id: string;
  readonly administration: string;
  /** Null where it was of no case. */
  readonly caseId: string | null;
  readonly personId: string;
  readonly actingAs: OfficeFunction;
  readonly day: string;
  readonly at: number;
}

const valuesOf = ({ id, administration, caseId, personId, actingAs, day, at }: Access) => ({
  id,
  administration,
  case_id: caseId,
  person_id: personId,
  acting_as: actingAs,
  day,
  first_at: isoOf(at),
  last_at: isoOf(at),
});

/** The first opening of a function on a day makes the row, later ones move its end. */
export const upsertOpening = async (
  db: Queryable,
  { category, ...opening }: Access & { readonly category: AccessCategory },
): Promise<void> => {
  await tables(db)
    .insertInto('file_access')
    .values({ ...valuesOf(opening), kind: 'opening', category, outcome: 'done' })
    .onConflict((conflict) =>
      conflict
        .columns(['case_id', 'administration', 'acting_as', 'day'])
        .where('kind', '=', 'opening')
        .doUpdateSet({ last_at: sql`greatest(file_access.last_at, excluded.last_at)` }),
    )
    .execute();
};

/** Several at once; those of a day that are there already stay as they are. */
export const insertOpenings = async (db: Queryable, openings: readonly Access[]): Promise<void> => {
  if (openings.length === 0) return;
  await tables(db)
    .insertInto('file_access')
    .values(openings.map((one) => ({ ...valuesOf(one), kind: 'opening', category: 'handling', outcome: 'done' })))
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'administration', 'acting_as', 'day']).where('kind', '=', 'opening').doNothing(),
    )
    .execute();
};

/** The page of a party, opened by a function of an office on a day. */
export const upsertPartyOpening = async (db: Queryable, opening: Omit<Access, 'caseId'>): Promise<void> => {
  await tables(db)
    .insertInto('file_access')
    .values({ ...valuesOf({ ...opening, caseId: null }), kind: 'opening', category: 'handling', outcome: 'done' })
    .onConflict((conflict) =>
      conflict
        .columns(['administration', 'person_id', 'acting_as', 'day'])
        .where('kind', '=', 'opening')
        .where('case_id', 'is', null)
        .doUpdateSet({ last_at: sql`greatest(file_access.last_at, excluded.last_at)` }),
    )
    .execute();
};

export interface NewIntervention extends Access {
  readonly kind: InterventionKind;
  readonly category: AccessCategory;
  readonly outcome: 'asked' | 'done';
  /** The restricted answer that it was about. */
  readonly field?: LocalizedText;
}

export const insertIntervention = async (db: Queryable, intervention: NewIntervention): Promise<void> => {
  const { kind, category, outcome, field } = intervention;
  await tables(db)
    .insertInto('file_access')
    .values({ ...valuesOf(intervention), kind, category, outcome, field: field === undefined ? null : jsonOf(field) })
    .execute();
};

export const settleIntervention = async (
  db: Queryable,
  { id, outcome }: { readonly id: string; readonly outcome: 'done' | 'failed' },
): Promise<void> => {
  await tables(db).updateTable('file_access').set({ outcome }).where('id', '=', id).execute();
};

export interface FileAccessRow {
  readonly id: string;
  readonly kind: AccessKind;
  readonly acting_as: OfficeFunction;
  readonly category: AccessCategory;
  readonly first_at: Date | string;
  readonly last_at: Date | string;
  readonly case_id: string | null;
  readonly reference: string | null;
  readonly office: LocalizedText;
  readonly field: LocalizedText | null;
}

const MANY = 500;

/** What was done with the data of a person, the newest first; what the engine refused to do was not done. */
export const listAccessOfPerson = async (db: Queryable, personId: string): Promise<FileAccessRow[]> => {
  const rows = await tables(db)
    .selectFrom('file_access as f')
    .leftJoin('case_file as c', 'c.id', 'f.case_id')
    .innerJoin('administration as a', 'a.key', 'f.administration')
    .select([
      'f.id',
      'f.kind',
      'f.acting_as',
      'f.category',
      'f.first_at',
      'f.last_at',
      'f.case_id',
      'f.field',
      'c.reference',
    ])
    .select('a.name as office')
    .where('f.person_id', '=', personId)
    .where('f.outcome', '!=', 'failed')
    .orderBy('f.last_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(MANY)
    .execute();
  // The columns are checked by the database; its types do not know what the checks allow.
  return rows as FileAccessRow[];
};

import { type Queryable, takeNamedLock } from '@irisflow/database';
import type { LabelColor } from '../views/note.ts';
import { tables } from './tables.ts';

export interface LabelRow {
  readonly id: string;
  readonly administration: string;
  readonly name_fr: string;
  readonly name_nl: string;
  readonly color: LabelColor;
  readonly retired_at: Date | string | null;
}

const columns = ['l.id', 'l.administration', 'l.name_fr', 'l.name_nl', 'l.color', 'l.retired_at'] as const;

const labels = (db: Queryable) => tables(db).selectFrom('party_label as l').select(columns).$castTo<LabelRow>();

export const listLabels = (db: Queryable, administration: string): Promise<LabelRow[]> =>
  labels(db).where('l.administration', '=', administration).orderBy('l.name_fr').orderBy('l.id').limit(500).execute();

export interface Labeling {
  readonly administration: string;
  readonly partyId: string;
}

/** Nobody else labels them until the transaction ends. */
export const lockLabelsOf = (tx: Queryable, { administration, partyId }: Labeling): Promise<void> =>
  takeNamedLock(tx, `labels of ${administration} ${partyId}`);

export const listLabelsOf = (db: Queryable, { administration, partyId }: Labeling): Promise<LabelRow[]> =>
  labels(db)
    .innerJoin('party_label_use as u', 'u.label_id', 'l.id')
    .where('u.administration', '=', administration)
    .where('u.party_id', '=', partyId)
    .where('u.taken_at', 'is', null)
    .orderBy('l.name_fr')
    .orderBy('l.id')
    .execute();

interface NewLabel {
  readonly id: string;
  readonly administration: string;
  readonly fr: string;
  readonly nl: string;
  readonly color: LabelColor;
  readonly at: string;
  readonly by: string;
}

/** Answers whether its names were free. */
export const insertLabel = async (db: Queryable, label: NewLabel): Promise<boolean> => {
  const { id, administration, fr, nl, color, at, by } = label;
  const added = await tables(db)
    .insertInto('party_label')
    .values({ id, administration, name_fr: fr, name_nl: nl, color, made_at: at, made_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

interface ChangedLabel extends Omit<NewLabel, 'at' | 'by'> {
  readonly retiredAt: string | null;
}

/** Whether another label of the administration that is in use has one of the names. */
const isTaken = async (db: Queryable, { id, administration, fr, nl }: ChangedLabel): Promise<boolean> => {
  const named = (await listLabels(db, administration)).filter((one) => one.id !== id && one.retired_at === null);
  const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return named.some((one) => isSame(one.name_fr, fr) || isSame(one.name_nl, nl));
};

/** Answers what became of it. */
export const updateLabel = async (db: Queryable, label: ChangedLabel): Promise<'done' | 'taken' | 'missing'> => {
  const { id, administration, fr, nl, color, retiredAt } = label;
  await takeNamedLock(db, `labels of ${administration}`);
  if (retiredAt === null && (await isTaken(db, label))) return 'taken';
  const changed = await tables(db)
    .updateTable('party_label')
    .set({ name_fr: fr, name_nl: nl, color, retired_at: retiredAt })
    .where('id', '=', id)
    .where('administration', '=', administration)
    .returning('id')
    .executeTakeFirst();
  return changed === undefined ? 'missing' : 'done';
};

export interface LabelUse extends Labeling {
  readonly labelId: string;
  readonly at: string;
  readonly by: string;
}

export const putLabel = async (
  db: Queryable,
  { id, labelId, administration, partyId, at, by }: LabelUse & { readonly id: string },
): Promise<void> => {
  await tables(db)
    .insertInto('party_label_use')
    .values({ id, label_id: labelId, administration, party_id: partyId, put_at: at, put_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const takeLabel = async (db: Queryable, { labelId, administration, partyId, at, by }: LabelUse) => {
  await tables(db)
    .updateTable('party_label_use')
    .set({ taken_at: at, taken_by: by })
    .where('label_id', '=', labelId)
    .where('administration', '=', administration)
    .where('party_id', '=', partyId)
    .where('taken_at', 'is', null)
    .execute();
};

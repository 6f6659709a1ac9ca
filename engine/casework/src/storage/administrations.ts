import type { Queryable, Row } from '@irisflow/database';
import type { AdministrationView } from '../views/person.ts';
import type { LocalizedText } from '../views/text.ts';
import { jsonOf } from './columns.ts';

interface AdministrationRow extends Row {
  key: string;
  name: LocalizedText;
}

export const upsertAdministrationRow = (db: Queryable, administration: AdministrationView) =>
  db.query(
    `insert into casework.administration (key, name) values ($1, $2::jsonb)
     on conflict (key) do update set name = excluded.name`,
    [administration.key, jsonOf(administration.name)],
  );

export const findAdministration = async (db: Queryable, key: string): Promise<AdministrationView | null> => {
  const rows = await db.query<AdministrationRow>('select key, name from casework.administration where key = $1', [key]);
  return rows[0] ?? null;
};

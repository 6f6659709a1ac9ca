import type { Queryable, Selectable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';

export type RightSourceRow = Selectable<Tables['right_source']>;

export interface DeclaredRightSource {
  readonly key: string;
  readonly administration: string;
  readonly procedureKey: string;
  readonly kind: string;
  readonly version: number;
  readonly name: LocalizedText;
  readonly fields: readonly string[];
  readonly labels: Readonly<Record<string, LocalizedText>>;
  readonly states: readonly string[] | null;
  readonly authorization: LocalizedText;
  readonly administrations: readonly string[] | null;
}

const listOf = (values: readonly string[] | null): string[] | null => (values === null ? null : [...values]);

/** What the version that is published says of a kind; whether an administrator stopped it is theirs to say. */
export const declareRightSource = async (db: Queryable, given: DeclaredRightSource, at: number): Promise<void> => {
  const said = {
    version: given.version,
    name: jsonOf(given.name),
    fields: [...given.fields],
    labels: jsonOf(given.labels),
    states: listOf(given.states),
    authorization: jsonOf(given.authorization),
    administrations: listOf(given.administrations),
    declared_at: isoOf(at),
    ended_at: null,
  };
  const { key, administration, procedureKey, kind } = given;
  await tables(db)
    .insertInto('right_source')
    .values({ ...said, key, administration, procedure_key: procedureKey, kind })
    .onConflict((conflict) => conflict.columns(['procedure_key', 'kind']).doUpdateSet(said))
    .execute();
};

/** Those of a procedure that its latest version does not declare are asked no more. */
export const endRightSources = (
  db: Queryable,
  { procedureKey, except, at }: { readonly procedureKey: string; readonly except: readonly string[]; at: number },
) =>
  db.query(
    `update casework.right_source set ended_at = $3
      where procedure_key = $1 and kind <> all($2::text[]) and ended_at is null`,
    [procedureKey, [...except], isoOf(at)],
  );

export const findRightSource = (db: Queryable, key: string): Promise<RightSourceRow | undefined> =>
  tables(db).selectFrom('right_source').selectAll().where('key', '=', key).executeTakeFirst();

export const listRightSourceRows = (db: Queryable): Promise<RightSourceRow[]> =>
  tables(db).selectFrom('right_source').selectAll().orderBy('administration').orderBy('key').execute();

/** From an instant on nobody is answered; null lets it go on. */
export const stopRightSource = (db: Queryable, { key, at }: { readonly key: string; readonly at: number | null }) =>
  tables(db)
    .updateTable('right_source')
    .set({ stopped_at: at === null ? null : isoOf(at) })
    .where('key', '=', key)
    .execute();

/** Whether it may be asked at this moment by an administration. */
export const answersTo = ({ ended_at: ended, stopped_at: stopped, administrations }: RightSourceRow, asker: string) =>
  ended === null && stopped === null && (administrations?.includes(asker) ?? true);

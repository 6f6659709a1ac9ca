import type { Queryable } from '@irisflow/database';
import { instantOf, isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface Reservation {
  readonly version: number;
  readonly contentHash: string;
  /** Epoch milliseconds; null when nothing of it is on its way to the engine. */
  readonly deployingUntil: number | null;
}

/** Every number that a procedure has given away, the highest first. */
export const listReservations = async (db: Queryable, key: string): Promise<Reservation[]> => {
  const rows = await tables(db)
    .selectFrom('procedure_reservation')
    .select(['version', 'content_hash', 'deploying_until'])
    .where('procedure_key', '=', key)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, content_hash: contentHash, deploying_until: until }) => ({
    version,
    contentHash,
    deployingUntil: until === null ? null : Date.parse(instantOf(until)),
  }));
};

export interface NewReservation {
  readonly key: string;
  readonly version: number;
  readonly administration: string;
  readonly contentHash: string;
  readonly at: number;
  readonly deployingUntil: number;
}

/** Reserves a number, or goes on with it when it is reserved already. */
export const upsertReservation = (db: Queryable, reservation: NewReservation) =>
  tables(db)
    .insertInto('procedure_reservation')
    .values({
      procedure_key: reservation.key,
      version: reservation.version,
      administration: reservation.administration,
      content_hash: reservation.contentHash,
      reserved_at: isoOf(reservation.at),
      deploying_until: isoOf(reservation.deployingUntil),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['procedure_key', 'version'])
        .doUpdateSet({ deploying_until: isoOf(reservation.deployingUntil) }),
    )
    .execute();

/** Says that nothing of a reserved version is on its way any more. */
export const endDeployment = (db: Queryable, { key, version }: { key: string; version: number }) =>
  tables(db)
    .updateTable('procedure_reservation')
    .set({ deploying_until: null })
    .where('procedure_key', '=', key)
    .where('version', '=', version)
    .execute();

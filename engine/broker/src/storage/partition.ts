import type { Database, Statement } from '@irisflow/database';
import { SCHEMA } from './row-statement.ts';

/** How long a writer may be silent before another one may take over, by the database's clock. */
const LEASE_SECONDS = 3;

/** The right to write, as of one epoch. */
export interface Tenure {
  readonly epoch: string;
  /** Position of the next event. */
  readonly nextPosition: number;
  /** The last key that was given out, counted from 1. */
  readonly keySequence: number;
}

type PartitionRow = { epoch: string; next_position: string; key_sequence: string };

const toTenure = (row: PartitionRow | undefined): Tenure | null =>
  row === undefined
    ? null
    : { epoch: row.epoch, nextPosition: Number(row.next_position), keySequence: Number(row.key_sequence) };

/** Takes over as the writer; null while another one holds the lease. An embedded store is ours already: its lock says so. */
export const acquireTenure = async (database: Database, holder: string): Promise<Tenure | null> => {
  const [row] = await database.query<PartitionRow>(
    `update ${SCHEMA}.partition
        set epoch = epoch + 1, writer_epoch = epoch + 1, holder = $1, lease_until = now() + make_interval(secs => $2)
      where id = 1 and (lease_until < now() or $3::boolean)
      returning epoch, next_position, key_sequence`,
    [holder, LEASE_SECONDS, database.kind === 'pglite'],
  );
  return toTenure(row);
};

/** Prolongs the lease and reads back what was committed last; null when another writer has taken over. */
export const renewTenure = async (database: Database, epoch: string): Promise<Tenure | null> => {
  const [row] = await database.query<PartitionRow>(
    `update ${SCHEMA}.partition set lease_until = now() + make_interval(secs => $2)
      where id = 1 and epoch = $1 returning epoch, next_position, key_sequence`,
    [epoch, LEASE_SECONDS],
  );
  return toTenure(row);
};

/** Ends the lease, so that the next writer need not wait for it. */
export const releaseTenure = async (database: Database, epoch: string): Promise<void> => {
  await database.query(`update ${SCHEMA}.partition set lease_until = '-infinity' where id = 1 and epoch = $1`, [epoch]);
};

/** First in every commit: the constraint of the table refuses a writer of an older epoch, and with it the whole commit. */
export const fenceStatement = ({ epoch, nextPosition, keySequence }: Tenure): Statement => ({
  name: 'fence',
  text: `update ${SCHEMA}.partition set writer_epoch = $1, next_position = $2, key_sequence = $3 where id = 1`,
  values: [epoch, nextPosition, keySequence],
});

/** Whether a commit failed because another writer has taken over. */
export const isFenced = (fault: { readonly sqlState: string | null; readonly message: string }): boolean =>
  fault.sqlState === '23514' && fault.message.includes('partition_writer_is_current');

import type { Queryable } from '@irisflow/database';
import type { CarriedChannel } from '../carriers/letter-carrier.ts';
import { tables } from './tables.ts';

/** Under which number a carrier knows an administration, and whether its letters leave with it. */
export interface Contract {
  readonly administration: string;
  readonly channel: CarriedChannel;
  readonly account: string;
  readonly isOn: boolean;
  readonly revision: number;
}

const contracts = (db: Queryable) =>
  tables(db)
    .selectFrom('carrier_contract')
    .select(['administration', 'channel', 'account', 'is_on as isOn', 'revision'])
    .$castTo<Contract>();

export const listContracts = (db: Queryable, administration: string): Promise<Contract[]> =>
  contracts(db).where('administration', '=', administration).execute();

/** Those by which letters leave, of every administration. */
export const listStanding = (db: Queryable): Promise<Contract[]> =>
  contracts(db).where('is_on', '=', true).orderBy('administration').orderBy('channel').execute();

/** Answers whether nobody changed it meanwhile; revision 0 is that there is none. */
export const saveContract = async (db: Queryable, { revision, ...contract }: Contract): Promise<boolean> => {
  const { administration, channel, account, isOn } = contract;
  const saved = await db.query(
    `insert into casework.carrier_contract (administration, channel, account, is_on, revision)
     select $1, $2, $3, $4, 1 where $5::int = 0
     on conflict do nothing returning channel`,
    [administration, channel, account, isOn, revision],
  );
  if (saved.length > 0) return true;
  const changed = await db.query(
    `update casework.carrier_contract set account = $3, is_on = $4, revision = revision + 1
      where administration = $1 and channel = $2 and revision = $5 returning channel`,
    [administration, channel, account, isOn, revision],
  );
  return changed.length > 0;
};

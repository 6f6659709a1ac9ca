import type { DatabaseKind } from '../database.ts';
import { pgliteStores } from './pglite-stores.ts';
import { postgresStores } from './postgres-stores.ts';
import type { Preparation, TestDatabase, TestStores } from './test-database.ts';

/** Where a run keeps prepared stores; none outside of a run that shares them. */
const templates = () => process.env['IRISFLOW_TEST_TEMPLATES'] ?? '';

const templateOf = async (stores: TestStores, { name, prepare }: Preparation): Promise<string> => {
  const found = await stores.findTemplate(name);
  if (found !== null) return found;
  const store = await stores.open(null);
  await prepare(store.database);
  return stores.keep(store, name);
};

const openPrepared = async (stores: TestStores, preparation: Preparation): Promise<TestDatabase> => {
  if (templates() !== '') return stores.open(await templateOf(stores, preparation));
  const store = await stores.open(null);
  await preparation.prepare(store.database);
  return store;
};

/** A real database of its own for one test file: empty, or prepared once a run and copied. */
export const openTestDatabase = (kind: DatabaseKind, preparation?: Preparation): Promise<TestDatabase> => {
  const stores = kind === 'postgres' ? postgresStores : pgliteStores(templates());
  return preparation === undefined ? stores.open(null) : openPrepared(stores, preparation);
};

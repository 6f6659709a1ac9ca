import type { DatabaseKind } from '../database.ts';

/**
 * The store of a test that says nothing of stores. PGlite costs more than three times what PostgreSQL does: where the two could
 * differ (walls, files, crashes, concurrency, search) a test names both; `npm run stores` plays the rest on PGlite as well.
 */
export const usualStore: DatabaseKind = process.env['IRISFLOW_TEST_STORE'] === 'pglite' ? 'pglite' : 'postgres';

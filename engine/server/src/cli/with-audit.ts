import { job, scopeOf } from '@irisflow/access';
import type { Database, Queryable } from '@irisflow/database';

/** Does something with the store as the job that may read every audit, and nothing else; closes the store. */
export const withAudit = async <T>(database: Database, work: (db: Queryable) => Promise<T>): Promise<T> => {
  try {
    return await work(database.as(scopeOf(job('auditProof'))));
  } finally {
    await database.close();
  }
};

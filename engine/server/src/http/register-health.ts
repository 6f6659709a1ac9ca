import type { Database } from '@irisflow/database';
import type { FastifyInstance } from 'fastify';

export interface HealthParts {
  readonly database: Database;
  /** Why the engine takes no commands, as a sentence; null when it does. */
  readonly engineProblem: () => Promise<string | null>;
}

const storeProblem = async (database: Database): Promise<string | null> => {
  try {
    await database.query('select 1');
    return null;
  } catch {
    return 'The store does not answer.';
  }
};

/** Liveness depends on nothing else; readiness asks the store, and whether an engine leads. */
export const registerHealth = (app: FastifyInstance, { database, engineProblem }: HealthParts): void => {
  app.get('/api/health/live', async () => ({ status: 'up' }));
  app.get('/api/health/ready', async (_request, reply) => {
    const reason = (await storeProblem(database)) ?? (await engineProblem());
    return reason === null ? { status: 'up' } : reply.code(503).send({ status: 'down', reason });
  });
};

import type { Database } from '@irisflow/database';
import type { FastifyInstance } from 'fastify';

/** Liveness never depends on the store; readiness asks it. */
export const registerHealth = (app: FastifyInstance, database: Database): void => {
  app.get('/api/health/live', async () => ({ status: 'up' }));
  app.get('/api/health/ready', async (_request, reply) => {
    try {
      await database.query('select 1');
      return { status: 'up' };
    } catch {
      return reply.code(503).send({ status: 'down', reason: 'The store does not answer.' });
    }
  });
};

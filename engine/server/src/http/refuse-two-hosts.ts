import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './problem.ts';

/**
 * Refuses a request that names two hosts: a proxy in front of us may have believed the other one. Node keeps the first and
 * forgets the rest, so that only the headers as they came tell.
 */
export const refuseTwoHosts = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ raw: { rawHeaders } }) => {
    const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
    if (hosts > 1) throw new HttpProblem(400, 'TWO_HOSTS', `Expected one Host header, but found ${hosts}.`);
  });
};

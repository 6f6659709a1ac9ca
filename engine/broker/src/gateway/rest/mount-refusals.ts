import type { FastifyInstance } from 'fastify';
import { RestProblem } from './problem.ts';
import type { RefusedPaths } from './routes/refused-paths.ts';

/** The path of an address without its query. */
export const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';

/** Answers these addresses with the reason why they are not served. */
export const mountRefusals = (app: FastifyInstance, refused: readonly RefusedPaths[]): void => {
  for (const { paths, why, instead } of refused) {
    for (const path of paths.flatMap((one) => [one, `${one}/*`])) {
      app.all(path, {
        // Before the body is read: nobody would look at it.
        onRequest: async ({ method, url }) => {
          const detail = `Expected to answer ${method} ${pathOf(url).slice(0, 200)}, but ${why}. ${instead}`;
          throw new RestProblem(501, 'UNIMPLEMENTED', detail);
        },
        handler: async () => undefined,
      });
    }
  }
};

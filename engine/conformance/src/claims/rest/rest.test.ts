import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import { startWorld } from '../../kit/start-world.ts';
import type { World } from '../../kit/world.ts';
import { operations } from './operations.ts';

const NOT_IMPLEMENTED = 501;
/** A key that nothing has. */
const NOBODY = '2251799813685248';

describe('Every operation of the public REST API is answered or refused with a reason', () => {
  let world: World;
  let served: Readonly<Record<string, object>>;
  beforeAll(async () => {
    world = await startWorld('pglite');
    const { body } = await world.rest.ask('GET', '/openapi.json');
    served = body['paths'] as typeof served;
  });
  afterAll(() => world.stop());

  /** Whether our own description has the operation; names of parameters are each author's own. */
  const isDescribed = (method: string, path: string): boolean => {
    const anonymous = path.replaceAll(/\{\w+\}/g, '{}');
    return Object.entries(served).some(
      ([own, calls]) =>
        own.replace(/^\/v2/, '').replaceAll(/\{\w+\}/g, '{}') === anonymous && method.toLowerCase() in calls,
    );
  };

  describe.each(Object.entries(operations))('%s', (group, list) => {
    test.for(list)('%s', async (operation, { task }) => {
      // given
      const [method = '', path = ''] = operation.split(' ');

      // when
      const { status, body, type } = await world.rest.ask(
        method,
        path.replace('{key}', NOBODY),
        method === 'GET' ? undefined : {},
      );
      const isRefused = status === NOT_IMPLEMENTED;

      // then
      expect(status).not.toBe(500);
      expect(isDescribed(method, path)).toBe(!isRefused);
      expect(status < 400 || type.includes('problem+json')).toBe(true);
      const note = isRefused ? String(body['detail']).replace(NOBODY, '{key}') : '';
      expect(note).toMatch(isRefused ? /^Expected .*, but / : /^$/);
      const outcome = isRefused ? 'refused' : 'works';
      leave(task, { claim: { section: 'rest', group, subject: operation, outcome, note, shownBy: [] } });
    });
  });
});

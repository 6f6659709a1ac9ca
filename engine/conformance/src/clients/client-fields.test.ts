import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave } from '../kit/claim.ts';
import { startWorld } from '../kit/start-world.ts';
import type { World } from '../kit/world.ts';
import { absentFields, whyAbsent } from './absent-fields.ts';
import { absentFields as compare, servedFor } from './compare.ts';
import { type PublishedCall, readPublished } from './published.ts';
import { anonymous, readServed, type ServedCall } from './served.ts';

/** Lines of the public API, by the package that publishes their types. */
const lines = [
  ['8.8', readPublished('orchestration-cluster-api-8.8')],
  ['8.9', readPublished('orchestration-cluster-api-8.9')],
] as const;

const sizeOf = ({ body, query, answer }: PublishedCall) => body.size + query.size + answer.size;

describe('Every field of the public clients is taken and given, or absent with a reason', () => {
  let world: World;
  let served: ReadonlyMap<string, readonly ServedCall[]>;
  beforeAll(async () => {
    world = await startWorld(usualStore);
    served = readServed((await world.rest.ask('GET', '/openapi.json')).body);
  });
  afterAll(() => world.stop());

  describe.each(lines)('of the line %s', (line, calls) => {
    test('there are as many calls as the client has', () => {
      expect(calls.length).toBeGreaterThan(140);
      expect(calls.filter((call) => sizeOf(call) > 10).length).toBeGreaterThan(40);
    });

    test.for([...calls])('$name', (call, { task }) => {
      const at = servedFor(call, served);
      if (at === undefined) return;
      const absent = compare(call, at);
      expect(absent.filter((field) => whyAbsent(call.name, field) === undefined)).toEqual([]);
      const subject = `${line} ${call.name}`;
      const note = absent.map((field) => `${field}: ${whyAbsent(call.name, field) ?? ''}`).join('; ');
      const outcome = absent.length === 0 ? 'works' : 'refused';
      leave(task, { claim: { section: 'clients', group: line, subject, outcome, note, shownBy: [] } });
    });
  });

  test('every address is served or refused by name', async () => {
    const { body } = await world.rest.ask('GET', '/openapi.json');
    const refused = (body['x-refused-paths'] as readonly { readonly paths: readonly string[] }[])
      .flatMap(({ paths }) => paths)
      .map(anonymous);
    const isRefused = (address: string) => refused.some((one) => address === one || address.startsWith(`${one}/`));
    const addresses = lines.flatMap(([, calls]) => calls.map(({ address }) => anonymous(address)));
    expect(addresses.filter((address) => !served.has(address) && !isRefused(address))).toEqual([]);
  });

  test('no reason outlives its field', () => {
    const stale = absentFields.flatMap(({ calls, fields }) =>
      calls.flatMap((name) =>
        fields
          .filter(
            (field) =>
              !lines.some(([, known]) =>
                known.some((call) => {
                  const at = call.name === name ? servedFor(call, served) : undefined;
                  return at !== undefined && compare(call, at).includes(field);
                }),
              ),
          )
          .map((field) => `${name}: ${field}`),
      ),
    );
    expect(stale).toEqual([]);
  });
});

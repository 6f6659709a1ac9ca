import { isDeepStrictEqual } from 'node:util';
import { type FeelBuiltin, feelBuiltins } from '@irisflow/feel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import { startWorld } from '../../kit/start-world.ts';
import type { World } from '../../kit/world.ts';

const BAD_REQUEST = 400;
/** How the page groups what the standard does not have. */
const groups: Readonly<Partial<Record<FeelBuiltin['since'], string>>> = {
  Camunda: 'Additions that Camunda made first',
  'Camunda, older name': 'Older names of Camunda',
};

/** The time that the examples speak of. */
const NOON = Date.UTC(2024, 1, 29, 12);

describe('Every built-in function gives what it is said to give', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
    await world.rest.ask('PUT', '/clock', { timestamp: NOON });
  });
  afterAll(() => world.stop());

  const evaluate = async (expression: string) =>
    world.rest.ask('POST', '/expression/evaluation', { expression: `=${expression}` });

  test.for(feelBuiltins)('$name', async ({ name, expression, result, since }: FeelBuiltin, { task }) => {
    // when
    const found = await evaluate(expression);
    const expected = await evaluate(result);

    // then it has the result of its example, or it is refused by name
    const isRefused = found.status === BAD_REQUEST;
    expect(isRefused || isDeepStrictEqual(found.body['result'], expected.body['result'])).toBe(true);
    expect(isRefused ? found.body['detail'] : name).toContain(name);
    leave(task, {
      claim: {
        section: 'feel',
        group: groups[since] ?? `Since ${since}`,
        subject: name,
        outcome: isRefused ? 'refused' : 'works',
        note: isRefused ? String(found.body['detail']) : `${expression} is ${result}`,
        shownBy: [],
      },
    });
  });
});

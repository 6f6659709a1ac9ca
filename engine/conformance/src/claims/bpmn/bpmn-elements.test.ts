import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leave } from '../../kit/claim.ts';
import { startWorld } from '../../kit/start-world.ts';
import type { World } from '../../kit/world.ts';
import { activities } from './activities.ts';
import { events } from './events.ts';
import { extensions } from './extensions.ts';
import { gateways } from './gateways.ts';

const INVALID_ARGUMENT = 3;
/** The elements that the refused models put there to be refused. */
const culprit = /\b(it|reaction|edge)\b/;
/** Where in the file: every refusal begins with it, and readers of the page have no file. */
const place = /^- element '\w+' \(line \d+\): /;

describe('Every element of the notation is run or refused by name', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
  });
  afterAll(() => world.stop());

  /** What the gateway says of the element to who deploys it: nothing when it takes the model. */
  const objectionTo = async (model: string): Promise<string> =>
    world.deploy(model).then(
      () => '',
      ({ code, details }: { code: number; details: string }) =>
        details.split('\n').find((line) => code === INVALID_ARGUMENT && culprit.test(line)) ?? 'refused without a name',
    );

  describe.each([...activities, ...gateways, ...events, ...extensions])('$group', ({ group, claims }) => {
    test.for(claims)('$element', async ({ element, outcome, model, shownBy }, { task }) => {
      // when
      const note = await objectionTo(model);

      // then
      expect(note).toMatch(outcome === 'refused' ? culprit : /^$/);
      const told = note.replace(place, '');
      leave(task, { claim: { section: 'bpmn', group, subject: element, outcome, note: told, shownBy } });
    });
  });
});

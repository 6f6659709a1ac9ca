import { expect, test } from 'vitest';
import { beginning, playerOf, type PlayerAct } from './story-player.ts';

const play = (...acts: readonly PlayerAct[]) => acts.reduce(playerOf(3), beginning);

test('a story plays to its end and stops there', () => {
  expect(play({ do: 'play' }, { do: 'tick' })).toMatchObject({ step: 1, isPlaying: true });
  expect(play({ do: 'play' }, { do: 'tick' }, { do: 'tick' })).toMatchObject({ step: 2, isPlaying: false });
});

test('playing at the end begins anew', () => {
  expect(play({ do: 'goTo', step: 2 }, { do: 'play' })).toMatchObject({ step: 0, isPlaying: true });
});

test('choosing a step pauses, and never leaves the story', () => {
  expect(play({ do: 'play' }, { do: 'goTo', step: 9 })).toMatchObject({ step: 2, isPlaying: false });
  expect(play({ do: 'goTo', step: -1 })).toMatchObject({ step: 0 });
});

test('a story of one step does not play', () => {
  expect([{ do: 'play' } as const].reduce(playerOf(1), beginning).isPlaying).toBe(false);
});

import type { DecisionHands } from '@irisflow/tasks';
import { expect, test } from 'vitest';
import { handBlocks } from './hand-blocks.ts';

const hand = {
  label: { fr: 'Visite de l’étal', nl: 'Bezoek aan de kraam', en: 'Look at the stall' },
  onBehalfOf: null,
  doneAt: '2026-11-25T08:00:00Z',
  ofCase: null,
  decidedToo: false,
};
const apart: DecisionHands = {
  decisionId: 'd',
  isKeptApart: true,
  hands: [
    { ...hand, act: 'inspection', name: 'Ida', ofCase: 'BH-1' },
    { ...hand, act: 'decision', name: 'Dirk', onBehalfOf: 'Anne' },
  ],
};
const told = (hands: DecisionHands | undefined, audience: 'office' | 'party') =>
  handBlocks(hands, { audience, locale: 'nl' }).map((block) => JSON.stringify(block));

test('a copy for the office names who did what, in its language', () => {
  const lines = told(apart, 'office');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('Wie besliste, heeft in deze zaak niets bezocht');
  expect(lines[1]).toContain('Bezoek: Ida, Bezoek aan de kraam');
  expect(lines[1]).toContain('in dossier BH-1');
  expect(lines[2]).toContain('Beslissing: Dirk, namens Anne');
});

test('a copy for a party says that who decided did nothing else, and names nobody', () => {
  const lines = told(apart, 'party');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/Ida|Dirk|Anne/);
});

test('nothing is said of a decision that nobody prepared, and nothing to a party where one person did both', () => {
  const [inspected, decided] = apart.hands as [DecisionHands['hands'][number], DecisionHands['hands'][number]];
  const both = { ...apart, isKeptApart: false, hands: [{ ...inspected, decidedToo: true }, decided] };
  expect(told(undefined, 'office')).toEqual([]);
  expect(told({ ...apart, hands: [decided] }, 'party')).toEqual([]);
  expect(told(both, 'party')).toEqual([]);
  expect(told(both, 'office')[0]).toContain('besliste ook');
});

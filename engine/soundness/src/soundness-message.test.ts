import { describe, expect, it } from 'vitest';

import { repairMessage, soundnessCodes, soundnessMessage, soundnessTexts, stepMessage } from './index.ts';

const holesIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole).sort();

const codes = Object.keys(soundnessCodes);

describe('the texts', () => {
  it.each(['fr', 'nl', 'en', 'de'] as const)('has every code with its repair in %s, and no other', (locale) => {
    const keys = Object.keys(soundnessTexts[locale]).filter((key) => !key.startsWith('STEP_'));
    expect(keys.sort()).toEqual(codes.flatMap((code) => [code, `${code}_REPAIR`]).sort());
    expect(Object.keys(soundnessTexts[locale])).toEqual(Object.keys(soundnessTexts.en));
  });

  it.each(['fr', 'nl', 'de'] as const)('fills in the same in %s as in English', (locale) => {
    for (const [key, text] of Object.entries(soundnessTexts.en)) {
      const translated = soundnessTexts[locale][key as keyof typeof soundnessTexts.en];
      expect([key, holesIn(translated)]).toEqual([key, holesIn(text)]);
    }
  });

  it('tells what is wrong, how to repair it and how it comes to that', () => {
    const upper = (id: string): string => id.toUpperCase();
    const finding = { code: 'SOUNDNESS_DEADLOCK', elementIds: ['join', 'check', 'ask'], params: {} } as const;
    expect(soundnessMessage(finding, upper, 'en')).toMatch(/^“JOIN” can wait for ever: .* from CHECK and ASK,/);
    expect(soundnessMessage({ ...finding, elementIds: ['join'] }, upper, 'en')).toMatch(/ from JOIN,/);
    expect(repairMessage(finding, upper, 'fr')).toMatch(/^Réunissez/);
    expect(repairMessage({ ...finding, code: 'SOUNDNESS_NO_WAY_TO_END' }, upper, 'en')).toContain(
      'JOIN, CHECK, and ASK',
    );
    const step = { kind: 'chosen', elementId: 'g', flowIds: ['f1', 'f2'] } as const;
    expect(stepMessage(step, upper, 'en')).toBe('At “G” the choice is: F1 and F2.');
    expect(stepMessage(step, upper, 'nl')).toBe('Bij „G” is de keuze: F1 en F2.');
  });
});

import { describe, expect, it } from 'vitest';

import { repairMessage, soundnessCodes, soundnessMessage, soundnessTexts, stepMessage } from './index.ts';

const holesIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([hole]) => hole).sort();

const codes = Object.keys(soundnessCodes);

describe('the texts', () => {
  it.each(['fr', 'nl', 'en', 'de'] as const)('should have every code with its repair in %s, and no other', (locale) => {
    const keys = Object.keys(soundnessTexts[locale]).filter((key) => !key.startsWith('STEP_'));
    expect(keys.sort()).toEqual(codes.flatMap((code) => [code, `${code}_REPAIR`]).sort());
    expect(Object.keys(soundnessTexts[locale])).toEqual(Object.keys(soundnessTexts.en));
  });

  it.each(['fr', 'nl', 'de'] as const)('should fill in the same in %s as in English', (locale) => {
    for (const [key, text] of Object.entries(soundnessTexts.en)) {
      const translated = soundnessTexts[locale][key as keyof typeof soundnessTexts.en];
      expect([key, holesIn(translated)]).toEqual([key, holesIn(text)]);
    }
  });

  it('should tell what is wrong, how to repair it and how it comes to that', () => {
    const finding = { code: 'SOUNDNESS_DEADLOCK', params: { name: 'Join', missing: 'Check' } } as const;
    expect(soundnessMessage(finding, 'en')).toMatch(/^“Join” can wait for ever: .* from Check,/);
    expect(repairMessage(finding, 'fr')).toMatch(/^Réunissez/);
    const step = { kind: 'chosen', elementId: 'g', flowIds: ['f1', 'f2'] } as const;
    expect(stepMessage(step, (id) => id.toUpperCase(), 'en')).toBe('At “G” the choice is: F1 and F2.');
    expect(stepMessage(step, (id) => id.toUpperCase(), 'nl')).toBe('Bij „G” is de keuze: F1 en F2.');
  });
});

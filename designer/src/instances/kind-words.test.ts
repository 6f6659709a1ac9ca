import { elementTypes } from '@irisflow/protocol';
import { expect, test } from 'vitest';
import { missingCanvasTexts } from '../process/canvas-texts/translate.ts';
import { kindWords } from './kind-words.ts';

test('a kind is called as on the canvas', () => {
  expect(kindWords('USER_TASK', 'fr')).toBe('Tâche utilisateur');
  expect(kindWords('userTask', 'fr')).toBe('Tâche utilisateur');
  expect(kindWords('EVENT_SUB_PROCESS', 'en')).toBe('Event sub-process');
});

test.each(['fr', 'nl'] as const)('every kind that the engine names has its words in %s', (locale) => {
  for (const kind of elementTypes) kindWords(kind, locale);
  expect(missingCanvasTexts()).toEqual([]);
});

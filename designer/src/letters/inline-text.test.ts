import { expect, test } from 'vitest';
import type { Inline } from './letter.ts';
import { inlineToText, textToInline } from './inline-text.ts';

const line = 'Dossier **{ouvert}** {{case.reference}} du {{case.submittedOn|date}}, __vu__ { seul *';

test('a line is text, marks and fields', () => {
  expect(textToInline('Le {{today|date}} : **oui**')).toEqual<Inline[]>([
    { type: 'text', text: 'Le ' },
    { type: 'field', path: 'today', format: 'date' },
    { type: 'text', text: ' : ' },
    { type: 'text', text: 'oui', marks: ['bold'] },
  ]);
});

test('what was written comes back', () => {
  expect(inlineToText(textToInline(line))).toBe(line);
});

test('an empty line has no content', () => {
  expect(textToInline('')).toEqual([]);
});

import { expect, test } from 'vitest';
import type { Inline } from './letter.ts';
import { inlineToText, textToInline } from './inline-text.ts';

test('a line is text, marks and fields', () => {
  expect(textToInline('Le {{today|date}} : **oui {{case.reference}}**')).toEqual<Inline[]>([
    { type: 'text', text: 'Le ' },
    { type: 'field', path: 'today', format: 'date' },
    { type: 'text', text: ' : ' },
    { type: 'text', text: 'oui ', marks: [{ type: 'bold' }] },
    { type: 'field', path: 'case.reference', marks: [{ type: 'bold' }] },
  ]);
});

test('marks may be inside each other', () => {
  expect(textToInline('**a __b__**')).toEqual<Inline[]>([
    { type: 'text', text: 'a ', marks: [{ type: 'bold' }] },
    { type: 'text', text: 'b', marks: [{ type: 'bold' }, { type: 'italic' }] },
  ]);
});

test.each([
  'Dossier **{ouvert}** {{case.reference}} du {{case.submittedOn|date}}, __vu__ { seul *',
  '**tout {{decision.amount|money}} par mois**',
  '**a**__b__ c',
  '',
])('what was written comes back: %s', (line) => {
  expect(inlineToText(textToInline(line))).toBe(line);
});

test('a block without content is an empty line', () => {
  expect(inlineToText(undefined)).toBe('');
});

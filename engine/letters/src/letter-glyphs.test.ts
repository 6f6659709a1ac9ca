import { expect, test } from 'vitest';
import { letterPdf } from './letter-pdf.ts';
import { letterheadOf } from './letterhead.ts';
import { spansOf, unprintable } from './letter-glyphs.ts';

const regular = { bold: false, italic: false };

test('a name in another alphabet is written in a font that has it', () => {
  expect(spansOf('Zoë Παπαδοπούλου, Ștefan', regular)).toEqual([
    { text: 'Zoë ', font: 'regular' },
    { text: 'Παπαδοπούλου, ', font: 'otherRegular' },
    { text: 'Ștefan', font: 'regular' },
  ]);
  expect(unprintable('Zoë Παπαδοπούλου, Иванов, ≥ 2')).toEqual([]);
});

test('an accent that stands beside its letter is one glyph with it', () => {
  expect(spansOf('Zoe\u0308', regular)).toEqual([{ text: 'Zoë', font: 'regular' }]);
});

test('what no font has is named, never an empty box', () => {
  expect(unprintable('李 Wei 李')).toEqual(['李 (U+674E)']);
  expect(spansOf('李', regular)).toEqual([{ text: '[U+674E]', font: 'regular' }]);
});

test('marks without a shape need no glyph', () => {
  expect(unprintable('a\u200bb\nc\ufeff')).toEqual([]);
});

test('a long contact stays on its page', async () => {
  const contact = {
    name: 'Nadia Lambert',
    service: 'Dienst Huurtoelage en verhuistoelage, cel onderzoek van de aanvragen',
    email: 'huurtoelage.loyer@brussels-housing.example',
    phone: '+32 2 000 00 00',
  };
  const head = letterheadOf({
    locale: 'nl',
    administration: 'Brussel Huisvesting',
    recipient: ['Zoë Παπαδοπούλου'],
    today: '2026-11-27',
    reference: 'BH-RA-2026-000001-01',
    contact,
  });
  const pdf = await letterPdf({ locale: 'nl', subject: 'Beslissing', blocks: [] }, head, 0);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

import { deflateSync, crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import type { LetterLogo } from './letter-logo.ts';
import { letterPdf } from './letter-pdf.ts';
import { type LetterHouse, letterheadOf } from './letterhead.ts';

const contact = { name: 'Nadia Lambert', email: 'loyer@housing.example', phone: '+32 2 000 00 00' };
const house: LetterHouse = {
  accent: '#1b6445',
  logo: {
    kind: 'drawing',
    drawing: {
      x: 0,
      y: 0,
      width: 40,
      height: 20,
      paths: [
        {
          d: 'M 0 0 A 10 10 0 0 1 20 20 Z',
          matrix: [1, 0, 0, 1, 2, 0],
          fill: { color: '#1b6445', opacity: 0.5, rule: 'evenodd' },
          stroke: { color: '#000000', opacity: 1, width: 1, cap: 'round', join: 'round', miterLimit: 4 },
        },
      ],
    },
  },
  address: ['Rue du Progrès 80', '1035 Bruxelles'],
  footer: ['Ouvert du lundi au vendredi de 9 h à 12 h', 'housing.example'],
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** Four pixels that show through. */
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, ...Array(8).fill(0x7f), 0, ...Array(8).fill(0xff)] as number[]))),
  chunk('IEND', Buffer.alloc(0)),
]);

const print = async (of: LetterHouse | null, locale: 'fr' | 'nl' = 'nl'): Promise<string> => {
  const head = letterheadOf({
    locale,
    administration: locale === 'nl' ? 'Brussel Huisvesting' : 'Bruxelles Logement',
    recipient: ['Zoë'],
    today: '2026-11-27',
    reference: 'BH-1',
    contact: { ...contact, service: 'Dienst Huurtoelage en verhuistoelage, cel onderzoek van de aanvragen' },
    house: of,
  });
  return (await letterPdf({ locale, subject: 'Beslissing', blocks: [] }, head, 0)).toString('latin1');
};

test.each<[string, LetterLogo]>([
  ['drawn', house.logo as LetterLogo],
  ['of pixels', { kind: 'png', content: png }],
])('a logo that is %s is a figure that says whose it is, in the language of the letter', async (_kind, logo) => {
  const pdf = await print({ ...house, logo });
  expect(pdf).toContain('/S /Figure');
  expect(pdf).toContain('/Alt (Logo Brussel Huisvesting)');
  expect(await print({ ...house, logo }, 'fr')).toContain('/Alt (Logo Bruxelles Logement)');
  // Head and foot stay on their page.
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(pdf).toContain('pdfuaid');
});

test('an administration that says nothing has a letter without a figure', async () => {
  expect(await print(null)).not.toContain('/Figure');
});

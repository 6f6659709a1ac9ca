import { expect, test } from 'vitest';
import { ombudsText, remedyText, type Remedy } from './remedies.ts';

const same = (text: string) => ({ fr: text, nl: text, en: text });
const remedy: Remedy = {
  what: { fr: 'Recours', nl: 'Beroep', en: 'Appeal' },
  body: { fr: 'le fonctionnaire délégué', nl: 'de gemachtigde ambtenaar', en: 'the delegated official' },
  address: same('1000 Bruxelles'),
  length: 30,
  kind: 'calendarDays',
  by: ['registeredPost', 'email'],
};

test.each([
  [
    'fr',
    'Recours\u00a0: le fonctionnaire délégué, 1000 Bruxelles, dans un délai de 30 jours à partir de la réception de cette lettre, par lettre recommandée ou par e-mail.',
  ],
  [
    'nl',
    'Beroep: de gemachtigde ambtenaar, 1000 Bruxelles, binnen 30 dagen na de ontvangst van deze brief, per aangetekende brief of per e-mail.',
  ],
  [
    'en',
    'Appeal: the delegated official, 1000 Bruxelles, within 30 days of receiving this letter, by registered letter or by e-mail.',
  ],
] as const)('a remedy in %s names the body, its address, the term and the way', (locale, sentence) => {
  expect(remedyText(remedy, locale)).toBe(sentence);
});

test('one month is one month, and the law stands behind it', () => {
  const monthly: Remedy = { ...remedy, length: 1, kind: 'months', by: ['post'], legalRef: same('art. 7') };
  expect(remedyText(monthly, 'nl')).toMatch(/binnen 1 maand na .* per post \(art\. 7\)\.$/);
});

test('the ombuds service has a name and an address', () => {
  expect(ombudsText({ name: same('Ombuds'), address: same('1000 Brussel') }, 'nl')).toBe(
    'U kunt zich ook gratis wenden tot: Ombuds, 1000 Brussel.',
  );
});

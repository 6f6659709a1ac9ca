import { expect, test } from 'vitest';
import { letterNotice } from './letter-notice.ts';

const announced = {
  to: 'lea@example.org',
  reference: 'BH-RA-2026-000001-01',
  administration: 'Bruxelles Logement',
  url: 'http://localhost/fr/my/cases/1',
  answerBy: null,
} as const;

test.each([
  [
    'fr',
    'Répondez au plus tard le 1er décembre 2026\u00a0: informations demandées pour votre dossier BH-RA-2026-000001-01',
  ],
  ['nl', 'Antwoord uiterlijk op 1 december 2026: informatie gevraagd voor uw dossier BH-RA-2026-000001-01'],
  ['en', 'Answer by 1 December 2026: information needed for your file BH-RA-2026-000001-01'],
] as const)('a mail in %s says in its subject what is asked and until when', (language, subject) => {
  const notice = letterNotice({ ...announced, language, answerBy: '2026-12-01' });
  expect(notice.subject).toBe(subject);
  expect(notice.text).toContain(announced.url);
});

test('a mail that asks nothing announces the letter', () => {
  expect(letterNotice({ ...announced, language: 'fr' }).subject).toBe(
    'Un nouveau courrier dans votre dossier BH-RA-2026-000001-01',
  );
});

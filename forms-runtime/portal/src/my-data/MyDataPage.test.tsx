import { installPlatform } from '@irisflow/frame/testing';
import { createQueryClient, type AccessView } from '@irisflow/client';
import { I18nProvider, type Locale } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadEveryText } from '../testing/every-text.ts';
import { MyDataPage } from './MyDataPage.tsx';

const texts = { fr: 'Traitement de votre dossier', nl: 'Behandeling van uw dossier', en: 'Handling of your case' };

const opening: AccessView = {
  id: 'a1',
  kind: 'opening',
  firstAt: '2026-11-26T08:00:00Z',
  lastAt: '2026-11-26T15:40:00Z',
  by: { fr: 'Bruxelles Logement', nl: 'Brussel Huisvesting', en: 'Brussels Housing' },
  actingAs: 'agent',
  field: null,
  purpose: texts,
  caseId: 'c1',
  reference: 'BH-RA-2026-000042-17',
};
const unmasking: AccessView = {
  ...opening,
  id: 'a2',
  kind: 'unmasking',
  actingAs: 'administrator',
  lastAt: opening.firstAt,
};
const correction: AccessView = { ...unmasking, id: 'a3', kind: 'correction' };

const setUp = async (locale: Locale, accesses: readonly AccessView[]) => {
  installPlatform(({ path }) => ({ body: path === '/api/my/accesses' ? accesses : [] }));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <I18nProvider locale={locale} messages={await loadEveryText(locale)}>
        <MyDataPage />
      </I18nProvider>
    </QueryClientProvider>,
  );
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('who looked at my data', () => {
  test.each([
    [
      'fr',
      {
        openings: 'Les agents qui ont ouvert mes dossiers',
        corrections: 'Corrections et interventions',
        office: 'Bruxelles Logement',
        role: 'un agent',
      },
    ],
    [
      'nl',
      {
        openings: 'Medewerkers die mijn dossiers openden',
        corrections: 'Verbeteringen en tussenkomsten',
        office: 'Brussel Huisvesting',
        role: 'een medewerker',
      },
    ],
    [
      'en',
      {
        openings: 'Staff who opened my files',
        corrections: 'Corrections and interventions',
        office: 'Brussels Housing',
        role: 'a member of staff',
      },
    ],
  ] as const)(
    'in %s: openings apart from corrections, each with office, function, day and reason',
    async (locale, words) => {
      const { openings, corrections, office, role } = words;
      await setUp(locale, [correction, unmasking, opening]);
      const looks = await screen.findByRole('region', { name: openings });
      expect(within(looks).getAllByRole('listitem')).toHaveLength(2);
      expect(looks.textContent).toContain(office);
      expect(looks.textContent).toContain(role);
      expect(looks.textContent).toContain(texts[locale]);
      // one line for a day: from the first look to the last, Brussels time
      expect(looks.textContent).toMatch(/26\/11\/2026.*9:00.*16:40/);
      expect(within(screen.getByRole('region', { name: corrections })).getAllByRole('listitem')).toHaveLength(1);
    },
  );

  test('says so when nobody did', async () => {
    await setUp('fr', []);
    expect(await screen.findByText('Aucun agent n’a encore ouvert votre dossier.')).toBeTruthy();
    expect(screen.getByText('Personne n’a modifié votre dossier à la main.')).toBeTruthy();
  });

  test('that was a look of seconds names one moment', async () => {
    await setUp('fr', [{ ...opening, lastAt: '2026-11-26T08:00:31Z' }]);
    const moment = (await screen.findByText(/26\/11\/2026/)).textContent;
    expect(moment).not.toContain('–');
  });
});

import type { AccessibilityReports, AccessibilityStatement } from '@irisflow/client';
import { refusal } from '@irisflow/frame/testing';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = 'PUT /api/administration/accessibility-statement';
const same = (text: string) => ({ fr: text, nl: text, en: text });
const texts = {
  limits: { fr: 'Les plans.', nl: 'De plannen.', en: 'The plans.' },
  contact: same('access@housing.example'),
  enforcement: same('Ombuds'),
  reviewedOn: '2026-11-20',
};
const saved: AccessibilityStatement = {
  administration: { key: 'housing', name: same('Logement') },
  revision: 3,
  texts,
};

const open = (statement: AccessibilityStatement, answers: Answers = {}) =>
  openDesk({
    address: '/desk/administration/accessibility',
    session: administratorSession,
    answers: {
      'GET /api/administrations/housing/accessibility-statement': () => ({ body: statement }),
      'GET /api/administration/accessibility-reports': () => ({ body: { reports: [], more: false } }),
      [path]: ({ body }) => ({ body: { ...saved, revision: 4, texts: (body as typeof saved).texts } }),
      ...answers,
    },
  });

const report: AccessibilityReports['reports'][number] = {
  id: 'r1',
  words: 'De kaart is onleesbaar.',
  page: 'De kaart',
  email: 'ana?cc=x@example.org',
  language: 'nl',
  reportedAt: '2026-11-20T09:00:00.000Z',
  handledAt: null,
  erasedAt: '2027-11-20T09:00:00.000Z',
};
const handled = { ...report, handledAt: '2026-11-21T09:00:00.000Z', erasedAt: '2027-02-19T09:00:00.000Z' };

const limits = () => screen.findByLabelText<HTMLTextAreaElement>('Ce qui n’est pas accessible, et pourquoi (Français)');
const button = (name: string) => screen.getByRole('button', { name });
const dialog = () => within(screen.getByRole('dialog'));

describe('the statement on accessibility of my administration', () => {
  test('asks for each text in each language and a day that was, before it is saved', async () => {
    const { user, seen } = open({ ...saved, revision: 0, texts: null });
    await limits();
    expect(screen.getAllByRole('link', { current: 'page' }).map(({ textContent }) => textContent)).toContain(
      'Accessibilité',
    );
    expect(screen.queryByRole('link', { current: 'page', name: 'Accès aux dossiers' })).toBeNull();
    await user.click(button('Enregistrer et publier'));
    expect(screen.getAllByText('Écrivez ce texte dans chaque langue.')).toHaveLength(9);
    expect(screen.getByText('Donnez un jour, aujourd’hui au plus tard.')).not.toBeNull();
    expect(document.activeElement).toBe(await limits());
    expect(seen.some(({ method }) => method === 'PUT')).toBe(false);
  });

  test('is saved from the revision that was read, and again from the one that came of it', async () => {
    const { user, seen } = open(saved);
    await user.type(await limits(), ' Et les vidéos.');
    await user.click(button('Enregistrer et publier'));
    expect(await screen.findByText('La déclaration est enregistrée et visible sur le portail')).not.toBeNull();
    await user.click(button('Enregistrer et publier'));
    const bodies = seen.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    const now = { ...texts, limits: { ...texts.limits, fr: 'Les plans. Et les vidéos.' } };
    expect(bodies).toEqual([
      { revision: 3, texts: now },
      { revision: 4, texts: now },
    ]);
  });

  test('that a colleague saved meanwhile is told, and what was written stays', async () => {
    const { user } = open(saved, { [path]: () => refusal(409, 'STALE_REVISION') });
    await user.type(await limits(), ' Et les vidéos.');
    await user.click(button('Enregistrer et publier'));
    expect(await screen.findByText(/Un collègue a enregistré/)).not.toBeNull();
    expect((await limits()).value).toBe('Les plans. Et les vidéos.');
  });

  test('is given up only when asked again', async () => {
    const { user } = open(saved);
    await user.type(await limits(), ' Et les vidéos.');
    await user.click(button('Abandonner les changements'));
    await user.click(dialog().getByRole('button', { name: 'Annuler' }));
    expect((await limits()).value).toBe('Les plans. Et les vidéos.');
    await user.click(button('Abandonner les changements'));
    await user.click(dialog().getByRole('button', { name: 'Abandonner les changements' }));
    expect((await limits()).value).toBe('Les plans.');
    expect(screen.queryByRole('button', { name: 'Abandonner les changements' })).toBeNull();
  });

  test('begins from what somebody else saved meanwhile, once what was typed is given up', async () => {
    const theirs = { ...saved, revision: 4, texts: { ...texts, limits: same('Les cartes.') } };
    let isReplaced = false;
    const { user, seen } = open(saved, {
      'GET /api/administrations/housing/accessibility-statement': () => ({ body: isReplaced ? theirs : saved }),
      [path]: ({ body }) =>
        (body as { revision: number }).revision === 4
          ? { body: { ...theirs, revision: 5 } }
          : refusal(409, 'STALE_REVISION'),
    });
    await user.type(await limits(), ' Et les vidéos.');
    isReplaced = true;
    await user.click(button('Enregistrer et publier'));
    expect(await screen.findByText(/Un collègue a enregistré/)).not.toBeNull();
    expect((await limits()).value).toBe('Les plans. Et les vidéos.');
    await user.click(button('Abandonner les changements'));
    await user.click(dialog().getByRole('button', { name: 'Abandonner les changements' }));
    expect((await limits()).value).toBe('Les cartes.');
    await user.click(button('Enregistrer et publier'));
    expect(await screen.findByText('La déclaration est enregistrée et visible sur le portail')).not.toBeNull();
    expect(seen.filter(({ method }) => method === 'PUT').at(-1)?.body).toMatchObject({ revision: 4 });
  });

  test('is looked at as the portal shows it, in another language too', async () => {
    const { user } = open(saved);
    await limits();
    await user.click(button('Aperçu'));
    expect(dialog().getByText('Les plans.')).not.toBeNull();
    await user.click(dialog().getByRole('tab', { name: 'Nederlands' }));
    expect(dialog().getByText('De plannen.')).not.toBeNull();
    expect(dialog().getByRole('heading', { name: 'Een hindernis melden' })).not.toBeNull();
  });

  test('stands beside the obstacles that were reported, which are dealt with', async () => {
    const reports = (one: typeof report) => ({ body: { reports: [one], more: false } });
    const { user, seen } = open(saved, {
      'GET /api/administration/accessibility-reports': () => reports(report),
      'PUT /api/administration/accessibility-reports/r1/handling': () => reports(handled),
    });
    const region = within(await screen.findByRole('region', { name: 'Obstacles signalés' }));
    expect((await region.findByText('De kaart is onleesbaar.')).getAttribute('lang')).toBe('nl');
    expect(region.getByRole('link', { name: 'ana?cc=x@example.org' }).getAttribute('href')).toBe(
      'mailto:ana%3Fcc%3Dx@example.org',
    );
    await user.click(region.getByRole('button', { name: /^Marquer comme traité/ }));
    expect(await region.findByText('Traité le 21/11/2026')).toBeTruthy();
    expect(region.getByText('Sera effacé le 19/02/2027')).toBeTruthy();
    expect(region.getByRole('button', { name: /^À traiter de nouveau/ })).toBeTruthy();
    expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({ isHandled: true });
  });
});

import { refusal } from '@irisflow/frame/testing';
import type { ClosureView, RecountPreview } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = '/api/administration/closures';
const recount = '/api/administration/terms/recount';
const same = (text: string) => ({ fr: text, nl: text, en: text });

const iris: ClosureView = {
  id: 'k1',
  name: same('Fête de l’Iris'),
  recurs: 'yearly',
  date: '05-08',
  from: '2026-05-08',
  to: null,
  addedAt: '2026-11-20T09:00:00.000Z',
  addedBy: 'Karim Haddad',
};
const preview: RecountPreview = {
  counted: 12,
  changed: 1,
  wouldExpire: 0,
  items: [
    {
      termId: 't1',
      caseId: 'c1',
      reference: 'BH-RA-2026-000042-17',
      applicant: 'Amina El Idrissi',
      label: same('Avis'),
      dueOn: '2026-12-09',
      newDueOn: '2026-12-14',
      daysLeft: null,
      newDaysLeft: null,
      wouldExpire: false,
    },
  ],
  fingerprint: 'f'.repeat(64),
};

const open = (closures: readonly ClosureView[], more: Answers = {}) =>
  openDesk({
    address: '/desk/administration/closures',
    session: administratorSession,
    answers: {
      [`GET ${path}`]: () => ({ body: closures }),
      [`POST ${path}`]: () => ({ body: iris }),
      [`DELETE ${path}/k1`]: () => ({ status: 204 }),
      [`GET ${recount}`]: () => ({ body: preview }),
      [`POST ${recount}`]: () => ({ body: { changed: 1 } }),
      ...more,
    },
  });

const write = async (user: ReturnType<typeof open>['user']) => {
  await user.click(await screen.findByRole('button', { name: 'Ajouter une fermeture' }));
  const form = within(screen.getByRole('dialog'));
  for (const label of ['Nom en français', 'Nom en néerlandais', 'Nom en anglais'])
    await user.type(form.getByLabelText(label), 'Iris');
  return form;
};

const typeFirstDay = async (user: ReturnType<typeof open>['user'], form: Awaited<ReturnType<typeof write>>) => {
  const day = within(form.getByRole('group', { name: /Premier jour de fermeture/u }));
  await user.type(day.getByLabelText('Jour'), '28');
  await user.type(day.getByLabelText('Mois'), '12');
  await user.type(day.getByLabelText('Année'), '2026');
};

describe('the closing days of an administration', () => {
  test('are listed in words and can be removed', async () => {
    const listed = [iris];
    const { user, seen } = open(listed, {
      [`DELETE ${path}/k1`]: () => {
        listed.pop();
        return { status: 204 };
      },
    });
    expect(await screen.findByText('chaque année le 08/05, dès le 08/05/2026')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: /^Retirer/u }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('« Fête de l’Iris » est retiré')).toBeTruthy();
    expect(seen.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  test('grow by one day or a row of days', async () => {
    const { user, seen } = open([]);
    const form = await write(user);
    await user.click(form.getByRole('button', { name: 'Ajouter une fermeture' }));
    expect(form.getByText('Donnez un jour.')).toBeTruthy();
    await typeFirstDay(user, form);
    await user.click(form.getByRole('button', { name: 'Ajouter une fermeture' }));
    expect(await screen.findByText('« Iris » est ajouté')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      name: same('Iris'),
      recurs: 'once',
      from: '2026-12-28',
      to: '2026-12-28',
    });
  });

  test('that no calendar can have are refused at their field', async () => {
    const answers = {
      [`POST ${path}`]: () => refusal(400, 'INPUT_INVALID', [{ pointer: '/to', keyword: 'tooLong' }]),
    };
    const { user } = open([], answers);
    const form = await write(user);
    await typeFirstDay(user, form);
    await user.click(form.getByRole('button', { name: 'Ajouter une fermeture' }));
    expect(
      await form.findByText('Les bureaux seraient fermés plus de 60 jours de suite', { exact: false }),
    ).toBeTruthy();
  });

  test('move terms that run once somebody has seen which and said why', async () => {
    const { user, seen } = open([iris]);
    await user.click(await screen.findByRole('button', { name: 'Voir ce qui changerait' }));
    const row = within((await screen.findByText('BH-RA-2026-000042-17')).closest('tr') as HTMLElement);
    expect(row.getByText('09/12/2026')).toBeTruthy();
    expect(row.getByText('14/12/2026')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Recalculer 1 délai' }));
    expect(screen.getByText('Dites le motif.')).toBeTruthy();
    await user.type(screen.getByLabelText('Motif'), 'Pont');
    await user.click(screen.getByRole('button', { name: 'Recalculer 1 délai' }));
    expect(await screen.findByText('1 délai recalculé')).toBeTruthy();
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      rules: 'own',
      fingerprint: preview.fingerprint,
      reason: 'Pont',
    });
  });
});

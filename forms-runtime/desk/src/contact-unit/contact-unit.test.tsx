import type { ContactUnitView } from '@irisflow/client';
import { type Reply, refusal } from '@irisflow/frame/testing';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (words: string) => ({ fr: words, nl: words, en: words });
const unit = {
  name: text('Marchés'),
  person: null,
  address: text('Rue Haute 1'),
  phone: '02 123 45 67',
  email: 'markets@example.org',
  hours: text('9 à 12 h'),
};
const open = (kept: ContactUnitView, save: () => Reply = () => ({ body: { revision: 1, unit } })) =>
  openDesk({
    address: '/desk/administration/contact-unit',
    session: administratorSession,
    answers: {
      'GET /api/administration/contact-unit': () => ({ body: kept }),
      'PUT /api/administration/contact-unit': save,
    },
  });

describe('the page of the contact unit', () => {
  test('asks for every language before it saves, and leads to what is missing', async () => {
    const { seen, user } = open({ revision: 0, unit: null });
    await screen.findByText(/n’a pas encore indiqué d’unité de contact/);
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const first = screen.getByLabelText(/Service \(Français\)/);
    expect(document.activeElement).toBe(first);
    for (const field of screen.getAllByLabelText(/^Service \(/)) await user.type(field, 'Marchés');
    for (const field of screen.getAllByLabelText(/^Adresse \(/)) await user.type(field, 'Rue Haute 1');
    for (const field of screen.getAllByLabelText(/^Heures d’ouverture \(/)) await user.type(field, '9 à 12 h');
    await user.type(screen.getByLabelText(/^Téléphone/), '02 123 45 67');
    await user.type(screen.getByLabelText(/^Adresse e-mail/), 'markets@example.org');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Unité de contact enregistrée');
    expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({ revision: 0, unit });
  });

  test('says what the platform refuses where it is, and asks before it forgets what was typed', async () => {
    const errors = [{ pointer: '/hours/nl', keyword: 'unprintable', params: { found: '王' } }];
    const { user } = open({ revision: 1, unit }, () => refusal(400, 'INPUT_INVALID', errors));
    await user.type(await screen.findByLabelText(/^Heures d’ouverture \(Nederlands\)/), ' 王');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText(/ne peuvent pas imprimer « 王 »/);
    await user.click(screen.getByRole('button', { name: 'Annuler les modifications' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Annuler les modifications' }));
    expect(screen.getByLabelText<HTMLInputElement>(/^Heures d’ouverture \(Nederlands\)/).value).toBe('9 à 12 h');
  });
});

import { refusal } from '@irisflow/frame/testing';
import type { AccessRuleView, ReachPreview } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { administratorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const path = '/api/administrations/housing/access-rules';
const same = (text: string) => ({ fr: text, nl: text, en: text });

const roofs: AccessRuleView = {
  id: 'rule-of-the-roofs',
  name: { fr: 'Équipe toits', nl: 'Team daken', en: 'Roofs team' },
  groups: ['team-a'],
  people: [{ id: 'person-of-the-desk-1', name: 'Bart Peeters' }],
  procedures: ['roof-aid'],
  languages: ['nl'],
  communes: ['21009'],
  showsDocuments: false,
};
const preview: ReachPreview = {
  seen: { cases: 12, tasks: 3, documents: 0 },
  all: { cases: 40, tasks: 9, documents: 60 },
  procedures: [{ key: 'roof-aid', title: same('Prime toiture'), cases: 12, all: 12 }],
};
const bart = {
  id: 'person-of-the-desk-1',
  name: 'Bart Peeters',
  email: null,
  administration: 'housing',
  roles: ['agent'],
  groups: [],
  rolesFrom: 'here',
  isMe: false,
};

const open = (rules: readonly AccessRuleView[], more: Answers = {}) =>
  openDesk({
    address: '/desk/administration/access',
    session: administratorSession,
    answers: {
      [`GET ${path}`]: () => ({
        body: { rules, communes: [{ nis: '21009', name: { fr: 'Ixelles', nl: 'Elsene', en: 'Ixelles' } }] },
      }),
      [`POST ${path}`]: () => ({ body: roofs }),
      [`POST ${path}/preview`]: () => ({ body: preview }),
      [`DELETE ${path}/${roofs.id}`]: () => ({ status: 204 }),
      'GET /api/administrations/housing': () => ({
        body: {
          key: 'housing',
          name: same('Logement'),
          services: [],
          groups: [{ key: 'team-a', name: same('Équipe A'), service: null }],
        },
      }),
      'GET /api/staff': () => ({ body: { items: [bart], total: 1, nextCursor: null } }),
      [`GET /api/staff/${bart.id}/access`]: () => ({ body: preview }),
      'GET /api/administration/processing': () => ({
        body: [{ procedureKey: 'roof-aid', title: same('Prime toiture') }],
      }),
      ...more,
    },
  });

describe('rules of access', () => {
  test('say in words whom they bound, and to what', async () => {
    open([roofs]);
    const row = within((await screen.findByText('Équipe toits', { selector: 'strong' })).closest('tr') as HTMLElement);
    expect(await row.findByText(/Équipe A, Bart Peeters/)).toBeTruthy();
    expect(await row.findByText(/Prime toiture/)).toBeTruthy();
    expect(row.getByText('en néerlandais')).toBeTruthy();
    expect(row.getByText('à Ixelles')).toBeTruthy();
    expect(row.getByText('sans les documents')).toBeTruthy();
  });

  test('are tried before they hold, and ask for what is missing', async () => {
    const { user, seen } = open([]);
    expect(await screen.findByText('Il n’y a pas de règle')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Ajouter une règle' }));
    const form = within(screen.getByRole('dialog'));
    await user.click(form.getByRole('button', { name: 'Enregistrer' }));
    expect(form.getByText('Choisissez un groupe ou une personne.')).toBeTruthy();
    for (const field of form.getAllByLabelText(/^Nom en/)) await user.type(field, 'Toits');
    await user.click(await form.findByLabelText('Équipe A'));
    await user.click(await form.findByLabelText('Prime toiture'));
    await user.click(form.getByLabelText('Ixelles'));
    await user.click(form.getByRole('button', { name: 'Essayer' }));
    expect(await form.findByText('3 sur 9')).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('La règle « Toits » est en vigueur')).toBeTruthy();
    expect(seen.find(({ method, path: asked }) => method === 'POST' && asked === path)?.body).toEqual({
      name: same('Toits'),
      groups: ['team-a'],
      people: [],
      procedures: ['roof-aid'],
      languages: null,
      communes: ['21009'],
      showsDocuments: true,
    });
  });

  test('are removed after a question that says what follows', async () => {
    const { user, seen } = open([roofs]);
    await user.click(await screen.findByRole('button', { name: /Retirer ?Équipe toits/ }));
    expect(screen.getByText(/verront aussitôt tous les dossiers/)).toBeTruthy();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('La règle « Équipe toits » est retirée')).toBeTruthy();
    expect(seen.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  test('that combine too much say so, and one that would lock everybody out is refused in words', async () => {
    const { user } = open([roofs], {
      [`PUT ${path}/${roofs.id}`]: () =>
        refusal(400, 'INPUT_INVALID', [{ pointer: '/procedures', keyword: 'tooMany' }]),
    });
    await user.click(await screen.findByRole('button', { name: /Modifier ?Équipe toits/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText(/combine trop de démarches/)).toBeTruthy();
  });

  test('show what somebody sees now', async () => {
    const { user } = open([roofs]);
    await user.selectOptions(
      await screen.findByLabelText('Personne'),
      await screen.findByRole('option', { name: 'Bart Peeters' }),
    );
    expect(await screen.findByText('0 sur 60')).toBeTruthy();
    expect(screen.getAllByText('12 sur 40')).toHaveLength(1);
  });
});

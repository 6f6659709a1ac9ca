import type { SavedView, ViewDefinition, ViewField, ViewRow } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, freeTask } from '../testing/sample-views.ts';

afterEach(() => {
  closeDesk();
  sessionStorage.clear();
});

const same = (text: string) => ({ fr: text, nl: text, en: text });
const field = (key: string, kind: ViewField['kind'], label: string, more: Partial<ViewField> = {}): ViewField => ({
  key,
  kind,
  label: same(label),
  group: null,
  choices: [],
  mayBeEmpty: false,
  ...more,
});
const ofForm = { group: same('Allocation de loyer'), mayBeEmpty: true };
const rent = 'rent-allowance//monthlyRent';

const fields: readonly ViewField[] = [
  field('daysLeft', 'number', 'Jours légaux restants', { mayBeEmpty: true }),
  field('task', 'text', 'Tâche'),
  field('applicant', 'text', 'Demandeur ou référence'),
  field('assignee', 'choice', 'Chez'),
  field('status', 'choice', 'Statut du dossier', {
    choices: [
      { value: 'complete', label: same('Complet') },
      { value: 'incomplete', label: same('Attend le demandeur') },
    ],
  }),
  field('unread', 'yesNo', 'Message non lu'),
  field(rent, 'number', 'Loyer mensuel', ofForm),
  field('rent-allowance//leaseStart', 'date', 'Début du bail', ofForm),
];

const definition: ViewDefinition = {
  list: 'team',
  filter: { match: 'all', parts: [{ field: rent, operator: 'atLeast', values: ['700'] }] },
  columns: ['daysLeft', 'task', rent],
  sort: 'due',
};
const saved: SavedView = {
  id: 'v'.repeat(22),
  name: 'Loyers élevés',
  definition,
  shared: false,
  owner: { id: 'nadia', name: 'Nadia Lambert' },
  isMine: true,
  mayChange: true,
  revision: 3,
  updatedAt: '2026-11-25T09:00:00Z',
};
const theirs: SavedView = {
  ...saved,
  id: 'w'.repeat(22),
  name: 'Équipe',
  shared: true,
  owner: { id: 'wim', name: 'Wim Peeters' },
  isMine: false,
  mayChange: false,
};
const row: ViewRow = { ...freeTask, cells: { task: freeTask.name, [rent]: same('812,00 €') } };
const page = (items: readonly ViewRow[], more: object = {}) => ({
  items,
  looked: items.length,
  nextCursor: null,
  ...more,
});

const answers = (more: Answers = {}): Answers => ({
  'GET /api/views': () => ({ body: { views: [saved, theirs], defaultId: null } }),
  'GET /api/views/fields': () => ({ body: fields }),
  'POST /api/views/tasks': () => ({ body: page([row]) }),
  ...more,
});

const open = (address: string, more: Answers = {}) =>
  openDesk({ address: `/desk${address}`, session: agentSession, answers: answers(more) });

const lastAsked = (seen: ReturnType<typeof open>['seen']): ViewDefinition => {
  const body = seen.findLast(({ path }) => path === '/api/views/tasks')?.body ?? {};
  return (body as { definition: ViewDefinition }).definition;
};

describe('a new view', () => {
  test('is drawn up from fields that are found by a word, shows its tasks, and is saved under a name', async () => {
    const { user, seen } = open('/views/new', { 'POST /api/views': () => ({ body: { ...saved, revision: 1 } }) });
    await user.click(await screen.findByRole('button', { name: 'Ajouter une condition' }));
    const picker = screen.getByRole('dialog', { name: 'Ajouter une condition' });
    await user.type(within(picker).getByLabelText('Chercher un champ'), 'loyer mens');
    await user.click(within(picker).getByRole('button', { name: /Loyer mensuel/ }));
    expect(document.activeElement).toBe(screen.getByLabelText('Loyer mensuel : comparaison'));
    // Until it has a value, it is not asked, and not saved.
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Indiquez une valeur pour cette condition')).toBeTruthy();
    await user.type(screen.getByLabelText('Loyer mensuel, au moins'), '700');
    await waitFor(() => expect(lastAsked(seen).filter.parts).toEqual(definition.filter.parts));

    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const dialog = screen.getByRole('dialog', { name: 'Enregistrer la vue' });
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(within(dialog).getByText('Donnez un nom à la vue')).toBeTruthy();
    await user.type(within(dialog).getByLabelText(/Nom de la vue/), 'Loyers élevés');
    await user.click(within(dialog).getByRole('checkbox', { name: /Partager/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await screen.findByRole('heading', { level: 1, name: 'Loyers élevés' });
    expect(seen.find(({ method, path }) => method === 'POST' && path === '/api/views')?.body).toMatchObject({
      name: 'Loyers élevés',
      shared: true,
      definition: { list: 'team', filter: definition.filter },
    });
    expect(window.location.pathname).toBe(`/desk/views/${saved.id}`);
  });

  test('has groups of which any condition holds, choices in a list, and questions without a value', async () => {
    const { user, seen } = open('/views/new');
    await user.click(await screen.findByRole('button', { name: 'Ajouter un groupe' }));
    const group = screen.getByRole('group', { name: 'au moins une condition' });
    for (const name of [/Statut du dossier/, /Message non lu/]) {
      await user.click(within(group).getByRole('button', { name: 'Ajouter une condition' }));
      await user.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
    }
    await user.click(screen.getByRole('button', { name: /Statut du dossier.*Choisir/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Complet' }));
    await user.click(screen.getByRole('button', { name: 'Terminé' }));
    await waitFor(() =>
      expect(lastAsked(seen).filter).toEqual({
        match: 'all',
        parts: [
          {
            match: 'any',
            parts: [
              { field: 'status', operator: 'oneOf', values: ['complete'] },
              { field: 'unread', operator: 'yes', values: [] },
            ],
          },
        ],
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Retirer la condition sur Message non lu' }));
    expect(within(group).queryByText('Message non lu')).toBeNull();
  });
});

describe('ticking in a view', () => {
  const ofBulk = (id: string, more: Partial<ViewRow> = {}): ViewRow => ({
    ...row,
    id,
    reference: `R-${id}`,
    bulk: true,
    ...more,
  });

  test('takes tasks of one step, all that the view has of it, to the page that decides them together', async () => {
    const others = ofBulk('204', { elementId: 'validate' });
    const { user, seen } = open(`/views/${saved.id}`, {
      'POST /api/views/tasks': ({ body }) => ({
        body:
          (body as { element?: string }).element === undefined
            ? page([ofBulk('201'), ofBulk('202'), others], { nextCursor: 'more', looked: 900 })
            : page([ofBulk('201'), ofBulk('202'), ofBulk('203')]),
      }),
    });
    await user.click(await screen.findByRole('checkbox', { name: /R-201/ }));
    await user.click(screen.getByRole('checkbox', { name: /R-204/ }));
    expect(await screen.findByText(/Seules les tâches d’une même étape/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Toute la liste' }));
    await screen.findByText('3 tâches cochées');
    const asked = seen.find(({ body }) => (body as { element?: string } | undefined)?.element !== undefined)?.body;
    expect(asked).toMatchObject({ procedure: row.procedureKey, element: row.elementId, limit: 100 });
    await user.click(screen.getByRole('button', { name: 'Décider ensemble' }));
    expect(window.location.pathname).toBe('/desk/bulk/new');
    expect(window.history.state).toEqual({ bulkTaskIds: ['201', '202', '203'] });
  });

  test('has no boxes where nothing is offered', async () => {
    open(`/views/${saved.id}`);
    await screen.findByText(/812/);
    expect(screen.queryByRole('checkbox', { name: /Cocher/ })).toBeNull();
  });

  test('forgets what is ticked when the view asks for something else', async () => {
    const { user } = open(`/views/${saved.id}`, { 'POST /api/views/tasks': () => ({ body: page([ofBulk('201')]) }) });
    await user.click(await screen.findByRole('checkbox', { name: /R-201/ }));
    await screen.findByText('1 tâche cochée');
    await user.click(screen.getByText('Filtre : 1 condition'));
    await user.click(screen.getByRole('button', { name: 'Retirer la condition sur Loyer mensuel' }));
    await waitFor(() => expect(screen.queryByText('1 tâche cochée')).toBeNull());
  });
});

describe('a saved view', () => {
  test('shows its columns, and what one changes in it is saved or undone', async () => {
    const { user, seen } = open(`/views/${saved.id}`, {
      [`PUT /api/views/${saved.id}`]: () => ({ body: { ...saved, revision: 4 } }),
    });
    const table = await screen.findByRole('table', { name: 'Loyers élevés' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Jours légaux restants', 'Tâche', 'Loyer mensuel', 'Actions']);
    expect(within(table).getByText('812,00 €')).toBeTruthy();
    expect(within(table).getByRole('link', { name: 'Instruire la demande' }).getAttribute('href')).toBe(
      '/desk/tasks/101',
    );

    await user.click(screen.getByText('3 colonnes et ordre'));
    await user.click(screen.getByRole('button', { name: 'Loyer mensuel\u00a0: plus tôt' }));
    await user.click(screen.getByRole('button', { name: 'Retirer la colonne Jours légaux restants' }));
    expect(screen.getByText('Modifications non enregistrées')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Annuler les modifications' }));
    expect(screen.queryByText('Modifications non enregistrées')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Retirer la colonne Jours légaux restants' }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() =>
      expect(seen.find(({ method }) => method === 'PUT')?.body).toMatchObject({
        revision: 3,
        shared: false,
        definition: { columns: ['task', rent] },
      }),
    );
  });

  test('keeps what was not saved through another page, and says when a colleague saved meanwhile', async () => {
    const stale = { status: 409, body: { status: 409, code: 'STALE_REVISION', title: 'x', type: 'x' } };
    const { user } = open(`/views/${saved.id}`, { [`PUT /api/views/${saved.id}`]: () => stale });
    await user.click(await screen.findByText('3 colonnes et ordre'));
    await user.click(screen.getByRole('button', { name: 'Retirer la colonne Tâche' }));
    await user.click(screen.getByRole('link', { name: /Équipe/ }));
    await screen.findByRole('heading', { level: 1, name: 'Équipe' });
    await user.click(screen.getByRole('link', { name: 'Loyers élevés' }));
    expect(await screen.findByText('Modifications non enregistrées')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Une version plus récente existe')).toBeTruthy();
  });

  test('of a colleague is copied, and neither renamed nor deleted', async () => {
    const { user } = open(`/views/${theirs.id}`);
    await user.click(await screen.findByRole('button', { name: 'Actions' }));
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Enregistrer une copie',
      'Ouvrir le bureau avec cette vue',
      'Télécharger en CSV',
    ]);
    await user.click(screen.getByRole('menuitem', { name: 'Enregistrer une copie' }));
    expect(screen.getByLabelText(/Nom de la vue/)).toHaveProperty('value', 'Équipe, copie');
  });

  test('goes after a question, and the desk opens with one that was chosen', async () => {
    let defaultId: string | null = null;
    const { user, seen } = open(`/views/${saved.id}`, {
      'GET /api/views': () => ({ body: { views: [saved], defaultId } }),
      'PUT /api/desk/default-view': () => {
        defaultId = saved.id;
        return { status: 204 };
      },
      [`DELETE /api/views/${saved.id}`]: () => ({ status: 204 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'Ouvrir le bureau avec cette vue' }));
    await screen.findByText('s’ouvre au départ');
    await user.click(screen.getByRole('link', { name: /^Mes tâches/ }));
    await screen.findByRole('heading', { level: 1, name: 'Mes tâches' });
    await user.click(screen.getByRole('link', { name: /^Tâches/ }));
    await screen.findByRole('heading', { level: 1, name: 'Loyers élevés' });

    await user.click(screen.getByRole('button', { name: 'Actions' }));
    await user.click(screen.getByRole('menuitem', { name: 'Supprimer la vue' }));
    const dialog = screen.getByRole('dialog', { name: 'Supprimer la vue «\u00a0Loyers élevés\u00a0»\u00a0?' });
    await user.click(within(dialog).getByRole('button', { name: 'Supprimer la vue' }));
    await screen.findByText('Vue supprimée : Loyers élevés');
    expect(seen.some(({ method }) => method === 'DELETE')).toBe(true);
  });

  test('says how far it looked, that nothing fits, that a field is gone, and that it is gone itself', async () => {
    const { user, seen } = open(`/views/${saved.id}`, {
      'POST /api/views/tasks': ({ body }) => ({
        body:
          (body as { cursor?: string }).cursor === undefined ? page([], { looked: 2000, nextCursor: 'c' }) : page([]),
      }),
      'GET /api/views/fields': () => ({ body: fields.filter(({ key }) => key !== rent) }),
    });
    expect(await screen.findByText('0 trouvées parmi les 2000 premières')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Chercher plus loin' }));
    expect(await screen.findByText('Aucune tâche ne correspond')).toBeTruthy();
    expect(seen.at(-1)?.body).toMatchObject({ cursor: 'c' });
    await user.click(screen.getByText('Filtre : 1 condition'));
    expect(screen.getAllByText('Ce champ n’existe plus ou ne vous est pas ouvert')[0]).toBeTruthy();
    closeDesk();
    open('/views/nowhere');
    expect(await screen.findByText('Cette vue n’existe pas ou n’est plus partagée')).toBeTruthy();
  });
});

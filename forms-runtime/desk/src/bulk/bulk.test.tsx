import type { BulkAssessment, BulkDecisionView, BulkReason, TaskSummary } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, freeTask, lateTask, proposalForm } from '../testing/sample-views.ts';

afterEach(closeDesk);

const one: TaskSummary = { ...freeTask, bulk: true };
const two: TaskSummary = { ...freeTask, id: '112', reference: 'BH-RA-2026-000043-15', bulk: true };
const other: TaskSummary = {
  ...freeTask,
  id: '103',
  elementId: 'validate',
  reference: 'BH-RA-2026-000044-12',
  bulk: true,
};
const theirs: TaskSummary = { ...lateTask, bulk: true, assignee: { id: 'wim', name: 'Wim Peeters' } };

const kind = {
  procedureKey: one.procedureKey,
  procedureVersion: 1,
  elementId: one.elementId,
  procedureTitle: one.procedureTitle,
  taskName: one.name,
};
const assessed = (task: TaskSummary, reason: BulkReason | null, data: Record<string, unknown> = {}) => ({
  taskId: task.id,
  caseId: task.caseId,
  reference: task.reference,
  applicant: task.applicant,
  reason,
  onBehalfOf: null,
  data,
  masked: [],
});

const view = (more: Partial<BulkDecisionView> = {}): BulkDecisionView => ({
  id: 'b'.repeat(22),
  kind,
  startedAt: '2026-11-25T09:00:00Z',
  startedBy: { id: 'nadia', name: 'Nadia Lambert' },
  state: 'running',
  counts: { total: 2, waiting: 2, done: 0, failed: 0, canceled: 0 },
  answers: [],
  items: [],
  ...more,
});

const answers = (assessment: Pick<BulkAssessment, 'tasks'>, more: Answers = {}): Answers => ({
  'GET /api/tasks': () => ({ body: { items: [one, two, other, theirs], total: 4, nextCursor: null } }),
  'POST /api/bulk-decisions/assessment': () => ({
    body: { form: proposalForm, fields: ['/remark'], shown: ['/outcome'], kind, ...assessment },
  }),
  'POST /api/bulk-decisions': () => ({ body: view() }),
  [`GET /api/bulk-decisions/${view().id}`]: () => ({ body: view() }),
  ...more,
});

const tick = (reference: string) => screen.getByRole('checkbox', { name: new RegExp(`Cocher.*${reference}`) });

describe('deciding together', () => {
  test('ticks tasks of one kind that nobody else has, and all that the list has of it', async () => {
    const { user, seen } = openDesk({
      address: '/desk/?view=team',
      session: agentSession,
      answers: answers({ tasks: [] }),
    });
    await screen.findAllByRole('link', { name: /Amina/ });
    expect(screen.queryByRole('checkbox', { name: new RegExp(theirs.reference) })).toBeNull();
    await user.click(tick(one.reference));
    // One of another step is not ticked, and a click on it says why.
    expect(tick(other.reference).getAttribute('aria-disabled')).toBe('true');
    await user.click(tick(other.reference));
    expect(tick(other.reference)).toHaveProperty('checked', false);
    expect(await screen.findByText(/Seules les tâches d’une même étape se décident ensemble/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Toute la liste' }));
    await screen.findByText('2 tâches cochées');
    expect(seen.at(-1)?.query).toMatchObject({ view: 'team', procedure: one.procedureKey, element: 'instruct' });
    await user.click(screen.getByRole('button', { name: 'Décocher' }));
    expect(screen.queryByRole('button', { name: 'Décider ensemble' })).toBeNull();
  });

  test('ticks from one task to another with the shift key, and by keyboard without the mouse', async () => {
    const { user } = openDesk({ address: '/desk/?view=team', session: agentSession, answers: answers({ tasks: [] }) });
    await screen.findAllByRole('link', { name: /Amina/ });
    await user.click(tick(two.reference));
    await user.keyboard('{Shift>}');
    await user.click(tick(one.reference));
    await user.keyboard('{/Shift}');
    await screen.findByText('2 tâches cochées');
    await user.click(screen.getByRole('button', { name: 'Décocher' }));
    screen.getByRole('link', { name: new RegExp(one.reference) }).focus();
    await user.keyboard('x');
    await screen.findByText('1 tâche cochée');
    screen.getByRole('link', { name: new RegExp(other.reference) }).focus();
    await user.keyboard('X');
    // Whatever stands between and is of another step stays out, with a word.
    await screen.findByText('2 tâches cochées');
    expect(screen.getByText(/Seules les tâches d’une même étape/)).toBeTruthy();
  });

  const openForm = async (tasks: BulkAssessment['tasks'], more: Answers = {}) => {
    const opened = openDesk({ address: '/desk/?view=team', session: agentSession, answers: answers({ tasks }, more) });
    await screen.findAllByRole('link', { name: /Amina/ });
    await opened.user.click(tick(one.reference));
    await opened.user.click(tick(two.reference));
    await opened.user.click(screen.getByRole('button', { name: 'Décider ensemble' }));
    await screen.findByRole('heading', { level: 1, name: 'Décider ensemble' });
    return opened;
  };

  test('names who stays out, asks once, says what is decided for how many, and shows the progress', async () => {
    const { user, seen } = await openForm([
      { ...assessed(one, null, { outcome: 'grant' }), onBehalfOf: { id: 'anne', name: 'Anne Maes' } },
      assessed(two, 'contradiction'),
    ]);
    expect(await screen.findByText('1 dossier peut être décidé.')).toBeTruthy();
    const row = screen.getByRole('link', { name: two.reference }).closest('tr');
    expect(within(row!).getByText('Une source contredit le demandeur')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Dossiers à décider' })).getByText('Accorder')).toBeTruthy();
    expect(screen.getByText('Pour Anne Maes, par délégation')).toBeTruthy();
    // What the process brings for each case is not asked here.
    expect(screen.queryByRole('radio')).toBeNull();
    await user.type(screen.getByLabelText(/Remarque/), 'Dossier complet');
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    const dialog = screen.getByRole('dialog', { name: 'Décider 1 dossier\u00a0?' });
    expect(within(dialog).getByRole('listitem').textContent).toBe('Accorder pour 1 dossier');
    await user.click(within(dialog).getByRole('button', { name: 'Décider 1 dossier' }));
    await screen.findByText('En cours');
    expect(seen.find(({ method, path }) => method === 'POST' && path === '/api/bulk-decisions')?.body).toEqual({
      taskIds: [one.id],
      answers: { '/remark': 'Dossier complet' },
    });
    expect(window.location.pathname).toBe(`/desk/bulk/${view().id}`);
  });

  test('shows a few of many who stay out, so that what is decided stays in sight', async () => {
    const many = Array.from({ length: 129 }, (_, index) =>
      assessed({ ...one, id: `9${index}`, reference: `R-${index}` }, 'contradiction'),
    );
    const { user } = await openForm([assessed(two, null, { outcome: 'grant' }), ...many]);
    const leftOut = await screen.findByRole('region', { name: '129 dossiers restent à part' });
    expect(within(leftOut).getAllByRole('link')).toHaveLength(5);
    await user.click(within(leftOut).getByRole('button', { name: 'Afficher les 129' }));
    expect(within(leftOut).getAllByRole('link')).toHaveLength(129);
  });

  test('keeps out whose form needs an answer of its own', async () => {
    const { user } = await openForm([assessed(one, null, { outcome: 'grant' }), assessed(two, null)]);
    await user.click(await screen.findByRole('button', { name: 'Continuer' }));
    const dialog = screen.getByRole('dialog', { name: 'Décider 1 dossier\u00a0?' });
    expect(within(dialog).getByText(/1 dossier demande une réponse propre/)).toBeTruthy();
    expect(within(dialog).getByRole('link', { name: two.reference })).toBeTruthy();
  });

  test('without tasks, the page says where to tick them', async () => {
    openDesk({ address: '/desk/bulk/new', session: agentSession, answers: answers({ tasks: [] }) });
    expect(await screen.findByText('Aucune tâche n’est cochée')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Voir les tâches' }).getAttribute('href')).toBe('/desk/');
  });
});

describe('a bulk decision', () => {
  const item = {
    taskId: '101',
    caseId: 'c1',
    reference: one.reference,
    applicant: one.applicant,
    onBehalfOf: null,
    fields: [],
  };

  test('tells at its end which were not decided and why, and tries them again', async () => {
    const finished = view({
      state: 'finished',
      counts: { total: 3, waiting: 0, done: 1, failed: 2, canceled: 0 },
      items: [
        { ...item, state: 'done', reason: null, onBehalfOf: { id: 'anne', name: 'Anne Maes' } },
        { ...item, taskId: '102', reference: 'R-2', state: 'failed', reason: 'taken' },
        {
          ...item,
          taskId: '103',
          reference: 'R-3',
          state: 'failed',
          reason: 'formInvalid',
          fields: [{ fr: 'Montant', nl: 'Bedrag', en: 'Amount' }],
        },
      ],
    });
    const { user, seen } = openDesk({
      address: `/desk/bulk/${finished.id}`,
      session: agentSession,
      answers: answers(
        { tasks: [] },
        {
          [`GET /api/bulk-decisions/${finished.id}`]: () => ({ body: finished }),
          [`POST /api/bulk-decisions/${finished.id}/resumption`]: () => ({ body: view() }),
        },
      ),
    });
    await screen.findByText('Terminée');
    expect(screen.getByRole('status').textContent).toBe('Terminée – décidés\u00a0: 1, non décidés\u00a0: 2');
    const failures = screen.getByRole('region', { name: '2 dossiers n’ont pas été décidés' });
    expect(within(failures).getByText('Un collègue a pris la tâche')).toBeTruthy();
    expect(screen.getByText(/\(Pour Anne Maes, par délégation\)/)).toBeTruthy();
    expect(within(failures).getByText('À corriger : Montant')).toBeTruthy();
    expect(within(failures).getByRole('link', { name: 'R-2' }).getAttribute('href')).toBe('/desk/tasks/102');
    await user.click(screen.getByRole('button', { name: 'Réessayer le reste' }));
    await waitFor(() => expect(seen.some(({ path }) => path.endsWith('/resumption'))).toBe(true));
  });

  test('is stopped after a question', async () => {
    const canceled = view({ state: 'canceled', counts: { total: 2, waiting: 0, done: 0, failed: 0, canceled: 2 } });
    const { user } = openDesk({
      address: `/desk/bulk/${canceled.id}`,
      session: agentSession,
      answers: answers(
        { tasks: [] },
        { [`POST /api/bulk-decisions/${canceled.id}/cancellation`]: () => ({ body: canceled }) },
      ),
    });
    await user.click(await screen.findByRole('button', { name: 'Arrêter' }));
    const dialog = screen.getByRole('dialog', { name: 'Arrêter la décision groupée\u00a0?' });
    await user.click(within(dialog).getByRole('button', { name: 'Arrêter' }));
    expect(await screen.findByText('Arrêtée')).toBeTruthy();
  });
});

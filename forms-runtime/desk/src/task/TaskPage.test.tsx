import { refusal, type Reply } from '@irisflow/frame/testing';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import type { TaskView } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { agentSession, freeTask, myTask, supervisorSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const COMPLETION = 'POST /api/tasks/101/completion';

/** A platform with one task, which may change between two looks. */
const withTask = (...looks: readonly TaskView[]): Answers => {
  let look = 0;
  return {
    'GET /api/tasks/101': (): Reply => ({ body: looks[Math.min(look++, looks.length - 1)] }),
    'PUT /api/tasks/101/draft': () => ({ status: 204 }),
  };
};

const open = (answers: Answers) => openDesk({ address: '/desk/tasks/101', session: agentSession, answers });
const complete = () => screen.findByRole('button', { name: 'Terminer la tâche' });

describe('a task', () => {
  test('that decides is confirmed with the decision and the applicant in the text, then the list comes back', async () => {
    const { user, seen } = open({ ...withTask(myTask), [COMPLETION]: () => ({ body: myTask }) });

    await user.click(await screen.findByRole('radio', { name: 'Refuser' }));
    await user.click(await complete());
    const dialog = screen.getByRole('dialog', { name: 'Confirmez votre choix' });
    expect(dialog.textContent).toContain('Que proposez-vous\u00a0?');
    expect(within(dialog).getByText('Refuser')).toBeTruthy();
    expect(within(dialog).getByText(/Amina El Idrissi/)).toBeTruthy();
    expect(seen.some(({ path }) => path.endsWith('/completion'))).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: 'Confirmer et terminer' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Mes tâches' })).toBeTruthy();
    expect(screen.getByText('« Instruire la demande » est terminée pour BH-RA-2026-000042-17.')).toBeTruthy();
    expect(seen.find(({ path }) => path.endsWith('/completion'))?.body).toEqual({ data: { outcome: 'refuse' } });
  });

  test('opens the next one of mine when that is asked for', async () => {
    const next = { ...myTask, id: '102', applicant: 'Jan Vermeulen' };
    const { user } = open({
      ...withTask(myTask),
      [COMPLETION]: () => ({ body: myTask }),
      'GET /api/tasks': () => ({ body: { items: [freeTask, next], total: 2, nextCursor: null } }),
      'GET /api/tasks/102': () => ({ body: next }),
    });

    await user.click(await screen.findByRole('checkbox', { name: 'Ouvrir ensuite ma tâche suivante' }));
    await user.click(await complete());
    await user.click(screen.getByRole('button', { name: 'Confirmer et terminer' }));

    await waitFor(() => expect(window.location.pathname).toBe('/desk/tasks/102'));
  });

  test('keeps its draft after a pause in typing', async () => {
    const { user, seen } = open(withTask(myTask));

    await user.type(await screen.findByLabelText(/Remarque/), 'à revoir');
    await screen.findByText(/^Enregistré à/, {}, { timeout: 3000 });

    expect(seen.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { data: { outcome: 'grant', remark: 'à revoir' } },
    ]);
  });

  test('shows field by field what the server refused', async () => {
    const errors = [{ pointer: '/remark', keyword: 'maxLength', params: { limit: 200 } }];
    const { user } = open({ ...withTask(myTask), [COMPLETION]: () => refusal(422, 'FORM_INVALID', errors) });

    await user.click(await complete());
    await user.click(screen.getByRole('button', { name: 'Confirmer et terminer' }));

    const summary = await screen.findByRole('alert');
    expect(within(summary).getByRole('link').getAttribute('href')).toBe('#field-remark');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('that a colleague has meanwhile keeps what was typed in view and shows the way on', async () => {
    const taken = { ...myTask, bar: 'assignedToOther', assignee: { id: 'wim', name: 'Wim Peeters' } } as const;
    const { user } = open({ ...withTask(myTask, taken), [COMPLETION]: () => refusal(409, 'TASK_NOT_MINE') });

    await user.type(await screen.findByLabelText(/Remarque/), 'loyer vérifié');
    await user.click(await complete());
    await user.click(screen.getByRole('button', { name: 'Confirmer et terminer' }));

    expect(await screen.findByText('Pendant votre travail, cette tâche est passée chez Wim Peeters')).toBeTruthy();
    expect(screen.getByText('loyer vérifié')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Retour à mes tâches' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Terminer la tâche' })).toBeNull();
  });

  test('that was completed elsewhere says so', async () => {
    const ended = { ...myTask, state: 'completed', bar: 'ended' } as const;
    const { user } = open({ ...withTask(myTask, ended), [COMPLETION]: () => refusal(409, 'TASK_ENDED') });

    await user.type(await screen.findByLabelText(/Remarque/), 'x');
    await user.click(await complete());
    await user.click(screen.getByRole('button', { name: 'Confirmer et terminer' }));

    expect(await screen.findByText('Pendant votre travail, cette tâche a été terminée ailleurs')).toBeTruthy();
  });

  test('stays as typed when the connection breaks', async () => {
    const { user } = open({ ...withTask(myTask), [COMPLETION]: () => 'connection lost' });

    await user.type(await screen.findByLabelText(/Remarque/), 'gardez-moi');
    await user.click(await complete());
    await user.click(screen.getByRole('button', { name: 'Confirmer et terminer' }));

    expect(await screen.findByText('Pas de connexion')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/Remarque/).value).toBe('gardez-moi');
  });

  test('that came back says who sent it back, when, and all that they said', async () => {
    const remark = { label: { fr: 'Remarque', nl: 'Opmerking', en: 'Remark' }, text: { fr: 'x', nl: 'x', en: 'x' } };
    const why = {
      ...remark,
      label: { ...remark.label, fr: 'Motif' },
      text: { ...remark.text, fr: 'Le loyer est faux.' },
    };
    open(withTask({ ...myTask, sentBack: { by: 'Sofie De Smet', at: '2026-11-25T08:00:00Z', remarks: [why] } }));

    expect(await screen.findByText('Renvoyé par Sofie De Smet le 25/11/2026 09:00')).toBeTruthy();
    expect(screen.getByText('Motif')).toBeTruthy();
    expect(screen.getByText('Le loyer est faux.')).toBeTruthy();
  });

  test('shows the letter as it will go, in its own language, and says when it would not leave', async () => {
    const run = (text: string) => ({ text, bold: false, italic: false });
    const letter = {
      key: 'grant',
      language: 'nl' as const,
      subject: 'Beslissing tot toekenning',
      administration: 'Brussel Huisvesting',
      recipient: ['Amina El Idrissi'],
      date: '25 november 2026',
      reference: 'Referentie: BH-RA-2026-000042-17',
      blocks: [
        { kind: 'paragraph' as const, runs: [run('Wij kennen u '), { ...run('€ 260,51'), bold: true }, run(' toe.')] },
        { kind: 'list' as const, items: [[[run('Beroep: 30 dagen')]]] },
      ],
      complete: false,
    };
    open(withTask({ ...myTask, letter }));

    const sheet = (await screen.findByRole('heading', { name: 'Beslissing tot toekenning' })).closest('article');
    expect(sheet?.lang).toBe('nl');
    expect(sheet?.textContent).toContain('Wij kennen u € 260,51 toe.');
    expect(screen.getByText('Beroep: 30 dagen')).toBeTruthy();
    expect(screen.getByText(/ce courrier ne partirait pas/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /PDF/ }).getAttribute('href')).toBe(`/api/tasks/${myTask.id}/letter`);
  });

  test('under four eyes explains who must not do it, and offers no way to', async () => {
    open(withTask({ ...myTask, assignee: null, bar: 'fourEyes' }));

    expect(await screen.findByText('Cette étape demande une autre personne que vous')).toBeTruthy();
    expect(screen.getByText(/déjà intervenu dans cette affaire/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Prendre|Terminer/ })).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('tab', { name: /Demande/ })).toBeTruthy();
  });

  test('in a language that is not the reader’s says which one it needs, and who may give it nevertheless', async () => {
    open(withTask({ ...myTask, assignee: null, bar: 'language', neededLanguage: 'nl' }));
    expect(await screen.findByText('Cette étape se fait dans une autre langue que la vôtre')).toBeTruthy();
    expect(screen.getByText(/travaille en néerlandais/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Prendre|Terminer/ })).toBeNull();
  });

  const voided: TaskView = {
    ...myTask,
    bar: 'proposalChanged',
    proposalChanges: [
      {
        path: 'proposal.amount',
        label: { fr: 'Montant', nl: 'Bedrag', en: 'Amount' },
        proposed: { fr: '80', nl: '80', en: '80' },
        found: { fr: '999', nl: '999', en: '999' },
      },
    ],
  };

  test('whose proposal changed shows field by field what differs, and cannot be completed', async () => {
    const { user } = open({ ...withTask(myTask, voided), [COMPLETION]: () => refusal(409, 'PROPOSAL_CHANGED') });

    await user.click(await complete());
    await user.click(screen.getByRole('button', { name: 'Confirmer et terminer' }));

    expect(
      await screen.findByText('Ce que vous approuveriez n’est plus ce qui a été proposé.', { exact: false }),
    ).toBeTruthy();
    const row = screen.getByRole('row', { name: /Montant/ });
    expect(within(row).getByText('80')).toBeTruthy();
    expect(within(row).getByText('999')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Terminer la tâche' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Renvoyer la tâche' })).toBeNull();
  });

  test('whose proposal changed is sent back by a supervisor, with a reason', async () => {
    const { user, seen } = openDesk({
      address: '/desk/tasks/101',
      session: supervisorSession,
      answers: { ...withTask(voided), 'POST /api/tasks/101/return': () => ({ body: { ...voided, bar: 'ended' } }) },
    });

    await user.click(await screen.findByRole('button', { name: 'Renvoyer la tâche' }));
    expect(screen.getByText('Indiquez le motif du renvoi.')).toBeTruthy();
    await user.type(screen.getByLabelText(/Motif du renvoi/), 'montant modifié');
    await user.click(screen.getByRole('button', { name: 'Renvoyer la tâche' }));

    expect(await screen.findByText('La tâche est renvoyée : la proposition est à refaire.')).toBeTruthy();
    expect(seen.find(({ path }) => path.endsWith('/return'))?.body).toEqual({ reason: 'montant modifié' });
  });

  test('that nobody has is taken on its page', async () => {
    const { user } = open({
      ...withTask({ ...myTask, assignee: null, bar: 'unassigned' }),
      'POST /api/tasks/101/claim': () => ({ body: myTask }),
    });

    await user.click(await screen.findByRole('button', { name: 'Prendre cette tâche' }));

    expect(await complete()).toBeTruthy();
  });

  test('in another language than the screen reminds in which one to write', async () => {
    open(withTask(myTask));

    expect(await screen.findByText('Dossier en néerlandais : écrivez au demandeur en néerlandais.')).toBeTruthy();
  });
});

import type { Checklist, ChecklistPoint } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk, type Answers } from '../testing/open-desk.tsx';
import { agentSession, myTask } from '../testing/sample-views.ts';

afterEach(closeDesk);

const same = (text: string) => ({ fr: text, nl: text, en: text });
const point = (key: string, more: Partial<ChecklistPoint> = {}): ChecklistPoint => ({
  key,
  label: same(key),
  legalRef: null,
  required: false,
  state: 'open',
  remark: '',
  marks: [],
  ...more,
});
const ticked: ChecklistPoint = point('Identité vue', {
  required: true,
  state: 'ticked',
  remark: 'Passeport',
  marks: [
    { isTicked: true, remark: 'Passeport', by: 'Nadia Lambert', at: '2026-11-25T09:00:00Z' },
    { isTicked: false, remark: '', by: 'Wim Peeters', at: '2026-11-25T08:00:00Z' },
  ],
});
const listOf = (...points: ChecklistPoint[]): Checklist => ({
  taskId: myTask.id,
  taskName: myTask.name,
  points,
});

const open = (list: Checklist, more: Answers = {}) =>
  openDesk({
    address: `/desk/tasks/${myTask.id}`,
    session: agentSession,
    answers: {
      [`GET /api/tasks/${myTask.id}`]: () => ({ body: myTask }),
      [`GET /api/tasks/${myTask.id}/checklist`]: () => ({ body: list }),
      ...more,
    },
  });

describe('the checklist beside a task', () => {
  const identity = point('Identité vue', { required: true, legalRef: same('Art. 4') });
  const automatic = point('Loyer sous le plafond', { state: 'automatic' });

  test('says what is required, by which law, and what the data ticked; a tick says who and when', async () => {
    const { user, seen } = open(listOf(identity, automatic), {
      [`POST /api/tasks/${myTask.id}/checklist/Identit%C3%A9%20vue`]: () => ({ body: listOf(ticked, automatic) }),
    });
    await screen.findByText('1 sur 2');
    const list = screen.getByRole('region', { name: /Liste de contrôle/ });
    expect(within(list).getByText('Obligatoire')).toBeTruthy();
    expect(within(list).getByText('Art. 4')).toBeTruthy();
    expect(within(list).getByRole('checkbox', { name: 'Loyer sous le plafond' })).toHaveProperty('disabled', true);
    within(list).getByRole('checkbox', { name: 'Identité vue' }).focus();
    await user.keyboard(' ');
    await within(list).findByText('2 sur 2');
    expect(seen.findLast(({ method }) => method === 'POST')?.body).toEqual({ isTicked: true, remark: '' });
    expect(within(list).getAllByText(/Coché par Nadia Lambert/)).not.toHaveLength(0);
    expect(within(list).getAllByText('Passeport')).not.toHaveLength(0);
  });

  test('takes a remark without touching the tick', async () => {
    const { user, seen } = open(listOf(ticked), {
      [`POST /api/tasks/${myTask.id}/checklist/Identit%C3%A9%20vue`]: () => ({ body: listOf(ticked) }),
    });
    await user.click(await screen.findByRole('button', { name: 'Remarque sur\u00a0: Identité vue' }));
    const remark = screen.getByRole('textbox', { name: /Remarque sur/ });
    await user.clear(remark);
    await user.type(remark, 'Carte vue au guichet');
    await user.click(screen.getByRole('button', { name: 'Garder la remarque' }));
    await waitFor(() =>
      expect(seen.findLast(({ method }) => method === 'POST')?.body).toEqual({
        isTicked: true,
        remark: 'Carte vue au guichet',
      }),
    );
  });

  test('marks what keeps the task from being completed', async () => {
    const { user } = open(listOf(identity), {
      [`POST /api/tasks/${myTask.id}/completion`]: () => ({
        status: 409,
        body: { code: 'CHECKLIST_OPEN', title: 'x', status: 409 },
      }),
    });
    await user.click(await screen.findByRole('radio', { name: 'Accorder' }));
    await user.click(screen.getByRole('button', { name: 'Terminer la tâche' }));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getAllByRole('button')[0]!);
    expect(await screen.findByText('Des points obligatoires de la liste de contrôle restent ouverts')).toBeTruthy();
    expect(screen.getByText('À faire avant de terminer')).toBeTruthy();
  });

  test('is read by who does not have the task, and ticked once they took it', async () => {
    const free = { ...myTask, assignee: null, bar: 'unassigned' as const };
    let isMine = false;
    const { user } = open(listOf(identity), {
      [`GET /api/tasks/${myTask.id}`]: () => ({ body: isMine ? myTask : free }),
      [`POST /api/tasks/${myTask.id}/claim`]: () => {
        isMine = true;
        return { body: myTask };
      },
    });
    expect(await screen.findByRole('checkbox', { name: 'Identité vue' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: 'Prendre cette tâche' }));
    await waitFor(() =>
      expect(screen.getByRole('checkbox', { name: 'Identité vue' })).toHaveProperty('disabled', false),
    );
  });

  test('is not there where the procedure lists nothing', async () => {
    open(listOf());
    await screen.findByRole('radio', { name: 'Accorder' });
    expect(screen.queryByRole('region', { name: /Liste de contrôle/ })).toBeNull();
  });
});

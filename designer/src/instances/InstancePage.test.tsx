import { installPlatform, type Reply, type SeenRequest } from '@irisflow/frame/testing';
import { createQueryClient, type InstanceView, type Role, type SessionView } from '@irisflow/client';
import { I18nProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { messages } from '../texts/messages.ts';
import { IncidentList } from './IncidentList.tsx';
import { InstanceActions } from './InstanceActions.tsx';
import { MaskNotice } from './MaskNotice.tsx';
import { VariableTable } from './VariableTable.tsx';
import { WaitingSteps } from './WaitingSteps.tsx';

const masked: InstanceView = {
  processInstanceKey: '42',
  caseId: null,
  reference: null,
  version: 1,
  state: 'active',
  startedAt: '2026-11-26T08:00:00Z',
  endedAt: null,
  incidents: 1,
  xml: '',
  names: {},
  elements: [],
  history: [],
  unmaskedUntil: null,
  variables: [
    { name: 'language', value: '"fr"', isMasked: false, shape: [], scopeKey: '42', scopeElementId: '' },
    {
      name: 'applicant',
      value: null,
      isMasked: true,
      shape: [
        { path: '', kind: 'object', size: null },
        { path: 'nationalNumber', kind: 'text', size: 'short' },
      ],
      scopeKey: '42',
      scopeElementId: '',
    },
    {
      name: '•••',
      value: null,
      isMasked: true,
      shape: [{ path: '', kind: 'boolean', size: null }],
      scopeKey: '42',
      scopeElementId: '',
    },
    {
      name: '•••',
      value: null,
      isMasked: true,
      shape: [{ path: '', kind: 'null', size: null }],
      scopeKey: '42',
      scopeElementId: '',
    },
  ],
  moves: [],
  incidentList: [
    {
      incidentKey: '7',
      errorType: 'JOB_NO_RETRIES',
      text: { fr: 'Bloqué', nl: 'Geblokkeerd', en: 'Stuck' },
      message: 'Expected an amount, but found "•••"',
      elementId: 'pay',
      elementInstanceKey: '43',
      jobKey: '8',
      createdAt: '2026-11-26T08:00:00Z',
    },
  ],
};

const sessionOf = (roles: Role[]): SessionView => ({
  person: { id: 'p', name: 'Karim', roles, groups: [], language: 'en', administration: null },
  csrfToken: 'token',
  signIn: { demo: true, oidc: false },
  acting: null,
});

const setUp = (instance: InstanceView, roles: Role[], answering?: (request: SeenRequest) => Reply) => {
  const seen = installPlatform((request) =>
    request.path === '/api/session' ? { body: sessionOf(roles) } : (answering?.(request) ?? { status: 204 }),
  );
  const queries = createQueryClient();
  queries.setQueryData(['session'], sessionOf(roles));
  render(
    <QueryClientProvider client={queries}>
      <I18nProvider locale="en" messages={messages.en}>
        <ToastProvider>
          <MaskNotice instance={instance} />
          <InstanceActions instance={instance} />
          <IncidentList instance={instance} />
          <WaitingSteps instance={instance} />
          <VariableTable instance={instance} />
        </ToastProvider>
      </I18nProvider>
    </QueryClientProvider>,
  );
  const changes = () => seen.filter(({ method }) => method !== 'GET');
  return { changes, queries, user: userEvent.setup() };
};

const button = (name: string) => screen.getByRole('button', { name });
const justify = async (user: ReturnType<typeof userEvent.setup>, reason: string): Promise<HTMLElement> => {
  const dialog = screen.getByRole('dialog');
  await user.selectOptions(within(dialog).getByLabelText(/Reason that the applicant is told/), 'incident');
  if (reason !== '') await user.type(within(dialog).getByLabelText(/Explanation/), reason);
  return dialog;
};

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an instance with masked values', () => {
  test('shows shapes, and offers an analyst neither to unmask nor to correct nor to cancel', () => {
    setUp(masked, ['analyst']);
    expect(screen.getByText('nationalNumber')).toBeTruthy();
    expect(screen.getAllByText(/^Masked/)).toHaveLength(3);
    expect(screen.getByText(/A supervisor or an administrator can show them/)).toBeTruthy();
    for (const name of ['Show the data', 'Cancel the instance', 'Correct language'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.getByText('The values in the message are masked.')).toBeTruthy();
  });

  test('asks an administrator why before it shows anything', async () => {
    const { changes, user } = setUp(masked, ['administrator'], ({ method }) =>
      method === 'POST' ? { body: { endsAt: '2026-11-26T10:15:00Z' } } : { body: masked },
    );
    await user.click(button('Show the data'));
    const dialog = screen.getByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Show the data' }));
    expect(changes()).toEqual([]);
    expect(within(dialog).getByText(/the auditor can read it/)).toBeTruthy();
    await justify(user, 'The amount is wrong');
    await user.click(within(dialog).getByRole('button', { name: 'Show the data' }));
    await waitFor(() =>
      expect(changes()).toMatchObject([
        {
          path: '/api/designer/instances/42/unmasking',
          body: { reason: 'The amount is wrong', category: 'incident' },
        },
      ]),
    );
  });

  test('every repair takes a reason', async () => {
    const { changes, user } = setUp(masked, ['administrator']);
    for (const [opener, action] of [
      ['Try again', 'Try again'],
      ['Suspend', 'Suspend'],
      ['Cancel the instance', 'Cancel the instance'],
      ['Correct language', 'Save the value'],
    ] as const) {
      await user.click(button(opener));
      const dialog = await justify(user, 'Because');
      await user.click(within(dialog).getByRole('button', { name: action }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    }
    expect(changes().map(({ body }) => body)).toMatchObject(
      Array.from({ length: 4 }, () => ({ reason: 'Because', category: 'incident' })),
    );
    // and what is masked cannot be overwritten blindly
    expect(screen.queryByRole('button', { name: 'Correct applicant' })).toBeNull();
  });

  test('a step is moved to where it can go on, with a reason, and nowhere before one is chosen', async () => {
    const moves = [
      {
        elementInstanceKey: '43',
        elementId: 'pay',
        kind: 'serviceTask',
        ways: [
          { elementId: 'end', kind: 'endEvent', isNext: true },
          { elementId: 'again', kind: 'userTask', isNext: false },
        ],
      },
      {
        elementInstanceKey: '44',
        elementId: 'answer',
        kind: 'receiveTask',
        ways: [{ elementId: 'end', kind: 'endEvent', isNext: true }],
      },
    ];
    const { changes, user } = setUp({ ...masked, moves }, ['administrator']);
    expect(within(screen.getByRole('region', { name: 'Where it waits' })).getAllByRole('listitem')).toHaveLength(1);
    await user.click(button('Move or skip “Service task”'));
    const dialog = screen.getByRole('dialog');
    await justify(user, 'The bank is gone');
    await user.click(within(dialog).getByRole('button', { name: 'Go on there' }));
    expect(within(dialog).getByText('Choose where it goes on.')).toBeTruthy();
    expect(changes()).toEqual([]);
    const target = within(dialog).getByLabelText(/Where it goes on/);
    expect(
      within(target)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining(['Skip, go on with: End event', 'Move to: User task']));
    await user.selectOptions(target, 'end');
    await user.click(within(dialog).getByRole('button', { name: 'Go on there' }));
    await waitFor(() =>
      expect(changes()).toMatchObject([
        {
          path: '/api/designer/instances/42/move',
          body: { elementInstanceKey: '43', elementId: 'end', reason: 'The bank is gone', category: 'incident' },
        },
      ]),
    );
  });

  test('shows every digit of a long number, and does not send it as another one', async () => {
    const ledger = { name: 'ledger', isMasked: false, shape: [], scopeKey: '42', scopeElementId: '' };
    const view = { ...masked, variables: [{ ...ledger, value: '{"entry":9007199254740993}' }] };
    const { changes, user } = setUp(view, ['administrator']);
    await user.click(button('Correct ledger'));
    const dialog = await justify(user, 'Because');
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Value/).value).toBe('{"entry":9007199254740993}');
    await user.click(within(dialog).getByRole('button', { name: 'Save the value' }));
    expect(screen.getByText(/more digits than a browser keeps/)).toBeTruthy();
    expect(changes()).toEqual([]);
  });

  test('asks before it throws away what was written', async () => {
    const { changes, user } = setUp(masked, ['administrator']);
    await user.click(button('Suspend'));
    await justify(user, 'Half');
    await user.click(button('Cancel'));
    expect(screen.getByText('What you wrote will be lost.')).toBeTruthy();
    await user.click(button('Go on writing'));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Explanation/).value).toBe('Half');
    await user.click(button('Cancel'));
    await user.click(button('Discard'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(changes()).toEqual([]);
  });

  test('counts down while values are shown, forgets them at the end, and masks again at once when asked', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2026-11-26T10:00:00Z') });
    const clear = { ...masked, unmaskedUntil: '2026-11-26T10:01:05Z' };
    const { changes, queries, user } = setUp(clear, ['administrator']);
    queries.setQueryData(['instance', '42'], clear);
    expect(screen.getByRole('timer').textContent).toContain('1:05');
    await user.click(button('Mask again'));
    await waitFor(() => expect(changes()).toMatchObject([{ method: 'DELETE' }]));
    await waitFor(() => expect(queries.getQueryData(['instance', '42'])).toBeUndefined());
    queries.setQueryData(['instance', '42'], clear);
    await act(() => vi.advanceTimersByTimeAsync(66_000));
    expect(screen.getByRole('timer').textContent).toContain('0:00');
    expect(queries.getQueryData(['instance', '42'])).toBeUndefined();
  });
});

import type { NoticeView, PostRoomView } from '@irisflow/client';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession } from '../testing/sample-views.ts';

afterEach(closeDesk);

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const letter: PostRoomView['items'][number] = {
  id: 'n'.repeat(22),
  caseId: 'c'.repeat(22),
  reference: 'BH-AF-2026-000001-01',
  addressee: 'Noa Peeters',
  subject: text('Invitation à vous défendre'),
  sentAt: '2026-11-25T09:00:00.000Z',
  documentId: 'd'.repeat(22),
  way: 'registered',
  number: null,
  state: null,
  day: null,
  inHand: { batch: null, carrier: null, problem: null },
};
const room = (items: readonly PostRoomView['items'][number][]): PostRoomView => ({
  items: [...items],
  total: items.length,
  nextCursor: null,
  toPost: items.length,
  underway: 0,
});
const open = (answers: Answers = {}) =>
  openDesk({
    address: '/desk/post-room',
    session: agentSession,
    answers: { 'GET /api/post-room': () => ({ body: room([letter]) }), ...answers },
  });

describe('the post room', () => {
  test('notes what became of a letter, with its barcode, the day and a reason', async () => {
    const said = {} as NoticeView;
    const { seen, user } = open({ [`POST /api/notices/${letter.id}/fates`]: () => ({ body: said }) });
    await screen.findByText('Noa Peeters');
    await user.click(screen.getByRole('button', { name: /Noter une suite.*Invitation/ }));
    const dialog = screen.getByRole('dialog');
    const send = within(dialog).getByRole('button', { name: 'Noter une suite' });
    await user.click(send);
    // Nothing goes without what happened and why.
    expect(seen.filter(({ method }) => method === 'POST')).toEqual([]);
    await user.selectOptions(within(dialog).getByLabelText('Ce qui s’est passé'), 'registered/handedOver');
    await user.type(within(dialog).getByLabelText(/Numéro du recommandé/), '3232 0000 1111');
    await user.type(within(dialog).getByRole('textbox', { name: 'Motif' }), 'Remis au guichet');
    await user.click(send);
    await screen.findByText('C’est noté.');
    expect(seen.find(({ method }) => method === 'POST')?.body).toMatchObject({
      channel: 'registered',
      kind: 'handedOver',
      number: '3232 0000 1111',
      reason: 'Remis au guichet',
    });
  });

  test('finds a letter by what a scanner reads, and says when there is none', async () => {
    const { seen, user } = open({
      'GET /api/post-room': (request) => ({
        body: room(JSON.stringify(request).includes('323200001111') ? [] : [letter]),
      }),
    });
    await screen.findByText('Noa Peeters');
    await user.type(screen.getByLabelText('Numéro d’un recommandé'), '323200001111{Enter}');
    await screen.findByText('Aucun courrier avec ce numéro');
    expect(JSON.stringify(seen.at(-1))).toContain('323200001111');
    await user.click(screen.getByRole('button', { name: 'Revenir à la liste' }));
    await screen.findByText('Noa Peeters');
  });
});

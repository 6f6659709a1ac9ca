import type { CaseLinksView, FoundApplicant } from '@irisflow/client';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const title = { fr: 'Allocation de loyer', nl: 'Huurtoelage', en: 'Rent allowance' };
const found: FoundApplicant = {
  caseId: 'c7',
  name: 'Noor Verlinden',
  language: 'nl',
  reference: 'BH-RA-2026-000007-11',
  title,
  submittedAt: '2026-11-20T09:00:00.000Z',
  cases: 2,
};
const housing = { key: 'housing', name: title };
const session = { ...agentSession, person: agentSession.person && { ...agentSession.person, administration: housing } };
const procedure = {
  key: 'rent-allowance',
  title,
  administration: housing,
};
const procedures = { 'GET /api/procedures': () => ({ body: [procedure] }) };

describe('opening a case', () => {
  test('nothing is sent until it says for whom; then the form is opened', async () => {
    const { user, seen } = openDesk({
      address: '/desk/applications/new',
      session,
      answers: { ...procedures, 'POST /api/office-applications': () => ({ body: { id: 'd1' } }) },
    });
    const open = await screen.findByRole('button', { name: 'Remplir le formulaire' });
    await user.click(open);
    expect((await screen.findByRole('alert')).textContent).toContain('Écrivez le nom.');
    await user.type(screen.getByLabelText('Nom'), 'Verlinden');
    await user.type(screen.getByLabelText(/^Numéro national/), '85.00.00-997.13');
    await user.click(open);
    expect((await screen.findByRole('alert')).textContent).toContain('Ce numéro national n’existe pas');
    await user.clear(screen.getByLabelText(/^Numéro national/));
    await user.click(screen.getByRole('radio', { name: /^Courrier/ }));
    await user.click(open);
    await waitFor(() => expect(window.location.pathname).toBe('/desk/applications/d1'));
    expect(seen.find(({ path }) => path === '/api/office-applications')?.body).toMatchObject({
      procedureKey: 'rent-allowance',
      channel: 'mail',
      who: { kind: 'new', lastName: 'Verlinden', nationalNumber: null },
    });
  });

  test('somebody who is known is found and not noted again, and is written to in their language', async () => {
    const { user, seen } = openDesk({
      address: '/desk/applications/new',
      session,
      answers: {
        ...procedures,
        'POST /api/applicants/search': () => ({ body: [found] }),
        'POST /api/office-applications': () => ({ body: { id: 'd1' } }),
      },
    });
    await user.type(await screen.findByLabelText(/^Chercher une personne ou une entreprise/), 'verlinden');
    await user.click(screen.getByRole('button', { name: 'Chercher' }));
    await user.click(await screen.findByRole('radio', { name: /Noor Verlinden/ }));
    expect(screen.queryByLabelText('Nom')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remplir le formulaire' }));
    await waitFor(() =>
      expect(seen.find(({ path }) => path === '/api/office-applications')?.body).toMatchObject({
        language: 'nl',
        who: { kind: 'applicant', caseId: 'c7' },
      }),
    );
  });

  test('a company is noted by its number, which is checked before anything is sent', async () => {
    const { user, seen } = openDesk({
      address: '/desk/applications/new',
      session,
      answers: { ...procedures, 'POST /api/office-applications': () => ({ body: { id: 'd1' } }) },
    });
    await user.click(await screen.findByRole('radio', { name: 'Une entreprise' }));
    expect(screen.queryByLabelText('Nom')).toBeNull();
    expect(screen.getByRole('group', { name: 'Langue de l’entreprise' })).toBeDefined();
    await user.type(screen.getByLabelText(/^Numéro d’entreprise/), '0403.170.702');
    await user.click(screen.getByRole('button', { name: 'Remplir le formulaire' }));
    const alert = (await screen.findByRole('alert')).textContent;
    expect(alert).toContain('Ce numéro d’entreprise n’existe pas');
    expect(alert).toContain('Écrivez la dénomination');
    await user.clear(screen.getByLabelText(/^Numéro d’entreprise/));
    await user.type(screen.getByLabelText(/^Numéro d’entreprise/), '0403.170.701');
    await user.type(screen.getByLabelText('Dénomination'), 'Taxis Verts');
    await user.click(screen.getByRole('button', { name: 'Remplir le formulaire' }));
    await waitFor(() =>
      expect(seen.find(({ path }) => path === '/api/office-applications')?.body).toMatchObject({
        who: { kind: 'company', enterpriseNumber: '0403.170.701', name: 'Taxis Verts', phone: null },
      }),
    );
  });
});

describe('linked cases', () => {
  const other = {
    id: 'c8',
    reference: 'BH-RA-2026-000008-08',
    title,
    status: 'submitted',
    applicant: 'Noor',
    submittedAt: found.submittedAt,
  } as const;
  const links: CaseLinksView = { links: [], suspects: [other] };
  const linked: CaseLinksView = {
    suspects: [],
    links: [
      {
        id: 'l1',
        kind: 'duplicateOf',
        direction: 'to',
        other,
        reason: 'Même logement',
        madeBy: 'Nadia',
        madeAt: found.submittedAt,
      },
    ],
  };

  test('a suspected duplicate is marked as one with a reason, and the link leads to the other case', async () => {
    const path = `/api/cases/${sampleCase.id}/links`;
    const { user, seen } = openDesk({
      address: `/desk/cases/${sampleCase.id}`,
      session,
      answers: {
        [`GET /api/cases/${sampleCase.id}`]: () => ({ body: sampleCase }),
        [`GET ${path}`]: () => ({ body: links }),
        [`POST ${path}`]: () => ({ body: linked }),
      },
    });
    await user.click(await screen.findByRole('button', { name: /comme double de BH-RA-2026-000008-08/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Lier à un dossier' }));
    expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
    await user.type(dialog.getByLabelText('Motif'), 'Même logement');
    await user.click(dialog.getByRole('button', { name: 'Lier à un dossier' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(seen.find(({ method, path: asked }) => method === 'POST' && asked === path)?.body).toEqual({
      kind: 'duplicateOf',
      ofCaseId: 'c8',
      reason: 'Même logement',
    });
    expect(screen.getByText('Double de')).toBeTruthy();
  });
});

import { refusal } from '@irisflow/frame/testing';
import { closeDesk, openDesk } from '../testing/open-desk.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { agentSession, sampleCase } from '../testing/sample-views.ts';

afterEach(closeDesk);

const answers = { 'GET /api/cases/c1': () => ({ body: sampleCase }) };

describe('a case', () => {
  test('asks how to write a name that no letter can print', async () => {
    const unprintable = ['王 (U+738B)'];
    const { user, seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: {
        'GET /api/cases/c1': () => ({ body: { ...sampleCase, unprintable } }),
        'PUT /api/cases/c1/name-in-letters': () => ({ body: { ...sampleCase, nameInLetters: 'Wang' } }),
      },
    });
    expect(await screen.findByText(/imprimer 王 \(U\+738B\)/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Enregistrer le nom' }));
    expect(screen.getByText('Écrivez le nom.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: /Nom dans les courriers/ }), 'Wang');
    await user.click(screen.getByRole('button', { name: 'Enregistrer le nom' }));
    expect(await screen.findByText('Wang')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Enregistrer le nom' })).toBeNull();
    expect(seen.find(({ method }) => method === 'PUT')?.body).toEqual({ name: 'Wang' });
  });

  test('masks a restricted answer, shows it to who says why, and masks it again', async () => {
    const field = {
      pointer: '/outcome',
      label: { fr: 'Diagnostic', nl: 'Diagnose', en: 'Diagnosis' },
      reason: 'health',
      because: { fr: 'Santé', nl: 'Gezondheid', en: 'Health' },
      mayUnmask: true,
    } as const;
    let until: string | null = null;
    const { user, seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: {
        'GET /api/cases/c1': () => ({
          body: { ...sampleCase, data: until === null ? {} : { outcome: 'refuse' }, restricted: [{ ...field, until }] },
        }),
        'POST /api/cases/c1/unmaskings': () => {
          until = new Date(Date.now() + 900_000).toISOString();
          return { body: { until } };
        },
        'POST /api/cases/c1/unmaskings/ending': () => {
          until = null;
          return { status: 204 };
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Afficher «\u00a0Diagnostic\u00a0»' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Afficher' }));
    expect(dialog.getByText('Écrivez le motif.')).toBeTruthy();
    await user.type(dialog.getByRole('textbox'), 'Le médecin demande');
    await user.click(dialog.getByRole('button', { name: 'Afficher' }));
    await user.click(await screen.findByRole('button', { name: 'Masquer de nouveau «\u00a0Diagnostic\u00a0»' }));
    expect(await screen.findByRole('button', { name: 'Afficher «\u00a0Diagnostic\u00a0»' })).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { pointer: '/outcome', reason: 'Le médecin demande', category: 'handling' },
      { pointer: '/outcome' },
    ]);
  });

  test('takes a note, empties the field and shows the note', async () => {
    const note = { id: 'n1', at: '2026-11-25T08:00:00Z', by: 'Nadia Lambert', text: 'Appelé le demandeur.' };
    const { user, seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { ...answers, 'POST /api/cases/c1/notes': () => ({ body: { ...sampleCase, notes: [note] } }) },
    });

    const field = await screen.findByLabelText<HTMLTextAreaElement>('Nouvelle note');
    await user.click(screen.getByRole('button', { name: 'Ajouter la note' }));
    expect(screen.getByText('Écrivez d’abord la note.')).toBeTruthy();
    await user.type(field, '  Appelé le demandeur. ');
    await user.click(screen.getByRole('button', { name: 'Ajouter la note' }));

    expect(await screen.findByText('Appelé le demandeur.')).toBeTruthy();
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { text: 'Appelé le demandeur.' },
    ]);
    expect(field.value).toBe('');
  });

  test('keeps a note that could not be saved', async () => {
    const { user } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { ...answers, 'POST /api/cases/c1/notes': () => 'connection lost' },
    });

    const field = await screen.findByLabelText<HTMLTextAreaElement>('Nouvelle note');
    await user.type(field, 'Important');
    await user.click(screen.getByRole('button', { name: 'Ajouter la note' }));

    expect(await screen.findByText('Pas de connexion')).toBeTruthy();
    expect(field.value).toBe('Important');
  });

  test('shows what a register told until somebody takes note', async () => {
    const source = { fr: 'Registre national', nl: 'Rijksregister', en: 'National register' };
    const told = {
      id: 'r1',
      kind: 'person.moved',
      source,
      happenedOn: '2026-11-20',
      aboutApplicant: true,
      toldAt: '2026-11-25T08:00:00Z',
      seenBy: null,
      seenAt: null,
    };
    const { user } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: {
        ...answers,
        'GET /api/cases/c1/register-notices': () => ({ body: [told] }),
        'POST /api/cases/c1/register-notices/r1/note': () => ({
          body: [{ ...told, seenBy: 'Nadia Lambert', seenAt: '2026-11-25T09:00:00Z' }],
        }),
      },
    });
    expect(await screen.findByText(/Registre national : le demandeur, déménagement le/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Prendre connaissance' }));
    await waitFor(() => expect(screen.queryByText(/déménagement le/)).toBeNull());
  });

  test('names what a source did not say, since when and why', async () => {
    const register = { fr: 'Documentation patrimoniale', nl: 'Patrimoniumdocumentatie', en: 'Property register' };
    const what = { fr: 'x', nl: 'x', en: 'ownership of real estate' };
    const silent = { key: 'r', source: register, what, since: '2026-11-25T08:00:00Z', outcome: 'noData' as const };
    openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { 'GET /api/cases/c1': () => ({ body: { ...sampleCase, unanswered: [silent] } }) },
    });

    const line = await screen.findByText(/Documentation patrimoniale/);
    expect(line.textContent).toContain('25/11/2026 09:00');
    expect(line.textContent).toContain('(aucune donnée)');
  });

  test('says who inspected, proposed and decided, and that who decided did nothing else', async () => {
    const decision = { id: 'd', outcome: 'granted', decidedAt: '2026-11-25T08:00:00Z', decidedBy: 'Dirk' };
    const decided = {
      ...sampleCase,
      decisions: [{ ...decision, grounds: [], amount: 500, validFrom: null, validTo: null }],
    };
    const hand = { label: { fr: 'Visite de l’étal', nl: 'x', en: 'x' }, onBehalfOf: null, doneAt: decision.decidedAt };
    const hands = [
      { ...hand, act: 'inspection', name: 'Ida', ofCase: 'BH-1', decidedToo: false },
      { ...hand, act: 'decision', name: 'Dirk', onBehalfOf: 'Anne', ofCase: null, decidedToo: false },
    ];
    openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: {
        'GET /api/cases/c1': () => ({ body: decided }),
        'GET /api/cases/c1/decision-hands': () => ({ body: [{ decisionId: 'd', isKeptApart: true, hands }] }),
      },
    });

    const said = await screen.findByText(/elle n’a rien fait d’autre ici/);
    const lines = within(said.closest('details') ?? said).getAllByRole('listitem', { hidden: true });
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Visite · Ida · Visite de l’étal · 25/11/2026 09:00 · dans le dossier BH-1',
      'Décision · Dirk, au nom de Anne · Visite de l’étal · 25/11/2026 09:00',
    ]);
  });

  test('takes an appeal that came on paper, with the day on which it arrived', async () => {
    const decision = {
      id: 'd',
      outcome: 'refused',
      decidedAt: '2026-11-25T08:00:00Z',
      decidedBy: 'Sofie',
      grounds: [],
      amount: null,
      validFrom: null,
      validTo: null,
    };
    const decided = { ...sampleCase, decisions: [decision] };
    const linked = { id: 'c9', reference: `${sampleCase.reference}/R01`, receivedOn: '2026-11-26' };
    const { user, seen } = openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: {
        'GET /api/cases/c1': () => ({ body: decided }),
        'POST /api/cases/c1/appeals': () => ({ body: { ...decided, appeals: [linked] } }),
      },
    });

    await user.click(await screen.findByRole('button', { name: 'Enregistrer un recours reçu sur papier' }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer le recours' }));
    expect(screen.getByText('Indiquez le jour de réception.')).toBeTruthy();
    for (const [part, value] of [
      ['Jour', '26'],
      ['Mois', '11'],
      ['Année', '2026'],
    ] as const)
      await user.type(screen.getByLabelText(part), value);
    await user.type(screen.getByLabelText(/Ce que dit le recours/), 'Montant contesté');
    await user.click(screen.getByRole('button', { name: 'Enregistrer le recours' }));

    expect((await screen.findByRole('link', { name: /R01/ })).getAttribute('href')).toBe('/desk/cases/c9');
    expect(seen.find(({ method }) => method === 'POST')?.body).toEqual({
      receivedOn: '2026-11-26',
      summary: 'Montant contesté',
    });
  });

  test('ends an appeal that leaves no decision, with how it ended and why, once', async () => {
    const appealOf = { id: 'c1', reference: sampleCase.reference, receivedOn: '2026-11-25' };
    const appeal = { ...sampleCase, id: 'c9', status: 'submitted' as const, appealOf };
    const { user, seen } = openDesk({
      address: '/desk/cases/c9',
      session: agentSession,
      answers: {
        'GET /api/cases/c9': () => ({ body: appeal }),
        'POST /api/cases/c9/appeal-end': () => ({ body: { ...appeal, status: 'withdrawn' } }),
      },
    });

    await user.click(await screen.findByRole('button', { name: 'Terminer le recours' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Terminer le recours' }));
    expect(dialog.getByText('Indiquez comment il se termine.')).toBeTruthy();
    await user.click(dialog.getByRole('radio', { name: 'Retiré par la personne' }));
    await user.type(dialog.getByRole('textbox'), 'Lettre du 27.');
    await user.click(dialog.getByRole('button', { name: 'Terminer le recours' }));

    await waitFor(() => expect(screen.queryByRole('button', { name: 'Terminer le recours' })).toBeNull());
    expect(seen.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { outcome: 'withdrawn', reason: 'Lettre du 27.' },
    ]);
  });

  test('of another administration is said not to be there', async () => {
    openDesk({
      address: '/desk/cases/c2',
      session: agentSession,
      answers: { 'GET /api/cases/c2': () => refusal(404, 'NOT_FOUND') },
    });

    expect(await screen.findByText('Introuvable')).toBeTruthy();
  });

  test('says what the applicant does not see', async () => {
    const [entry] = sampleCase.timeline;
    const internal = { ...entry!, visibleToApplicant: false };
    openDesk({
      address: '/desk/cases/c1',
      session: agentSession,
      answers: { 'GET /api/cases/c1': () => ({ body: { ...sampleCase, timeline: [internal] } }) },
    });

    const timeline = await screen.findByRole('region', { name: 'Historique' });

    expect(within(timeline).getByText('Interne : le demandeur ne le voit pas')).toBeTruthy();
  });
});

describe('the cases', () => {
  test('are found by the filters in the address', async () => {
    const { user, seen } = openDesk({
      address: '/desk/cases?search=amina',
      session: agentSession,
      answers: {
        'GET /api/cases': () => ({ body: { items: [sampleCase], total: 1, nextCursor: null } }),
        'GET /api/cases/statuses': () => ({ body: ['granted', 'submitted'] }),
      },
    });

    const link = await screen.findByRole('link', { name: /Amina El Idrissi/ });
    expect(link.getAttribute('href')).toBe('/desk/cases/c1');
    const statuses = within(screen.getByLabelText('État'));
    await statuses.findByRole('option', { name: 'Accordé' });
    expect(statuses.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Tous',
      'Introduit',
      'Accordé',
    ]);
    await user.selectOptions(screen.getByLabelText('État'), 'Accordé');

    expect(window.location.search).toBe('?search=amina&status=granted');
    await waitFor(() =>
      expect(seen.filter(({ path }) => path === '/api/cases').at(-1)?.query).toEqual({
        search: 'amina',
        status: 'granted',
        limit: '25',
      }),
    );
  });
});

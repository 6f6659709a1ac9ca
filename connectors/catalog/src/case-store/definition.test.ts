import { elementTemplate } from '@irisflow/connector-sdk';
import { describe, expect, it } from 'vitest';

import { caseStore } from '../index.ts';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { usePlatformWorld } from '../testing/platform-world.ts';

const texts = { fr: 'Dossier complet', nl: 'Dossier volledig', en: 'Case complete' };

describe('the case store', () => {
  const world = usePlatformWorld();

  it.each([
    ['set-status', { status: 'complete' }, 'status', { status: 'complete' }],
    [
      'add-timeline-entry',
      { entryKey: 'complete', texts },
      'timeline',
      { key: 'complete', texts, visibleToApplicant: true },
    ],
    [
      'start-term',
      { termKey: 'decision', length: 60, actOn: '2026-11-25' },
      'term',
      { action: 'start', key: 'decision', length: 60, actOn: '2026-11-25' },
    ],
    [
      'suspend-term',
      { termKey: 'decision', reason: 'pieces' },
      'term',
      { action: 'suspend', key: 'decision', reason: 'pieces' },
    ],
    [
      'interrupt-term',
      { termKey: 'decision', reason: 'claim' },
      'term',
      { action: 'interrupt', key: 'decision', reason: 'claim' },
    ],
    ['resume-term', { termKey: 'decision' }, 'term', { action: 'resume', key: 'decision' }],
    ['meet-term', { termKey: 'decision' }, 'term', { action: 'meet', key: 'decision' }],
    ['close', { closingReason: 'withdrawn' }, 'close', { reason: 'withdrawn' }],
  ] as const)('asks the platform to %s', async (operation, input, path, body) => {
    const outcome = await world.run(caseStore, { operation, ...input });

    expect(outcome).toMatchObject({ kind: 'output', variables: { caseChange: { operation } } });
    expect(world.seen).toEqual([
      {
        method: 'POST',
        path: `/api/connector/case/${path}`,
        authorization: 'Bearer platform-token',
        idempotencyKey: '1-2',
        caller: [handleOf('c0ffee'), '3', 'case-store'],
        body,
      },
    ]);
  });

  it('hands over the id of an information request', async () => {
    world.answerWith({ status: 201, body: { requestId: 'r-1' } });
    const items = [{ key: 'lease', label: { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' } }];

    const outcome = await world.run(caseStore, { operation: 'request-information', items, dueDate: '2026-12-24' });

    expect(outcome).toMatchObject({ output: { requestId: 'r-1' } });
    expect(world.seen[0]).toMatchObject({
      path: '/api/connector/case/information-requests',
      body: { items, dueDate: '2026-12-24' },
    });
  });

  it('hands over the id of the term within which an answer is due, for the process to wait on', async () => {
    world.answerWith({ status: 201, body: { requestId: 'r-1', termId: 't-1', dueOn: '2026-12-28' } });
    const items = [{ key: 'lease', label: { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' } }];

    const outcome = await world.run(caseStore, { operation: 'request-information', items, answerTerm: 'information' });

    expect(outcome).toMatchObject({ output: { requestId: 'r-1', termId: 't-1', dueOn: '2026-12-28' } });
    expect(world.seen[0]?.body).toEqual({ items, termKey: 'information' });
  });

  it('hands over the id of a term', async () => {
    world.answerWith({ status: 200, body: { termId: 't-2', dueOn: '2026-12-28' } });

    const outcome = await world.run(caseStore, { operation: 'start-term', termKey: 'decision' });

    expect(outcome).toMatchObject({ output: { termId: 't-2', dueOn: '2026-12-28' } });
  });

  it('hands over the id of a hearing, for the process to wait on', async () => {
    world.answerWith({ status: 200, body: { hearingId: 'h-1', day: '2026-12-15' } });

    const outcome = await world.run(caseStore, {
      operation: 'schedule-hearing',
      hearingKey: 'defence',
      hearingDay: '2026-12-15',
      hearingTime: '10:30',
      hearingPlace: 'Room 3',
    });

    expect(outcome).toMatchObject({ output: { hearingId: 'h-1', day: '2026-12-15' } });
    expect(world.seen[0]).toMatchObject({
      path: '/api/connector/case/hearings',
      body: { key: 'defence', day: '2026-12-15', time: '10:30', place: 'Room 3' },
    });
  });

  it('reads a right as on a day, and finds the one of a kind that is not over', async () => {
    const right = { rightId: 'r-1', number: 'AL-1', kind: 'allowance', state: 'inPayment', effect: 'active' };
    const said = { holds: true, validFrom: '2026-11-01', validTo: null, data: { amount: '120.00' } };
    world.answerWith({ status: 200, body: { right: { ...right, ...said } } });
    const reading = { operation: 'read-right', rightId: 'r-1', onDay: '2026-12-01' } as const;

    expect(await world.run(caseStore, reading)).toMatchObject({ output: { right: { data: { amount: '120.00' } } } });

    world.answerWith({ status: 200, body: { right: null } });
    expect(await world.run(caseStore, { operation: 'find-right', rightKind: 'allowance' })).toMatchObject({
      output: { right: null },
    });
    expect(world.seen).toMatchObject([
      { path: '/api/connector/case/right-readings', body: { rightId: 'r-1', onDay: '2026-12-01' } },
      { path: '/api/connector/case/right-readings', body: { kind: 'allowance' } },
    ]);
  });

  it('begins an obligation on a right, and hands over what is asked next', async () => {
    world.answerWith({ status: 200, body: { obligationId: 'b-1', nextDay: '2026-12-31', nextOpensOn: '2026-12-11' } });

    const outcome = await world.run(caseStore, {
      operation: 'start-obligation',
      obligation: 'turnover',
      rightId: 'r-1',
      obligationUntil: '2030-12-31',
    });

    expect(outcome).toMatchObject({ output: { obligationId: 'b-1', nextOpensOn: '2026-12-11' } });
    expect(world.seen[0]).toMatchObject({
      path: '/api/connector/case/obligation',
      body: { action: 'start', obligation: 'turnover', rightId: 'r-1', until: '2030-12-31' },
    });
  });

  it('settles what is due of an obligation, and hands over how it stands', async () => {
    world.answerWith({ status: 200, body: { occurrenceId: 'o-1', occurrenceState: 'open' } });

    const outcome = await world.run(caseStore, {
      operation: 'settle-obligation',
      occurrenceId: 'o-1',
      verdict: 'askAgain',
      verdictReason: 'The statement is missing.',
      obligationUntil: '2027-01-31',
    });

    expect(outcome).toMatchObject({ output: { occurrenceId: 'o-1', occurrenceState: 'open' } });
    expect(world.seen[0]).toMatchObject({
      path: '/api/connector/case/obligation',
      body: { action: 'settle', verdict: 'askAgain', reason: 'The statement is missing.', until: '2027-01-31' },
    });
  });

  it('hands over the id of an opinion, for the process to wait on', async () => {
    world.answerWith({ status: 200, body: { opinionId: 'o-1', dueOn: '2026-12-09' } });

    const outcome = await world.run(caseStore, {
      operation: 'ask-opinion',
      opinionKey: 'legal',
      question: 'Is the lease valid?',
      documents: ['d-1'],
    });

    expect(outcome).toMatchObject({ output: { opinionId: 'o-1', dueOn: '2026-12-09' } });
    expect(world.seen[0]).toMatchObject({
      path: '/api/connector/case/opinions',
      body: { key: 'legal', question: 'Is the lease valid?', documents: ['d-1'] },
    });
  });

  it.each([
    ['125.5', '125.50'],
    [125.5, '125.50'],
    [0.1, '0.10'],
  ])(
    'asks for a payment of %j to the cent, and hands over what the process waits on',
    async (paymentAmount, amount) => {
      world.answerWith({
        status: 200,
        body: { receivableId: 'r-1', communication: '+++1+++', dueOn: '2026-12-28', amount, iban: 'x' },
      });

      const outcome = await world.run(caseStore, {
        operation: 'ask-payment',
        paymentKind: 'fee',
        paymentLabel: texts,
        legalReference: 'Article 3',
        paymentAmount,
        paymentDays: 30,
      });

      expect(outcome).toMatchObject({ output: { receivableId: 'r-1', amount } });
      const body = { kind: 'fee', label: texts, legalReference: 'Article 3', amount, days: 30 };
      expect(world.seen).toMatchObject([{ path: '/api/connector/case/payments', body }]);
    },
  );

  it('hands over the id of a decision', async () => {
    world.answerWith({ status: 201, body: { decisionId: 'd-1' } });

    const outcome = await world.run(caseStore, {
      operation: 'record-decision',
      outcome: 'refused',
      grounds: [{ code: 'R3' }],
    });

    expect(outcome).toMatchObject({ output: { decisionId: 'd-1' } });
    expect(world.seen[0]?.body).toEqual({ outcome: 'refused', grounds: [{ code: 'R3' }] });
  });

  it('does not mistake an unrelated process variable for an input of another operation', async () => {
    const withStrangers = { operation: 'set-status', status: 'complete', reason: 42, amount: 'many' } as never;

    expect(await world.run(caseStore, withStrangers)).toMatchObject({ kind: 'output' });
  });

  it.each([
    ['status', { operation: 'set-status' }],
    ['items', { operation: 'request-information', dueDate: '2026-12-24' }],
    ['question', { operation: 'ask-opinion', opinionKey: 'legal' }],
    ['closingReason', { operation: 'close' }],
  ] as const)('waits for a person when %s is missing', async (name, input) => {
    const outcome = await world.run(caseStore, input);

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining(`/${name} is missing`) });
    expect(world.seen).toEqual([]);
  });

  it('waits for a person without a case', async () => {
    const outcome = await world.run(caseStore, { operation: 'set-status', status: 'complete' }, '');

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('"caseHandle"') });
  });

  it.each([
    [
      409,
      { title: 'The case is closed' },
      { kind: 'incident', message: expect.stringContaining('The case is closed') },
    ],
    [503, {}, { kind: 'retry', afterMs: undefined }],
    [503, { code: 'CASE_NOT_STARTED' }, { kind: 'notYet', afterMs: 1000 }],
    [200, [], { kind: 'incident', message: expect.stringContaining('agreed shape') }],
  ])('treats status %i as it deserves', async (status, body, expected) => {
    world.answerWith({ status, body });

    expect(await world.run(caseStore, { operation: 'set-status', status: 'complete' })).toMatchObject(expected);
  });

  it('shows in the designer only the inputs of the chosen operation', () => {
    const { properties } = elementTemplate(caseStore, 'nl');

    expect(properties.find(({ id }) => id === 'input.answerTerm')).toMatchObject({
      label: 'Antwoordtermijn',
      condition: { property: 'input.operation', oneOf: ['request-information'] },
    });
    expect(properties.find(({ id }) => id === 'input.termKey')).toMatchObject({
      label: 'Termijn',
      constraints: { notEmpty: true },
    });
  });
});

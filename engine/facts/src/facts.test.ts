import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  askingRestrictedDebt,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  numberOfCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  sayingWhyAsked,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const register = 'be-national-register';
const income = 'be-taxable-income';
const text = (word: string) => ({ fr: `${word} (fr)`, nl: `${word} (nl)`, en: word });
const at = '2026-11-25T09:00:00.000Z';

interface Description {
  sources: object[];
}

/** The sample that also compares what taxes say with the rent that the applicant declares, and with a restricted debt. */
const procedureComparing = () => {
  const files = askingRestrictedDebt(
    sampleProcedureChanging('procedure.json', (description: Description) => {
      const [first] = description.sources;
      description.sources.push({
        ...first,
        key: income,
        name: text('Finance'),
        fields: ['total', 'rent', 'debt'],
        facts: {
          total: { label: text('Income'), format: 'money' },
          rent: { label: text('Rent'), declared: '/rent' },
          debt: { label: text('Debt'), declared: '/debt' },
        },
        reasonForOthers: text('know the income of the household'),
      });
    }),
  );
  return sayingWhyAsked(files, ['rent', 'debt']);
};

describe.each([usualStore])('facts on %s', (kind) => {
  let given: TestCasework;
  let clerk: Actor;
  let stranger: Actor;
  let citizen: Actor;
  let caseId = '';
  let people = 0;

  const connector = (): Actor => connectorOf(caseId);
  const facts = () => given.casework.facts;
  const pdf = () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100, 1)]);

  /** What a connector does: asks the platform, then tells what the source answered. */
  const answered = async (sourceKey: string, answer: object, subject = numberOfCitizen(`Léa ${people}`)) => {
    const { consultations } = given.casework;
    const idempotencyKey = `${sourceKey}-${JSON.stringify(answer)}`;
    const question = { idempotencyKey, source: sourceKey, subject };
    const permission = await consultations.askConsultation(connector(), question);
    if (!permission.permitted) throw new Error(permission.refusal);
    const { consultationId } = permission;
    await consultations.recordOutcome(connector(), {
      idempotencyKey: `${idempotencyKey}-o`,
      consultationId,
      outcome: 'found',
    });
    await consultations.keepSourceAnswer(connector(), {
      idempotencyKey: `${idempotencyKey}-a`,
      consultationIds: [consultationId],
      question: { nationalNumber: subject },
      answer,
    });
    return consultationId;
  };
  const unanswered = async (source: string) => {
    const { consultations } = given.casework;
    const question = { idempotencyKey: 'silent', source, subject: numberOfCitizen(`Léa ${people}`) };
    const permission = await consultations.askConsultation(connector(), question);
    if (!permission.permitted) throw new Error(permission.refusal);
    const { consultationId } = permission;
    await consultations.recordOutcome(connector(), {
      idempotencyKey: 'so',
      consultationId,
      outcome: 'technical-failure',
    });
  };
  const seen = async (actor: Actor = clerk) => (await facts().listFacts(actor, { caseId })).facts;
  const factOf = async (field: string) => (await seen()).find((fact) => fact.field === field);

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    given.sources.set(register, { ok: true, values: { lastName: 'Şimşek' }, at });
    await givenPublished(casework, procedureComparing());
    clerk = await givenStaff(casework, { name: 'Nadia', roles: ['agent'] });
    stranger = await givenStaff(casework, { name: 'Tess', roles: ['agent'], administration: 'taxi' });
  });
  beforeEach(async () => {
    people += 1;
    const { applications } = given.casework;
    given.sources.set(register, { ok: true, values: { lastName: 'Şimşek' }, at });
    citizen = await givenCitizen(given.casework, `Léa ${people}`);
    const draft = await applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, rent: 700, hasLease: false };
    ({ caseId } = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
  });
  afterAll(() => given.close());

  test('what the form was prefilled with stands beside what was declared, with source, moment, purpose and law', async () => {
    expect(await factOf('lastName')).toMatchObject({
      sourceKey: register,
      pointer: '/lastName',
      declared: 'Şimşek',
      state: 'agrees',
      statements: [
        {
          value: 'Şimşek',
          at,
          askedBy: 'form',
          legalBasis: { nl: 'Ord. 2003' },
          purpose: { en: 'prepare the application' },
        },
      ],
    });
  });

  test('what a connector was told is compared where the procedure says with what, and kept once', async () => {
    await answered(income, { total: 21000, rent: 650, secret: 'x' });
    await answered(income, { total: 21000, rent: 650, secret: 'x' });
    expect(await factOf('rent')).toMatchObject({ label: text('Rent'), declared: 700, state: 'contradicts' });
    expect(await factOf('total')).toMatchObject({ format: 'money', declared: null, state: 'undeclared' });
    expect(await factOf('secret')).toBeUndefined();
    const rows = await given.database.query('select sealed from casework.source_answer where case_id = $1', [caseId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('21000');
  });

  test('a name in capitals without accents contradicts nobody, another name does', async () => {
    await answered(register, { lastName: 'SIMSEK' });
    expect(await factOf('lastName')).toMatchObject({ state: 'agrees' });
    await answered(register, { lastName: 'Peeters' });
    expect(await factOf('lastName')).toMatchObject({
      state: 'contradicts',
      declared: 'Şimşek',
      statements: [
        { value: 'Peeters', askedBy: 'process' },
        { value: 'Şimşek', askedBy: 'form' },
      ],
    });
  });

  test('a name in the other language of the register contradicts nobody', async () => {
    await answered(register, { lastName: { fr: 'Peeters', nl: 'Şimşek' } });
    expect(await factOf('lastName')).toMatchObject({
      state: 'agrees',
      statements: [{ value: 'Şimşek', askedBy: 'form' }],
    });
  });

  test('a source that did not say is unknown, field by field', async () => {
    await unanswered(income);
    expect(await factOf('total')).toMatchObject({ state: 'unknown', statements: [] });
    expect(await factOf('rent')).toMatchObject({ state: 'unknown', declared: 700 });
  });

  test('every look is audited and told to the applicant; other administrations see nothing', async () => {
    await seen();
    const [entry] = await given.database.query(
      `select detail from casework.audit_entry where action = 'facts.read' and object = $1`,
      [`case:${caseId}`],
    );
    expect(entry).toMatchObject({ detail: { sources: [register] } });
    expect(await given.casework.cases.listMyAccesses(citizen, {})).toMatchObject([{ kind: 'opening', caseId }]);
    await expect(facts().listFacts(stranger, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('trap 3: a clerk asks again: what the register says now stands beside what it said, and nothing else changes', async () => {
    given.sources.set(register, { ok: true, values: { lastName: 'Peeters', birthDate: '1985-01-01' }, at });
    const again = await facts().askAgain(clerk, { caseId, sourceKey: register });
    expect(again.outcome).toBe('answered');
    expect(again.facts.facts.find(({ field }) => field === 'lastName')).toMatchObject({
      declared: 'Şimşek',
      state: 'contradicts',
      statements: [
        { value: 'Peeters', askedBy: 'desk' },
        { value: 'Şimşek', askedBy: 'form' },
      ],
    });
    // Not authorized: nobody sees it.
    expect(JSON.stringify(again)).not.toContain('1985-01-01');
    const file = await given.casework.cases.getCase(clerk, { caseId });
    expect(file.data).toMatchObject({ lastName: 'Şimşek' });
    expect(file.consultations.filter(({ outcome }) => outcome === 'answered')).toHaveLength(2);
    expect(file.timeline[0]).toMatchObject({ kind: 'sourceAskedAgain', visibleToApplicant: false });
  });

  describe('story 10: that changed since the application came in', () => {
    const changedTo = async (lastName: string) => {
      given.clock.set(new Date(given.clock.now() + 1000).toISOString());
      given.sources.set(register, { ok: true, values: { lastName }, at });
      return (await facts().askAgain(clerk, { caseId, sourceKey: register })).facts.openChanges;
    };
    const settle = (more: object, actor = clerk) =>
      facts().settleChange(actor, { caseId, sourceKey: register, upTo: '', outcome: 'accepted', ...more });
    const sent = () => given.engine.messages.filter(({ name }) => name.endsWith('source.changed'));

    test('is shown as it was and is, and counts from the month after, which applicant and process are told', async () => {
      await given.casework.outbox.drain(system, {});
      const [change] = await changedTo('Peeters');
      expect(change).toMatchObject({
        sourceKey: register,
        fields: [{ field: 'lastName', pointer: '/lastName', before: 'Şimşek', after: 'Peeters' }],
      });
      const { upTo = '', months: [month] = [] } = change ?? {};
      const monthAfter = new Date(Date.UTC(Number(upTo.slice(0, 4)), Number(upTo.slice(5, 7)), 1));
      expect(month).toBe(monthAfter.toISOString().slice(0, 7));
      await expect(settle({ upTo, effectiveMonth: '2031-01' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(settle({ upTo })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(settle({ upTo, effectiveMonth: month }, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });

      // Twice at once: it is settled once.
      const both = await Promise.allSettled([1, 2].map(() => settle({ upTo, effectiveMonth: month })));
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await facts().listFacts(clerk, { caseId })).toMatchObject({
        openChanges: [],
        settledChanges: [
          { outcome: 'accepted', effectiveMonth: month, by: 'Nadia', fields: [{ before: 'Şimşek', after: 'Peeters' }] },
        ],
      });
      await given.casework.outbox.drain(system, {});
      expect(sent().at(-1)).toMatchObject({
        correlationKey: caseId,
        variables: {
          sourceChange: {
            source: register,
            effectiveFrom: `${month}-01`,
            before: { lastName: 'Şimşek' },
            after: { lastName: 'Peeters' },
          },
        },
      });
      const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
      expect(timeline[0]?.text.fr).toMatch(/est pris en compte à partir de/);
      const rows = await given.database.query('select sealed from casework.source_change where case_id = $1', [caseId]);
      expect(JSON.stringify(rows)).not.toContain('Peeters');
      const { settledChanges } = await facts().listMyFacts(citizen, { caseId });
      expect(settledChanges).toEqual([]);
    });

    test('and changed back is open as well: the process may have gone by what was said in between', async () => {
      await changedTo('Peeters');
      const [change] = await changedTo('Şimşek');
      expect(change).toMatchObject({ fields: [{ before: 'Peeters', after: 'Şimşek' }] });
      await settle({ upTo: change?.upTo, outcome: 'rejected', reason: 'Nothing was decided meanwhile' });
      expect((await facts().listFacts(clerk, { caseId })).openChanges).toEqual([]);
    });

    test('is left aside with a reason; what the source says later is another change', async () => {
      await given.casework.outbox.drain(system, {});
      const before = sent().length;
      const [change] = await changedTo('Peeters');
      const { upTo = '' } = change ?? {};
      await expect(settle({ upTo, outcome: 'rejected', reason: ' \u200b' })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
      await settle({ upTo, outcome: 'rejected', reason: 'A mistake of the commune' });
      // Back to what it was: against what was settled, that is a change as well.
      const [back] = await changedTo('Şimşek');
      expect(back).toMatchObject({ fields: [{ before: 'Peeters', after: 'Şimşek' }] });
      await expect(settle({ upTo, outcome: 'rejected', reason: 'x' })).rejects.toMatchObject({
        code: 'STALE_REVISION',
      });
      await given.casework.outbox.drain(system, {});
      expect(sent()).toHaveLength(before);
    });
  });

  test('a register that is silent when it is asked again leaves what it said before', async () => {
    given.sources.set(register, { ok: false, reason: 'UNAVAILABLE' });
    const again = await facts().askAgain(clerk, { caseId, sourceKey: register });
    expect(again.outcome).toBe('unavailable');
    expect(again.facts.facts).toMatchObject([{ field: 'lastName', statements: [{ value: 'Şimşek' }] }]);
  });

  test('without an authorization the desk asks nothing', async () => {
    await expect(facts().askAgain(clerk, { caseId, sourceKey: 'be-lease-register' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  describe('that the applicant calls wrong', () => {
    const proof = async () => {
      const { cases } = given.casework;
      return cases.addMyDocument(citizen, {
        caseId,
        name: 'payslip.pdf',
        content: (async function* () {
          yield pdf();
        })(),
      });
    };
    const correct = async (more: object = {}) =>
      facts().correctFact(citizen, {
        caseId,
        sourceKey: income,
        field: 'total',
        claimed: '18 500 €',
        reason: 'I lost my job in March.',
        documentId: (await proof()).id,
        ...more,
      });

    test('story 20: is shown to the clerk with the value of the source, the one that is claimed, the reason and the document', async () => {
      await answered(income, { total: 21000 });
      await correct();
      expect(await factOf('total')).toMatchObject({
        statements: [{ value: 21000 }],
        corrections: [
          { said: 21000, claimed: '18 500 €', reason: 'I lost my job in March.', document: { name: 'payslip.pdf' } },
        ],
      });
      const [row] = await given.database.query('select sealed from casework.source_correction where case_id = $1', [
        caseId,
      ]);
      expect(JSON.stringify(row)).not.toContain('job');
      const file = await given.casework.cases.getCase(clerk, { caseId });
      expect(file.timeline[0]).toMatchObject({
        kind: 'correctionAsked',
        text: { en: expect.stringContaining('Income') },
      });
    });

    test('is the applicant’s alone to read where its field is restricted, a silent source or not', async () => {
      // given
      await answered(income, { total: 21000, debt: 4711 });
      await correct({ field: 'debt', claimed: '4712 €', reason: 'I paid 4713 back.' });
      // when
      await unanswered(income);
      // then
      const mine = await facts().listMyFacts(citizen, { caseId });
      expect(mine.facts.find(({ field }) => field === 'debt')).toMatchObject({
        statements: [{ value: 4711 }],
        corrections: [{ said: 4711, claimed: '4712 €' }],
      });
      const shown = await seen();
      expect(shown.map(({ field }) => field)).toEqual(['lastName', 'total', 'rent']);
      expect(JSON.stringify(shown)).not.toMatch(/471\d/);
    });

    test('is refused where the source said nothing, and without a document of the case', async () => {
      await expect(correct()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await answered(income, { total: 21000 });
      await expect(correct({ documentId: 'x' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });
  });

  test('what was said about others is not for the applicant', async () => {
    await answered(income, { total: 21000 });
    const { facts: mine } = await facts().listMyFacts(citizen, { caseId });
    expect(mine.map(({ field }) => field)).toEqual(['lastName', 'total']);
    await answered(income, { total: 40000 }, '91000091427');
    const { facts: later } = await facts().listMyFacts(citizen, { caseId });
    expect(JSON.stringify(later)).not.toContain('40000');
    expect(await factOf('total')).toMatchObject({ statements: [{ value: 40000 }, { value: 21000 }] });
    // Somebody else earns something else: nothing changed at the source.
    expect(await facts().listFacts(clerk, { caseId })).toMatchObject({ openChanges: [] });
  });

  test('questions of another case are refused as grounds of an answer', async () => {
    const stolen = await answered(income, { total: 1 });
    const { applications, consultations } = given.casework;
    const other = await givenCitizen(given.casework, `Other ${people}`);
    const draft = await applications.createDraft(other, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, rent: 700, hasLease: false };
    ({ caseId } = await applications.submit(other, { draftId: draft.id, data, language: 'fr' }));
    const answer = { idempotencyKey: 'k', consultationIds: [stolen], question: {}, answer: { total: 2 } };
    await expect(consultations.keepSourceAnswer(connector(), answer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

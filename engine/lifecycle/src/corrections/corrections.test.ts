import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

describe('corrections of what was submitted', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let elsewhere: Actor;
  let caseId: string;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    citizen = await givenCitizen(given.casework, 'Léa');
    caseId = await givenCase(given.casework, citizen);
    await given.casework.outbox.drain(system, {});
  });
  afterAll(() => given.close());

  const cases = () => given.casework.cases;
  const file = () => cases().getCase(agent, { caseId });
  const correct = async (change: object, reason = 'Faute de frappe', actor: Actor = agent) =>
    given.casework.lifecycle.correctAnswers(actor, {
      caseId,
      data: { ...(await file()).data, ...change },
      reason,
      seen: (await file()).corrections.length,
    });

  test('keep the old value beside the new one, with who and why, for both sides', async () => {
    const corrected = await correct({ rent: 650 });
    expect(corrected.data).toMatchObject({ rent: 650 });
    const expected = {
      pointer: '/rent',
      before: { fr: '700,00\u00A0€' },
      after: { fr: '650,00\u00A0€' },
      reason: 'Faute de frappe',
    };
    expect(corrected.corrections).toMatchObject([{ ...expected, by: 'Bart' }]);
    // the applicant reads the same, of the administration and not of a person
    const mine = await cases().getMyCase(citizen, { caseId });
    expect(mine.corrections).toMatchObject([{ ...expected, by: null }]);
    expect(mine.timeline[0]?.text.fr).toContain('Faute de frappe');
  });

  test('reach the process', async () => {
    await given.casework.outbox.drain(system, {});
    const given2 = [...given.engine.variables.values()].flat();
    expect(given2.find(({ name }) => name === 'application')?.value).toContain('650');
  });

  test.each([
    ['answers that do not hold', { rent: -1 }, 'x', 'FORM_INVALID'],
    ['nothing that differs', {}, 'x', 'INPUT_INVALID'],
    ['no reason', { rent: 1 }, ' ', 'INPUT_INVALID'],
  ])('%s are refused', async (_what, change, reason, code) => {
    await expect(correct(change, reason)).rejects.toMatchObject({ code });
  });

  test('do not take back what a colleague corrected while the form was open', async () => {
    const { data, corrections } = await file();
    await correct({ rent: 620 });
    const late = given.casework.lifecycle.correctAnswers(agent, {
      caseId,
      data: { ...data, hasLease: true },
      reason: 'Le bail est là',
      seen: corrections.length,
    });
    await expect(late).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect((await file()).data).toMatchObject({ rent: 620, hasLease: false });
  });

  test('leave what the form keeps for the office as it was, whatever is sent', async () => {
    const opened = await given.casework.intake.openByReference(agent, {
      externalReference: 'inspection-7:1',
      procedureKey: 'rent-aid',
      applicant: { name: 'Ahmed Haddad', email: null, nationalNumber: null },
      language: 'fr',
      receivedOn: null,
      data: { lastName: 'Haddad', rent: 700, hasLease: false, agentNote: 'A neighbour complained.' },
    });
    for (const [seen, rent, more] of [
      [0, 650, {}],
      [1, 640, { agentNote: 'Nobody did.' }],
    ] as const) {
      const data = { lastName: 'Haddad', rent, hasLease: false, ...more };
      const corrected = await given.casework.lifecycle.correctAnswers(agent, {
        caseId: opened.caseId,
        data,
        reason: 'Faute de frappe',
        seen,
      });
      expect(corrected.data).toMatchObject({ rent, agentNote: 'A neighbour complained.' });
      expect(corrected.corrections.map(({ pointer }) => pointer)).not.toContain('/agentNote');
    }
  });

  test('are for the clerks of the case', async () => {
    await expect(correct({ rent: 1 }, 'x', elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(correct({ rent: 1 }, 'x', citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

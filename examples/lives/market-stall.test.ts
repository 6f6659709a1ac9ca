import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, openBank, payersAccount, today as dayOfToday, type Transfer } from '../journeys/kit/bank.ts';
import { certificateCode, hasPoppler } from '../journeys/kit/certificate-code.ts';
import { anybody, publishFolder, signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import {
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { createStartedInstallation } from '../journeys/kit/started-installation.ts';
import { daysLater } from '../journeys/kit/later.ts';
import { waitFor } from '../journeys/kit/wait-for.ts';

const bank = openBank();
const today = dayOfToday();
const folder = path.resolve(import.meta.dirname, '../journeys/market-stall');
const sanctions = path.resolve(import.meta.dirname, '../journeys/market-sanction');

interface Owed {
  readonly id: string;
  readonly caseId: string;
  readonly communication: string;
  readonly state: string;
  readonly rest: string;
  readonly refundDue: string;
}
interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
}
interface Duty {
  readonly occurrences: readonly { readonly id: string; readonly state: string }[];
  readonly planned: readonly { readonly opensOn: string }[];
}
interface Hearing {
  readonly id: string;
  readonly summoned: readonly { readonly position: number }[];
}
interface Applicant {
  readonly door: FrontDoor;
  readonly caseId: string;
}

describe('a market stall from the application to what is left of it years later, through the front door', () => {
  let installation: Installation;
  let server: IrisflowProcess;
  let karim: FrontDoor;
  let nadia: FrontDoor;
  let sofie: FrontDoor;
  let claire: FrontDoor;
  let joris: FrontDoor;
  let marc: FrontDoor;

  const as = (name: string) => signedInAs(installation.webUrl, name);

  beforeAll(async () => {
    installation = await createStartedInstallation('postgres');
    server = await startIrisflow(installation);
    [karim, nadia, claire, joris] = [
      await as('Karim Haddad'),
      await as('Nadia Lambert'),
      await as('Claire Dubois'),
      await as('Joris Claes'),
    ];
    for (const published of [folder, sanctions]) await publishFolder(karim, published);
    await karim.put('/payee', { iban: account, name: 'Brussels Housing', revision: 0 });
    await karim.put('/payer', { iban: account, name: 'Brussels Housing', revision: 0 });
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    removeInstallation(installation);
  });

  const file = async (door: FrontDoor, more: object = {}): Promise<Applicant> => {
    const { id, data } = await door.post<{ id: string; data: object }>('/applications', {
      procedureKey: 'market-stall',
      language: 'fr',
    });
    const answers = { market: 'Flagey', trade: 'Fromages', goods: ['food'], inParts: false, language: 'fr', ...more };
    const { caseId } = await door.post<{ caseId: string }>(`/applications/${id}/submission`, {
      data: { email: 'stall@sandbox.example', ...data, ...answers },
      language: 'fr',
      despite: 'Another stall',
    });
    return { door, caseId };
  };

  const owed = ({ door, caseId }: Applicant) =>
    waitFor('a fee', async () => (await door.get<Owed[]>('/my/payments')).find((one) => one.caseId === caseId));

  const importStatement = (transfers: readonly Transfer[]) =>
    claire.upload('/statements', { name: 'statement.cod', content: bank(transfers) });

  const pay = async (applicants: readonly Applicant[], cents = 25_000n) => {
    const debts = await Promise.all(applicants.map(owed));
    await importStatement(debts.map(({ communication }) => ({ communication, cents, name: 'PAYER' })));
    return debts;
  };

  const taskOf = (clerk: FrontDoor, { caseId }: Applicant, elementId = 'decide') =>
    waitFor(`the task ${elementId}`, async () => {
      const { items } = await clerk.get<{ items: Task[] }>('/tasks?view=unassigned&limit=100');
      return items.find((task) => task.caseId === caseId && task.elementId === elementId);
    });
  const decide = async (clerk: FrontDoor, applicant: Applicant, data: object, elementId = 'decide') => {
    const { id } = await taskOf(clerk, applicant, elementId);
    await clerk.post(`/tasks/${id}/claim`);
    await clerk.post(`/tasks/${id}/completion`, { data });
  };
  const grant = (applicant: Applicant) => decide(nadia, applicant, { outcome: 'grant' });
  const rightOf = ({ caseId }: Applicant) =>
    waitFor('the right', async () => (await nadia.get<{ id: string; number: string }[]>(`/cases/${caseId}/rights`))[0]);
  const placeOf = async ({ caseId }: Applicant) =>
    (await nadia.get<{ state: string; position: number | null }[]>(`/cases/${caseId}/places`))[0];
  const timelineOf = async ({ caseId }: Applicant) =>
    (await nadia.get<{ timeline: { text: { en: string } }[] }>(`/cases/${caseId}`)).timeline.map(({ text }) => text.en);
  const noticesOf = ({ caseId }: Applicant) => nadia.get<{ id: string }[]>(`/cases/${caseId}/notices`);
  const statusOf = async ({ caseId }: Applicant) => (await nadia.get<{ status: string }>(`/cases/${caseId}`)).status;

  let company: Applicant;
  let second: Applicant;
  let third: Applicant;
  let fourth: Applicant;
  let debtor: Applicant;

  test('somebody files for a company, which owes the fee; a statement of the bank pays it, and too much of it', async () => {
    marc = await as('Marc ');
    const { held } = await marc.get<{ held: { id: string; mandator: string }[] }>('/my/mandates');
    const bakery = held.find(({ mandator }) => mandator.startsWith('Boulangerie'));
    await marc.put('/session/acting', { mandateId: bakery?.id });
    company = await file(marc);
    const debt = await owed(company);
    expect(debt).toMatchObject({ state: 'open', rest: '250.00' });
    await importStatement([{ communication: debt.communication, cents: 30_000n, name: 'BOULANGERIE DU PARVIS' }]);
    await waitFor('that it is overpaid', async () => (await owed(company)).refundDue === '50.00');
  });

  test('three have a place, the fourth waits and knows in which position', async () => {
    second = await file(await as('Inès '));
    third = await file(await as('Lotte '));
    await pay([second, third]);
    for (const applicant of [company, second, third])
      await waitFor('a place', async () => (await placeOf(applicant))?.state === 'reserved');
    fourth = await file(await as('Brechtje '));
    await pay([fourth]);
    await waitFor('a place in the line', async () => (await placeOf(fourth))?.state === 'waiting');
    expect(await fourth.door.get(`/my/cases/${fourth.caseId}/places`)).toMatchObject([
      { state: 'waiting', position: 1 },
    ]);
  });

  test('a clerk grants it, and the right is there with a certificate that anybody can check', async () => {
    await grant(company);
    const { id, number } = await rightOf(company);
    expect(number).toMatch(/^MST-\d{4}-\d{5}$/);
    await waitFor('the decision', async () => (await statusOf(company)) === 'granted');
    await waitFor('that the place is held', async () => (await placeOf(company))?.state === 'held');
    const mine = await marc.get<{ id: string; number: string }[]>('/my/rights');
    expect(mine).toMatchObject([{ number, standing: 'valid' }]);
    const certificate = await marc.download(`/my/rights/${id}/certificate`);
    expect(certificate.type).toBe('application/pdf');
    if (!hasPoppler) return;
    const code = certificateCode(certificate.content);
    const check = await anybody(installation.webUrl).post<object>('/certificates/check', { code });
    expect(check).toMatchObject({ isKnown: true, number, standing: 'valid' });
    expect(JSON.stringify(check)).not.toContain('Boulangerie');
  });

  test('a process of its own lives with the right', async () => {
    const isTold = async () => (await timelineOf(company)).includes('The stall is yours.');
    expect(await waitFor('a word of its life', isTold)).toBe(true);
  });

  test('who is refused has a term to appeal from the day on which the letter was presented', async () => {
    await decide(nadia, second, { outcome: 'refuse', grounds: ['G1'], motivation: 'No cheese on this market.' });
    await waitFor('the refusal', async () => (await statusOf(second)) === 'refused');
    const notice = await waitFor('the letter', async () => (await noticesOf(second))[0]);
    expect(notice).toMatchObject({
      term: { running: null },
      channels: [{ channel: 'portal' }, { channel: 'registered' }],
    });
    await nadia.post(`/notices/${notice.id}/fates`, {
      channel: 'registered',
      kind: 'presented',
      day: today,
      reason: 'Receipt of the post',
    });
    expect((await noticesOf(second))[0]).toMatchObject({ term: { running: { actOn: today, state: 'running' } } });
  });

  test('an appeal goes to somebody else than who refused, and its outcome takes the place of the first decision', async () => {
    const appeal = { receivedOn: today, summary: 'Cheese was always sold there.' };
    await nadia.post(`/cases/${second.caseId}/appeals`, appeal);
    const { id } = await taskOf(nadia, second, 'review-appeal');
    await expect(nadia.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    sofie = await as('Sofie ');
    await decide(sofie, second, { outcome: 'founded', motivation: 'It was.' }, 'review-appeal');
    await waitFor('the grant', async () => (await statusOf(second)) === 'granted');
    const { decisions, appeals } = await nadia.get<{ decisions: object[]; appeals: { id: string }[] }>(
      `/cases/${second.caseId}`,
    );
    expect(decisions).toMatchObject([{ outcome: 'granted' }, { outcome: 'refused' }]);
    expect(appeals).toHaveLength(1);
    expect((await rightOf(second)).number).toMatch(/^MST-/);
    expect((await placeOf(second))?.state).toBe('held');
  });

  test('a place that somebody gives back is offered to whoever is next', async () => {
    await third.door.post(`/my/cases/${third.caseId}/withdrawal`, { reason: 'No time' });
    await waitFor('the offer', async () => (await placeOf(fourth))?.state === 'reserved');
    await waitFor('the end', async () => (await statusOf(third)) === 'withdrawn');
    // What was paid for nothing is to be given back.
    expect(await owed(third)).toMatchObject({ state: 'overpaid', refundDue: '250.00' });
    await grant(fourth);
    await rightOf(fourth);
  });

  test('a debtor pays in parts, and has the stall with the first of them', async () => {
    debtor = await file(await as('Marit '), { market: 'Châtelain', inParts: true });
    await waitFor('the plan', async () => (await owed(debtor)).state === 'inInstallments');
    await pay([debtor], 5_000n);
    await grant(debtor);
    await rightOf(debtor);
    expect(await owed(debtor)).toMatchObject({ state: 'inInstallments', rest: '200.00' });
  });

  test('what was paid too much goes back in a batch that a second accountant releases', async () => {
    const { id } = await owed(company);
    await claire.post(`/receivables/${id}/refund`, { iban: payersAccount, payee: 'Boulangerie du Parvis SRL' });
    await claire.post(`/receivables/${(await owed(third)).id}/refund`, { iban: payersAccount, payee: 'Lotte' });
    const batch = await claire.post<{ id: string; total: string; orders: number }>('/payment-batches', {
      until: today,
      executeOn: today,
    });
    expect(batch).toMatchObject({ orders: 2, total: '300.00' });
    await expect(claire.post(`/payment-batches/${batch.id}/release`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await joris.post(`/payment-batches/${batch.id}/release`);
    const { content } = await joris.download(`/payment-batches/${batch.id}/file`);
    expect(content.toString()).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    expect(content.toString()).toContain('<InstdAmt Ccy="EUR">50.00</InstdAmt>');
    await joris.post(`/payment-batches/${batch.id}/confirmation`, { day: today });
    expect(await marc.get('/my/payouts')).toMatchObject([{ amount: '50.00', state: 'executed' }]);
  });

  // Windows open by a clock of the platform, once a minute.
  test('its holder shows every year that it is insured, and a clerk looks at it', async () => {
    const { id } = await rightOf(company);
    const duty = await waitFor('the duty', async () => (await marc.get<Duty[]>(`/my/rights/${id}/obligations`))[0]);
    // Where a leap day lies ahead the year is a day longer than the window.
    if ((duty.planned[0]?.opensOn ?? today) > today && duty.occurrences.length === 0) return;
    const isAsked = async () => (await marc.get<Duty[]>(`/my/rights/${id}/obligations`))[0]?.occurrences[0];
    const asked = await waitFor('that the proof is asked', isAsked, 90);
    expect(asked).toMatchObject({ state: 'open', isOverdue: false });
    await marc.post(`/my/obligations/${asked.id}/submission`, { data: { insurer: 'Ethias', policy: '12-34' } });
    await nadia.post(`/obligations/${asked.id}/verdict`, { verdict: 'accept' });
    expect(await marc.get(`/my/obligations/${asked.id}`)).toMatchObject({ state: 'accepted' });
  }, 120_000);

  test('who holds a stall is invited to renew it, by two people, and answers with a form that is filled in', async () => {
    sofie = await as('Sofie ');
    const text = { fr: 'Renouvelez votre emplacement', nl: 'Vernieuw uw standplaats', en: '' };
    const plan = {
      name: 'Renewals',
      title: text,
      purpose: text,
      legalBasis: { fr: 'Règlement des marchés, art. 4', nl: 'Marktreglement, art. 4', en: '' },
      ground: 'task',
      selection: {
        from: 'rights',
        procedureKey: 'market-stall',
        kind: 'stall',
        states: ['active'],
        ends: { from: today, days: 800 },
        where: [{ field: 'market', is: 'Flagey' }],
        language: null,
        without: null,
      },
      procedureKey: 'market-stall',
      link: 'renewalOf',
      letter: 'renewal',
      beginsOn: today,
      endsOn: today,
      perDay: 100,
      perHour: 100,
      officeHours: false,
      stopShare: 50,
    };
    const found = await nadia.post<{ letters: number; leftOut: object[] }>('/campaign-selections', plan);
    expect(found.letters).toBeGreaterThan(0);
    const { id } = await nadia.post<{ id: string }>('/campaigns', plan);
    await nadia.post(`/campaigns/${id}/proposal`);
    await expect(nadia.post(`/campaigns/${id}/start`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    expect((await sofie.download(`/campaigns/${id}/letters/0`)).type).toBe('application/pdf');
    await sofie.post(`/campaigns/${id}/start`);
    const invited = async () => (await marc.get<{ id: string; state: string }[]>('/my/invitations'))[0];
    const invitation = await waitFor('the invitation', invited);
    expect(invitation).toMatchObject({ state: 'open', administration: { fr: 'Bruxelles Logement' } });
    const { draftId } = await marc.post<{ draftId: string }>(`/my/invitations/${invitation.id}/application`, {
      language: 'fr',
    });
    const { data } = await marc.get<{ data: object }>(`/applications/${draftId}`);
    expect(data).toMatchObject({ market: 'Flagey', trade: 'Fromages' });
    const { caseId } = await marc.post<{ caseId: string }>(`/applications/${draftId}/submission`, {
      data: { email: 'stall@sandbox.example', ...data, goods: ['food'], inParts: false, language: 'fr' },
      language: 'fr',
      despite: 'A renewal',
    });
    const isAnswered = async () => (await invited())?.state === 'answered';
    expect(await waitFor('that it counts as answered', isAnswered)).toBe(true);
    const { numbers } = await sofie.get<{ numbers: object }>(`/campaigns/${id}`);
    expect(numbers).toMatchObject({ sent: found.letters, answered: 1, byInvitation: 1 });
    const { links } = await nadia.get<{ links: { kind: string; other: { id: string } }[] }>(`/cases/${caseId}/links`);
    expect(links).toMatchObject([{ kind: 'renewalOf', other: { id: company.caseId } }]);
    await sofie.post(`/campaigns/${id}/end`, { reason: 'Everybody was written to' });
    await marc.post(`/my/cases/${caseId}/withdrawal`, { reason: 'Not now' });
  }, 60_000);

  test('a stall that a clerk withdraws is free for others, and its life ends', async () => {
    const { id } = await rightOf(company);
    await nadia.post(`/rights/${id}/moves`, { to: 'withdrawn', reason: 'Given up' });
    const isOver = async () => (await timelineOf(company)).some((text) => text.includes('is free'));
    expect(await waitFor('the end of its life', isOver)).toBe(true);
  });

  /** Days go by while nobody looks; whoever comes back signs in again. */
  const comeBack = async (days: number): Promise<void> => {
    await server.stop();
    server = await startIrisflow({ ...installation, environment: { ...installation.environment, ...daysLater(days) } });
    [karim, nadia, sofie, claire] = [
      await as('Karim Haddad'),
      await as('Nadia Lambert'),
      await as('Sofie '),
      await as('Claire Dubois'),
    ];
    fourth = { ...fourth, door: await as('Brechtje ') };
  };
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const dutyNeglected = 365 + 90;
  const hearingDays = 20;

  let sanction: Applicant;

  test('who does not say who insures them has a case of its own, is visited and summoned to a hearing', async () => {
    await comeBack(dutyNeglected);
    const linked = async () =>
      (await nadia.get<{ links: { other: { id: string } }[] }>(`/cases/${fourth.caseId}/links`)).links[0]?.other.id;
    sanction = { ...fourth, caseId: await waitFor('the case of the sanction', linked, 90) };
    const address = `/cases/${sanction.caseId}`;
    const asked = async () => (await nadia.get<{ id: string }[]>(`${address}/inspections`))[0];
    const inspection = await waitFor('that somebody is to look at the stall', asked);
    const found = { present: true, finding: 'No paper on the stall.' };
    await sofie.post(`/inspections/${inspection.id}/report`, { data: found, outcome: 'notCompliant' });
    const day = dayIn(dutyNeglected + hearingDays);
    await decide(nadia, sanction, { day, time: '10:30', place: 'Rue de l’Exemple 1' }, 'plan-hearing');
    const mine = async () => (await fourth.door.get<Hearing[]>(`/my${address}/hearings`))[0];
    expect(await waitFor('the summons', mine)).toMatchObject({ day, time: '10:30' });
  }, 240_000);

  test('who was heard loses the stall for a while, by a letter that says where to appeal; who inspected or heard does not decide', async () => {
    await comeBack(dutyNeglected + hearingDays + 1);
    const address = `/cases/${sanction.caseId}`;
    const [hearing] = await nadia.get<Hearing[]>(`${address}/hearings`);
    const presence = hearing?.summoned.map(({ position }) => ({ position, came: true, statement: 'I forgot.' })) ?? [];
    await nadia.post(`${address}/hearings/${hearing?.id}/leader`);
    const minutes = { presence, minutes: 'She forgot.', documents: [] };
    await nadia.post(`${address}/hearings/${hearing?.id}/minutes`, minutes);
    const { id } = await taskOf(nadia, sanction, 'sanction');
    for (const clerk of [nadia, sofie])
      await expect(clerk.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    const wim = await as('Wim Peeters');
    await decide(wim, sanction, { outcome: 'suspend', motivation: 'Nobody insures it.' }, 'sanction');
    const standing = async () => (await fourth.door.get<{ standing: string }[]>('/my/rights'))[0]?.standing;
    await waitFor('that the right is suspended', async () => (await standing()) === 'suspended');
    expect(await waitFor('the letter', async () => (await noticesOf(sanction))[0])).toMatchObject({
      subject: { fr: 'Suspension de l’emplacement de marché' },
      channels: [{ channel: 'portal' }, { channel: 'registered' }],
      term: { running: null },
    });
  }, 240_000);

  test('nothing stands still, and the books balance', async () => {
    const stuck = await karim.get('/designer/procedures/market-stall/instances?incidents=true');
    expect(stuck).toMatchObject({ items: [] });
    const { balances } = await claire.get<{ balances: { account: string; balance: string }[] }>('/books');
    expect(balances.find(({ account: name }) => name === 'suspense')?.balance ?? '0.00').toBe('0.00');
  });
});

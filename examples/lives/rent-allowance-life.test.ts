import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, payersAccount } from '../journeys/kit/bank.ts';
import { signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import { makeSupervisor } from '../journeys/kit/make-supervisor.ts';
import {
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { createStartedInstallation } from '../journeys/kit/started-installation.ts';
import { daysLater } from '../journeys/kit/later.ts';
import { waitFor as wait } from '../journeys/kit/wait-for.ts';

/** A machine that does much else at once takes its time. */
const patience = 120;
const waitFor = <T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> =>
  wait(what, ask, patience);

const key = 'rent-allowance';
const line = '25.003.31.01';
const otherAccount = 'BE25999000001282';

interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}
interface Parameter {
  readonly key: string;
  readonly values: { value: number }[];
}
interface Right {
  readonly id: string;
  readonly number: string;
  readonly standing: string;
  readonly values: readonly { readonly name: string; readonly value: { readonly fr: string } }[];
}
interface Payout {
  readonly amount: string;
  readonly state: string;
}
interface Case {
  readonly status: string;
  readonly documents: readonly { readonly category: string | null }[];
}
interface Credit {
  readonly id: string;
  readonly credits: readonly { readonly id: string; readonly state: string }[];
}

/** What the form asks and no source knows. */
const answers = {
  incomeChanged: false,
  ownsProperty: false,
  leaseType: 'principal',
  leaseStart: '2021-10-01',
  monthlyRent: 720,
  charges: 80,
  leaseRegistered: true,
  landlordType: 'person',
  landlordRelative: false,
  iban: payersAccount,
  ibanHolder: 'Inès Varnelle',
  language: 'fr',
  declaration: true,
  privacy: true,
};

/** The server lives in a November: what is set aside for a year then comes to two months, and the next year begins soon. */
const untilNovember = (): number => {
  const now = new Date();
  const year = now.getUTCMonth() >= 10 ? now.getUTCFullYear() + 1 : now.getUTCFullYear();
  return Math.ceil((Date.UTC(year, 10, 20) - now.getTime()) / 86_400_000);
};

/** What a bank answers that rejects the payments of a file. */
const rejection = (file: string): string => {
  const one = (tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(file)?.[1] ?? '';
  const rejected = [...file.matchAll(/<EndToEndId>([^<]*)</g)].map(
    ([, id = '']) =>
      `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>answer-1</MsgId><CreDtTm>2026-11-29T10:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${one('MsgId')}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>${one('PmtInfId')}</OrgnlPmtInfId>${rejected.join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
};

describe('a rent allowance from the invitation of its budget to what is asked back, through the front door', () => {
  let installation: Installation;
  let server: IrisflowProcess;
  let nadia: FrontDoor;
  let sofie: FrontDoor;
  let claire: FrontDoor;
  let joris: FrontDoor;
  let ines: FrontDoor;
  let lotte: FrontDoor;
  let ahead = untilNovember();

  const as = (name: string) => signedInAs(installation.webUrl, name);
  const today = () => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const signIn = async () => {
    [nadia, sofie, claire, joris] = [
      await as('Nadia Lambert'),
      await as('Sofie '),
      await as('Claire Dubois'),
      await as('Joris Claes'),
    ];
    [ines, lotte] = [await as('Inès '), await as('Lotte ')];
  };
  const start = async (): Promise<void> => {
    server = await startIrisflow({
      ...installation,
      environment: { ...installation.environment, ...daysLater(ahead) },
    });
    await signIn();
  };
  /** Days go by while nobody looks; whoever comes back signs in again. */
  const comeBack = async (days: number): Promise<void> => {
    ahead += days;
    await server.stop();
    await start();
  };

  /** From now on the law allows grants without a person, and asks for credit first: an analyst says so by two dated parameters. */
  const changeLaw = async (): Promise<void> => {
    const karim = await as('Karim Haddad');
    const address = `/designer/procedures/${key}`;
    const { files, revision } = await karim.get<Draft>(`${address}/draft`);
    const path = 'parameters.json';
    const parameters = JSON.parse(files.find((file) => file.path === path)?.content ?? '[]') as Parameter[];
    for (const { key: name, values } of parameters)
      if (name === 'review.automatic' || name === 'budget.control') for (const one of values) one.value = 1;
    const saved = await karim.put<Draft>(`${address}/draft/files`, {
      path,
      content: JSON.stringify(parameters),
      revision,
    });
    await karim.post(`${address}/publication`, { note: 'Automatic grants', revision: saved.revision });
    await (await as('Lien Maes')).post(`${address}/versions/2/approval`);
    await karim.put('/payee', { iban: account, name: 'Brussels Housing', revision: 0 });
    await karim.put('/payer', { iban: account, name: 'Brussels Housing', revision: 0 });
  };

  const openLine = async (year: number): Promise<string> => {
    const label = { fr: 'Allocations de loyer', nl: 'Huurtoelagen' };
    return (await claire.post<{ id: string }>('/budget/lines', { code: line, year, label })).id;
  };
  let lineId = '';
  const giveCredit = async (amount: string): Promise<void> => {
    const asked = { engagement: amount, liquidation: amount, givenOn: today(), reason: 'Ajustement' };
    const { credits } = await claire.post<Credit>(`/budget/lines/${lineId}/credits`, asked);
    const waiting = credits.find(({ state }) => state === 'asked');
    await joris.post(`/budget/credits/${waiting?.id}/decision`, { isApproved: true });
  };

  beforeAll(async () => {
    installation = await createStartedInstallation('postgres');
    await start();
    await changeLaw();
    lineId = await openLine(Number(today().slice(0, 4)));
  }, 400_000);
  afterAll(async () => {
    await server?.stop();
    removeInstallation(installation);
  });

  const file = async (door: FrontDoor, more: object = {}): Promise<string> => {
    const { id, data } = await door.post<{ id: string; data: { applicant?: object } }>('/applications', {
      procedureKey: key,
      language: 'fr',
    });
    const filled = { ...data, ...answers, ...more, applicant: { ...data.applicant, email: 'ines@sandbox.example' } };
    const { caseId } = await door.post<{ caseId: string }>(`/applications/${id}/submission`, {
      data: filled,
      language: 'fr',
      despite: 'Ma situation change',
    });
    return caseId;
  };
  const seen = (door: FrontDoor, caseId: string) => door.get<Case>(`/my/cases/${caseId}`);
  const hasLetter = (door: FrontDoor, caseId: string, name: string) =>
    waitFor(`the letter ${name}`, async () =>
      (await seen(door, caseId)).documents.some(({ category }) => category === name),
    );
  const rightOf = (door: FrontDoor) => waitFor('the right', async () => (await door.get<Right[]>('/my/rights'))[0]);
  const payouts = (door: FrontDoor) => door.get<Payout[]>('/my/payouts');
  const gather = () =>
    claire.post<{ id: string; orders: number; total: string }>('/payment-batches', {
      until: today(),
      executeOn: today(),
    });
  const taskOf = (clerk: FrontDoor, caseId: string, elementId: string) =>
    waitFor(`the task ${elementId}`, async () => {
      const { items } = await clerk.get<{ items: { id: string; caseId: string; elementId: string }[] }>(
        '/tasks?view=unassigned&limit=100',
      );
      return items.find((task) => task.caseId === caseId && task.elementId === elementId);
    });

  let first: string;

  test('while there is no credit whoever meets the conditions is told so, and waits', async () => {
    first = await file(ines);
    await hasLetter(ines, first, 'budget-delay');
    expect((await seen(ines, first)).status).toBe('inInstruction');
  }, 400_000);

  test('once the credit is there the case goes on by itself, and nobody had to touch it', async () => {
    await giveCredit('600.00');
    await comeBack(8);
    await waitFor('the grant', async () => (await seen(ines, first)).status === 'granted');
    await hasLetter(ines, first, 'grant');
    const { number } = await rightOf(ines);
    expect(number).toMatch(/^AL-\d{4}-\d{6}$/);
    // What is for processes alone is on no page of the right.
    expect(JSON.stringify(await ines.get('/my/rights'))).not.toContain(payersAccount);
  }, 400_000);

  test('the credit that is left does not cover a second one, and a second application of the first is a double', async () => {
    const caseId = await file(lotte);
    expect(await hasLetter(lotte, caseId, 'budget-delay')).toBe(true);
    const double = await file(ines);
    const { id } = await taskOf(nadia, double, 'merge-or-reject');
    await nadia.post(`/tasks/${id}/claim`);
    await nadia.post(`/tasks/${id}/completion`, {
      data: { outcome: 'reject', reason: 'Vous recevez déjà l’allocation.' },
    });
    await waitFor('the end', async () => (await seen(ines, double)).status === 'inadmissible');
    await hasLetter(ines, double, 'inadmissible');
  }, 400_000);

  test('the first month is ordered, released by a second accountant, and rejected: the citizen is asked for another account', async () => {
    await waitFor('an order', async () => (await payouts(ines)).length > 0);
    const batch = await gather();
    await expect(claire.post(`/payment-batches/${batch.id}/release`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await joris.post(`/payment-batches/${batch.id}/release`);
    const { content } = await joris.download(`/payment-batches/${batch.id}/file`);
    await joris.upload('/payment-batches/answers', { name: 'answer.xml', content: rejection(content.toString()) });
    await hasLetter(ines, first, 'payment-rejected');
    expect(await payouts(ines)).toMatchObject([{ state: 'rejected' }]);
  }, 400_000);

  test('a clerk checks the new account, and everything that is due is paid to it with the next month', async () => {
    const change = await file(ines, { purpose: 'account', changedOn: today(), iban: otherAccount });
    const { id } = await taskOf(nadia, change, 'check-account');
    await nadia.post(`/tasks/${id}/claim`);
    await nadia.post(`/tasks/${id}/completion`, { data: { iban: otherAccount, outcome: 'change' } });
    await hasLetter(ines, change, 'account-changed');
    lineId = await openLine(Number(today().slice(0, 4)) + 1);
    await giveCredit('9000.00');
    await comeBack(40);
    const ordered = () =>
      waitFor('what is due', async () => (await payouts(ines)).find(({ state }) => state === 'ordered'));
    const payTo = async (iban: string): Promise<void> => {
      const batch = await gather();
      await joris.post(`/payment-batches/${batch.id}/release`);
      expect((await joris.download(`/payment-batches/${batch.id}/file`)).content.toString()).toContain(iban);
      await joris.post(`/payment-batches/${batch.id}/confirmation`, { day: today() });
    };
    // November and December by what was set aside for their year, January by the credit of the next one.
    for (const amount of ['521.02', '260.51']) {
      expect(await ordered()).toMatchObject({ amount });
      await payTo(otherAccount);
    }
    await waitFor(
      'that all is paid',
      async () => (await payouts(ines)).filter(({ state }) => state === 'executed').length === 2,
    );
  }, 400_000);

  test('a right that ended before what was paid: what was too much is asked back', async () => {
    const { id } = await rightOf(ines);
    const effectiveOn = `${today().slice(0, 7)}-01`;
    await sofie.post(`/rights/${id}/moves`, { to: 'ended', effectiveOn, reason: 'Logement social attribué' });
    const owed = async () => (await ines.get<{ rest: string; caseId: string }[]>('/my/payments'))[0];
    expect(await waitFor('what is asked back', owed)).toMatchObject({ caseId: first, rest: '260.51' });
    await hasLetter(ines, first, 'block-recovery-claim');
  }, 400_000);

  test('a refusal that two people signed is appealed on the portal, and somebody else changes it', async () => {
    const brechtje = await as('Brechtje ');
    const caseId = await file(brechtje);
    const decide = async (clerk: FrontDoor, elementId: string, data: object) => {
      const { id } = await taskOf(clerk, caseId, elementId);
      await clerk.post(`/tasks/${id}/claim`);
      await clerk.post(`/tasks/${id}/completion`, { data });
    };
    const refusal = { outcome: 'refuse', grounds: ['R4'], motivation: 'Vous possédez la moitié d’un appartement.' };
    await decide(nadia, 'instruct', refusal);
    await decide(sofie, 'validate', { validation: 'approve' });
    await waitFor('the refusal', async () => (await seen(brechtje, caseId)).status === 'refused');
    await hasLetter(brechtje, caseId, 'refusal');
    await brechtje.post(`/my/cases/${caseId}/appeals`, { remedy: 0, summary: 'Je l’ai vendu.' });
    const { id } = await taskOf(sofie, caseId, 'block-appeal-review');
    await expect(sofie.post(`/tasks/${id}/claim`)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await makeSupervisor(await as('Karim Haddad'), 'Wim Peeters');
    const wim = await as('Wim Peeters');
    const reformed = { appealOutcome: 'reformed', outcome: 'granted', motivation: 'L’acte de vente est au dossier.' };
    await decide(wim, 'block-appeal-review', reformed);
    await hasLetter(brechtje, caseId, 'appeal-decision');
    // What is granted now an agent works out, and two people sign.
    expect((await taskOf(nadia, caseId, 'instruct')).elementId).toBe('instruct');
  }, 400_000);

  test('in the year after, the review opens by itself, asks the registers, and the allowance goes on', async () => {
    const [waiting] = await lotte.get<{ id: string }[]>('/my/cases');
    await waitFor('that the second one is granted too', async () =>
      waiting === undefined ? false : (await seen(lotte, waiting.id)).status === 'granted',
    );
    await comeBack(230);
    const review = await waitFor('the review', async () =>
      (await lotte.get<{ id: string }[]>('/my/cases')).find(({ id }) => id !== waiting?.id),
    );
    await hasLetter(lotte, review.id, 'review');
    await hasLetter(lotte, review.id, 'kept');
    expect(await rightOf(lotte)).toMatchObject({ standing: 'valid' });
  }, 400_000);

  test('nothing stands still', async () => {
    const karim = await as('Karim Haddad');
    expect(await karim.get(`/designer/procedures/${key}/instances?incidents=true`)).toMatchObject({ items: [] });
  }, 400_000);
});

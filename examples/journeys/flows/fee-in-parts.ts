import { expect } from 'vitest';
import { signedInAs } from '../kit/front-door.ts';
import { wordsOf } from '../kit/texts.ts';
import { waitFor } from '../kit/wait-for.ts';
import { untilThere } from '../kit/until-there.ts';
import { importStatement } from './statement-of-a-bank.ts';
import type { Applicant, Clerk, StaffedDesk } from './people-of-a-folder.ts';

/** In how many parts the office lets people pay, and what each of them is. */
const parts = 5;
export const partCents = 5_000n;
const part = '50,00\u00a0€';

interface Debt {
  readonly communication: string;
}

/** What the accountant sees of the plan: so many parts that are paid, the others not. */
const expectPlan = async ({ page }: Clerk, paid: number): Promise<void> => {
  const money = wordsOf('money', 'nl');
  const plan = page.getByRole('region', { name: money('plan') });
  const open = parts - paid;
  await untilThere(page, plan.getByText(money('part.open'), { exact: true }).nth(open - 1));
  expect(await plan.getByText(money('part.open'), { exact: true }).count()).toBe(open);
  expect(await plan.getByText(money('part.paid'), { exact: true }).count()).toBe(paid);
};

/** Whoever pays in parts is asked for the next of them, by its own day. */
const expectNext = async ({ page, visit, pay }: Applicant): Promise<string> => {
  await visit('/my/payments');
  const asked = page.getByText(pay('toPay', { amount: part, day: '' }).trim());
  await asked.waitFor();
  return asked.innerText();
};

/** The plan on both sides, a part that a file of the bank pays, and the one that is next. */
export const payFirstPart = async (applicant: Applicant, joris: Clerk, statement: string): Promise<void> => {
  const money = wordsOf('money', 'nl');
  const { page, pay, look } = applicant;
  const first = await expectNext(applicant);
  await joris.page.getByRole('row', { name: /Inès/ }).getByRole('link').first().click();
  await joris.page.getByText(money('state.inInstallments')).first().waitFor();
  await expectPlan(joris, 0);
  await joris.look('plan');
  const plan = joris.page.url();
  await importStatement(joris, 'nl', statement);
  await joris.page.goto(plan);
  await expectPlan(joris, 1);
  await joris.look('plan-part-paid');
  const second = await expectNext(applicant);
  expect(second).not.toBe(first);
  await look('payments-in-parts');
  await page.getByRole('link', { name: /marché/ }).click();
  await page.getByText(pay('part.paid', { amount: part })).waitFor();
  expect(await page.getByText(pay('part.open', { amount: part })).count()).toBe(parts - 1);
  await look('payment-part-paid');
};

/** Somebody files for the market on which everything is taken, and owes the fee: answers its communication. */
export const fileFourth = async (desk: StaffedDesk): Promise<{ readonly caseId: string } & Debt> => {
  const door = await signedInAs(desk.webUrl(), 'Brechtje');
  const { id, data } = await door.post<{ id: string; data: object }>('/applications', {
    procedureKey: 'market-stall',
    language: 'nl',
  });
  const answers = { market: 'Flagey', trade: 'Kaas', goods: ['food'], inParts: false, language: 'nl' };
  const { caseId } = await door.post<{ caseId: string }>(`/applications/${id}/submission`, {
    data: { email: 'stall@sandbox.example', ...data, ...answers },
    language: 'nl',
  });
  const [debt] = await waitFor('a fee', async () => {
    const debts = await door.get<Debt[]>('/my/payments');
    return debts.length > 0 && debts;
  });
  return { caseId, communication: debt?.communication ?? '' };
};

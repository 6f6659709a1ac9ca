import type { Page } from 'playwright-core';
import { mouse } from '../kit/hand.ts';
import { createLook } from '../kit/look.ts';
import { signInBy } from '../kit/sign-in.ts';
import type { givenStaffedDesk } from '../kit/staffed-desk.ts';
import { formWords, wordsOf, type JourneyLocale } from '../kit/texts.ts';
import { untilThere } from '../kit/until-there.ts';
import { fieldsOf } from '../pages/fields.ts';

export const folder = 'journeys/market-stall';
export const companies = { fr: 'Boulangerie du Parvis SRL', nl: 'Fietsatelier De Dender BV', en: '' } as const;

type StaffedDesk = ReturnType<typeof givenStaffedDesk>;

/** Somebody at the portal, who is sent on to an address once they are known. */
export const openApplicant = async (
  desk: StaffedDesk,
  { name, locale, address }: { readonly name: string; readonly locale: JourneyLocale; readonly address: string },
) => {
  const page = await desk.open(locale);
  const visit = (to: string) => page.goto(`${desk.webUrl()}/${locale}${to}`);
  await visit(`/sign-in?returnTo=${encodeURIComponent(address)}`);
  await signInBy(page, page.getByRole('button', { name: new RegExp(`${name} `) }));
  return {
    page,
    locale,
    say: wordsOf('portal', locale),
    visit,
    look: createLook({ page, who: `y-portal-${locale}` }),
    pay: wordsOf('payments', locale),
    rights: wordsOf('rights', locale),
  };
};
export type Applicant = Awaited<ReturnType<typeof openApplicant>>;

/** Somebody at the portal who acts for their company. */
export const openCompany = async (desk: StaffedDesk, locale: JourneyLocale): Promise<Applicant> => {
  const marc = await openApplicant(desk, { name: 'Marc', locale, address: '/my/mandates' });
  await marc.page.getByRole('button', { name: `${marc.say('acting.choose')} (${companies[locale]})` }).click();
  await marc.page.getByRole('status').filter({ hasText: companies[locale] }).waitFor();
  return marc;
};

/** Files by hand, and answers the communication of the fee. */
export const apply = async (
  { page, locale, visit, look, say, pay }: Applicant,
  inParts: 'yes' | 'no' = 'no',
): Promise<string> => {
  const fields = fieldsOf(page, mouse, locale);
  const form = formWords('application', locale, folder);
  const wizard = wordsOf('renderer', locale);
  await visit('/procedures/market-stall/application');
  await page.waitForURL(/\/applications\//);
  await fields.choice(form('market.label'), form('market.flagey'));
  await fields.text(form('trade.label'), 'Au Bon Pain');
  await fields.tick(form('goods.food'));
  await fields.yesNo(form('inParts.label'), inParts);
  await fields.text(form('email.label'), 'marc@sandbox.example');
  await fields.choice(form('language.label'), form(`language.${locale}`));
  await look('apply');
  await page.getByRole('button', { name: wizard('wizard.review'), exact: true }).click();
  await page.getByRole('heading', { name: wizard('review.title') }).waitFor();
  await page.getByRole('button', { name: wizard('wizard.submit'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: say('receipt.title') }).waitFor();
  await visit('/my/payments');
  const fee = page.getByRole('link', { name: /marché|markt/ });
  await untilThere(page, fee);
  await look('payments');
  await fee.click();
  await page.getByText(pay('how.text')).waitFor();
  await look(inParts === 'yes' ? 'payment-in-parts' : 'payment');
  const text = await page.locator('main').innerText();
  return /\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+/.exec(text)?.[0] ?? '';
};

/** The page of the one stall that they hold, once they hold it. */
export const openStall = async ({ page, visit }: Applicant, look?: () => Promise<void>): Promise<void> => {
  await visit('/my/rights');
  const right = page.getByRole('listitem').filter({ hasText: /MST-/ }).getByRole('link');
  await untilThere(page, right);
  await look?.();
  await right.click();
  await page.getByRole('link', { name: /^BH-MS-\d{4}-\d{6}-\d{2}$/ }).waitFor();
};

export const openTaskOf = async (page: Page, name: string, claim: string): Promise<void> => {
  const named = new RegExp(name);
  const task = page
    .getByRole('row', { name: named })
    .getByRole('link')
    .or(page.getByRole('link', { name: named }));
  await untilThere(page, task);
  await task.first().click();
  await page.getByRole('button', { name: claim, exact: true }).click();
};

/** Completes the open task, and confirms it where it decides something. */
export const complete = async ({ page, say }: Pick<Applicant, 'page' | 'say'>): Promise<void> => {
  const done = page.getByRole('button', { name: say('complete'), exact: true });
  await done.click();
  const confirm = page.getByRole('button', { name: say('complete.confirm'), exact: true });
  if (
    await confirm.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    )
  )
    await confirm.click();
  await done.waitFor({ state: 'detached' });
};

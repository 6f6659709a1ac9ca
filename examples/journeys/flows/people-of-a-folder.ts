import type { Page } from 'playwright-core';
import { mouse, type Hand } from '../kit/hand.ts';
import { createLook } from '../kit/look.ts';
import { signInBy } from '../kit/sign-in.ts';
import type { givenStaffedDesk } from '../kit/staffed-desk.ts';
import { wordsOf, type JourneyLocale } from '../kit/texts.ts';
import { untilThere } from '../kit/until-there.ts';

export type StaffedDesk = ReturnType<typeof givenStaffedDesk>;
export type Clerk = Awaited<ReturnType<StaffedDesk['openDesk']>>;

export const companies = { fr: 'Boulangerie du Parvis SRL', nl: 'Fietsatelier De Dender BV', en: '' } as const;

export interface Visit {
  /** In file names of pictures. */
  readonly journey: string;
  readonly name: string;
  readonly locale: JourneyLocale;
  readonly address: string;
}

/** Somebody at the portal, who is sent on to an address once they are known. */
export const openApplicant = async (desk: StaffedDesk, { journey, name, locale, address }: Visit) => {
  const page = await desk.open(locale);
  const visit = (to: string) => page.goto(`${desk.webUrl()}/${locale}${to}`);
  await visit(`/sign-in?returnTo=${encodeURIComponent(address)}`);
  await signInBy(page, page.getByRole('button', { name: new RegExp(`${name} `) }));
  return {
    page,
    locale,
    say: wordsOf('portal', locale),
    visit,
    look: createLook({ page, who: `${journey}-portal-${locale}` }),
    pay: wordsOf('payments', locale),
    rights: wordsOf('rights', locale),
  };
};
export type Applicant = Awaited<ReturnType<typeof openApplicant>>;

/** Somebody at the portal who acts for their company. */
export const openCompany = async (desk: StaffedDesk, journey: string, locale: JourneyLocale): Promise<Applicant> => {
  const marc = await openApplicant(desk, { journey, name: 'Marc', locale, address: '/my/mandates' });
  await marc.page.getByRole('button', { name: `${marc.say('acting.choose')} (${companies[locale]})` }).click();
  await marc.page.getByRole('status').filter({ hasText: companies[locale] }).waitFor();
  return marc;
};

const aReference = /[A-Z]{2,}-[A-Z]{2,}-\d{4}-\d{6}-\d{2}/;

/** Reads the receipt after a form was sent: the reference of the case. */
export const readReceipt = async ({ page, say }: Applicant): Promise<string> => {
  await page.getByRole('heading', { level: 1, name: say('receipt.title') }).waitFor();
  const text = await page.getByText(aReference).first().innerText();
  return aReference.exec(text)?.[0] ?? '';
};

/** The page of a case, from the list of their cases. */
export const openCaseOf = async ({ page, visit, say }: Applicant, reference: string): Promise<void> => {
  await visit('/my/cases');
  const link = page.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first();
  await untilThere(page, link);
  await link.click();
  await page.getByText(say('case.reference', { reference })).first().waitFor();
};

/** What is to be paid for a case, once something is: answers its communication. */
export const readPayment = async ({ page, visit, pay }: Applicant, name: RegExp): Promise<string> => {
  await visit('/my/payments');
  const fee = page.getByRole('link', { name });
  await untilThere(page, fee);
  await fee.first().click();
  await page.getByText(pay('how.text')).waitFor();
  const text = await page.locator('main').innerText();
  return /\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+/.exec(text)?.[0] ?? '';
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
export const complete = async (
  { page, say }: Pick<Applicant, 'page' | 'say'>,
  hand: Pick<Hand, 'press'> = mouse,
): Promise<void> => {
  const done = page.getByRole('button', { name: say('complete'), exact: true });
  await hand.press(done);
  const confirm = page.getByRole('button', { name: say('complete.confirm'), exact: true });
  if (
    await confirm.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    )
  )
    await hand.press(confirm);
  await done.waitFor({ state: 'detached' });
};

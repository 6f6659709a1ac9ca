import { mouse } from '../kit/hand.ts';
import { formWords, wordsOf, type JourneyLocale } from '../kit/texts.ts';
import { untilThere } from '../kit/until-there.ts';
import { fieldsOf } from '../pages/fields.ts';
import {
  openApplicant as openVisitor,
  openCompany as openCompanyOf,
  type Applicant,
  type StaffedDesk,
  type Visit,
} from './people-of-a-folder.ts';

export const folder = 'journeys/market-stall';

/** Somebody at the portal, who is sent on to an address once they are known. */
export const openApplicant = (desk: StaffedDesk, visit: Omit<Visit, 'journey'>): Promise<Applicant> =>
  openVisitor(desk, { journey: 'y', ...visit });

/** Somebody at the portal who acts for their company. */
export const openCompany = (desk: StaffedDesk, locale: JourneyLocale): Promise<Applicant> =>
  openCompanyOf(desk, 'y', locale);

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

import type { Page } from 'playwright-core';
import { account } from '../kit/bank.ts';
import { wordsOf, type JourneyLocale } from '../kit/texts.ts';
import { untilThere } from '../kit/until-there.ts';
import type { Desk } from '../pages/desk.ts';
import type { Portal } from '../pages/portal.ts';
import { complete } from './people-of-a-folder.ts';
import { asks } from './tree-permit.ts';

const aReference = /[A-Z]{2,}-\d{4}-\d{6}-\d{2}/;

type Applicant = Portal & { readonly page: Page };

/** Says to which account the administration is paid, as its administrator. */
export const namePayee = async ({ request }: Page, webUrl: string): Promise<void> => {
  const { csrfToken } = (await (await request.get(`${webUrl}/api/session`)).json()) as { csrfToken: string };
  const answer = await request.put(`${webUrl}/api/payee`, {
    data: { iban: account, name: 'Bruxelles Logement', revision: 0 },
    headers: { 'x-csrf-token': csrfToken },
  });
  // Another attempt may have named it already.
  if (!answer.ok() && answer.status() !== 409)
    throw new Error(`The payee was refused: ${answer.status()} ${await answer.text()}`);
};

/** Files for a dangerous tree, with the address that the platform knows; answers the reference of the case. */
export const applyForTree = async (
  { page, hand, goto, fields, say, look }: Applicant,
  procedure: string,
  locale: JourneyLocale,
): Promise<string> => {
  const wizard = wordsOf('renderer', locale);
  await goto(`/procedures/${procedure}/application`);
  await page.waitForURL(/\/applications\//);
  await fields.text(asks.where, 'Rue des Tilleuls 12, Schaerbeek');
  await fields.text(asks.height, '15');
  await fields.yesNo(asks.isDangerous, 'yes');
  await fields.text(asks.danger, 'Il penche vers la maison.');
  const email = await page.getByRole('textbox', { name: new RegExp(`^${asks.email}`) }).inputValue();
  if (!email.includes('@')) throw new Error(`Expected the e-mail address that the platform knows, but read "${email}"`);
  await look('apply');
  await hand.press(page.getByRole('button', { name: wizard('wizard.review'), exact: true }));
  await page.getByRole('heading', { name: wizard('review.title') }).waitFor();
  await hand.press(page.getByRole('button', { name: wizard('wizard.submit'), exact: true }));
  await page.getByRole('heading', { level: 1, name: say('receipt.title') }).waitFor();
  return aReference.exec(await page.getByText(aReference).first().innerText())?.[0] ?? '';
};

/** Pays the fee at once, on the page of the payment provider. */
export const payFee = async ({ page, hand, goto }: Applicant, locale: JourneyLocale): Promise<void> => {
  const pay = wordsOf('payments', locale);
  await goto('/my/payments');
  const fee = page.getByRole('link', { name: /Redevance/ });
  await untilThere(page, fee);
  await hand.press(fee.first());
  await hand.press(page.getByRole('button', { name: new RegExp(pay('online.pay', { amount: '.*' })) }));
  await page.waitForURL(/\/pay\//);
  await hand.press(page.locator('form').getByRole('button'));
  await page.getByText(pay('back.paid')).first().waitFor({ timeout: 60_000 });
};

/** Grants the permit, in the form that the analyst drew. */
export const grantPermit = async (desk: Desk & { readonly page: Page }, reference: string): Promise<void> => {
  await desk.openTask(reference);
  await desk.claim();
  await desk.fields.text('Conclusion', 'L’arbre peut être abattu.');
  await desk.fields.yesNo(asks.isGranted, 'yes');
  await complete(desk, desk.hand);
};

/** Whoever applied reads that it was granted, and has the letter that the analyst wrote. */
export const readDecision = async ({ page, openCase, say, look }: Applicant, reference: string): Promise<void> => {
  await openCase(reference);
  await untilThere(page, page.getByText(say('case.decision.granted')));
  await untilThere(page, page.getByText('Votre demande d’abattre un arbre'));
  await look('case-granted');
};

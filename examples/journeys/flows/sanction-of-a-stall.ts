import type { Page } from 'playwright-core';
import { today } from '../kit/bank.ts';
import { signedInAs } from '../kit/front-door.ts';
import { mouse } from '../kit/hand.ts';
import { formWords } from '../kit/texts.ts';
import { fieldsOf } from '../pages/fields.ts';
import type { Clerk } from './people-of-a-folder.ts';

const folder = 'journeys/market-sanction';
/** More than the notice that whoever is summoned has. */
export const hearingDays = 17;

const dayIn = (days: number): string =>
  new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

interface Held {
  readonly id: string;
  readonly caseId: string;
}

/** The office opens a case of its own motion about the right that somebody holds; answers the key of the case. */
export const openSanction = async (webUrl: string, holder: string): Promise<string> => {
  const nadia = await signedInAs(webUrl, 'Nadia Lambert');
  const { items } = await nadia.get<{ items: { id: string }[] }>(`/rights?search=${encodeURIComponent(holder)}`);
  const right = await nadia.get<Held>(`/rights/${items[0]?.id ?? ''}`);
  const draft = await nadia.post<{ id: string }>('/office-applications', {
    procedureKey: 'market-sanction',
    channel: 'exOfficio',
    receivedOn: null,
    language: 'nl',
    who: { kind: 'applicant', caseId: right.caseId },
  });
  const { caseId } = await nadia.post<{ caseId: string }>(`/applications/${draft.id}/submission`, {
    data: { rightId: right.id, dueOn: today() },
    language: 'nl',
  });
  return caseId;
};

/** Who goes to look writes a report, which cannot be changed any more. */
export const inspect = async ({ page, say, look, button }: Clerk): Promise<void> => {
  const form = formWords('look', 'fr', folder);
  const fields = fieldsOf(page, mouse, 'fr');
  await page.getByRole('table').getByRole('link').first().click();
  await fields.choice(say('inspection.outcome'), say('inspection.outcome.notCompliant'));
  await fields.yesNo(form('present.label'), 'yes');
  await fields.text(form('finding.label'), 'Aucune attestation sur l’étal.');
  await look('inspection');
  await button(say('inspection.send')).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: say('inspection.send'), exact: true });
  await confirm.click();
  await confirm.waitFor({ state: 'detached' });
};

/** What the task asks before somebody can be summoned. */
export const planHearing = async (page: Page): Promise<void> => {
  const form = formWords('plan-hearing', 'fr', folder);
  const fields = fieldsOf(page, mouse, 'fr');
  await fields.date(form('day.label'), dayIn(hearingDays - 1));
  await fields.text(form('time.label'), '10:30');
  await fields.text(form('place.label'), 'Rue de l’Exemple 1');
};

/** Who leads the hearing writes down who came and what was said. */
export const hear = async ({ page, say, look, button }: Clerk): Promise<void> => {
  const begin = (action: string) => page.getByRole('button', { name: new RegExp(`^${action}`) });
  await begin(say('hearing.take')).click();
  await begin(say('hearing.take')).waitFor({ state: 'detached' });
  await begin(say('hearing.report')).click();
  await page
    .getByRole('radio', { name: say('hearing.came') })
    .first()
    .check();
  await page.locator('#hearing-minutes').fill('Elle a oublié son attestation.');
  await look('hearing');
  await button(say('hearing.report.confirm')).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: say('hearing.report.confirm'), exact: true });
  await confirm.click();
  await confirm.waitFor({ state: 'detached' });
};

/** Somebody else decides. */
export const decideSanction = async (page: Page): Promise<void> => {
  const form = formWords('sanction', 'nl', folder);
  const fields = fieldsOf(page, mouse, 'nl');
  await fields.choice(form('outcome.label'), form('outcome.suspend'));
  await fields.text(form('motivation.label'), 'Niemand verzekert de kraam.');
};

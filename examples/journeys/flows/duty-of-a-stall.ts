import { expect } from 'vitest';
import { mouse } from '../kit/hand.ts';
import { createLook } from '../kit/look.ts';
import { formWords, wordsOf } from '../kit/texts.ts';
import { untilThere } from '../kit/until-there.ts';
import { fieldsOf } from '../pages/fields.ts';
import { folder, openStall } from './applicant-of-a-stall.ts';
import type { Applicant, Clerk } from './people-of-a-folder.ts';

/** After this, neither the days of grace nor the ladder of sanctions have anything left. */
export const daysOfNeglect = 365 + 90;

/** The one duty of the stall, in French: which day is it due? */
const dueOn = async ({ page, rights }: Applicant): Promise<string> => {
  const due = page.getByRole('region', { name: rights('due') });
  await due.getByRole('heading', { name: 'Attestation d’assurance' }).waitFor();
  await untilThere(page, due.getByText(rights('due.state.open')));
  const [before = ''] = rights('due.on').split('{day}');
  return (
    await due
      .getByText(new RegExp(`^${before}\\d`))
      .last()
      .innerText()
  ).replace(before, '');
};

/** The holder sees until when to answer, and does, by the form of the folder. */
export const answerDuty = async (holder: Applicant): Promise<string> => {
  const { page, rights, look } = holder;
  await openStall(holder);
  const day = await dueOn(holder);
  await look('right-due');
  await page.getByRole('link', { name: rights('due.answer') }).click();
  await page.getByText(day).first().waitFor();
  const form = formWords('insurance', 'fr', folder);
  const fields = fieldsOf(page, mouse, 'fr');
  await fields.text(form('insurer.label'), 'Assurances du Parvis');
  await fields.text(form('policy.label'), '12-34');
  await look('due');
  await page.getByRole('button', { name: rights('due.send'), exact: true }).click();
  const confirm = page.getByRole('dialog');
  await confirm.getByText(rights('due.confirm.text', { day })).waitFor();
  await confirm.getByRole('button', { name: rights('due.send'), exact: true }).click();
  await page.getByText(rights('due.state.submitted'), { exact: true }).waitFor();
  return day;
};

/** A clerk reads what was answered and accepts it, which the holder reads. */
export const acceptDuty = async ({ page, look, button }: Clerk, holder: Applicant): Promise<void> => {
  const say = wordsOf('obligations', 'nl');
  await untilThere(page, page.getByRole('table').getByRole('link', { name: 'Verzekeringsattest' }));
  await look('obligations');
  await page.getByRole('table').getByRole('link', { name: 'Verzekeringsattest' }).click();
  await page.getByText('Assurances du Parvis').waitFor();
  await button(say('verdict.accept')).click();
  await look('obligation-accept');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('verdict.accept'), exact: true })
    .click();
  await page.getByText(say('state.accepted')).first().waitFor();
  await holder.page.reload();
  await holder.page.getByText(holder.rights('due.state.accepted'), { exact: true }).waitFor();
  await holder.look('due-accepted');
};

/** The office finds what was neglected, with every step of the ladder that it brought; nobody can answer any more. */
export const seeNeglected = async ({ page, look }: Clerk, holder: RegExp): Promise<void> => {
  const say = wordsOf('obligations', 'nl');
  const row = page.getByRole('row', { name: holder });
  await untilThere(page, row.getByText('Voorstel tot intrekking'));
  await look('obligations-late');
  await row.getByRole('link', { name: 'Verzekeringsattest' }).click();
  const ladder = page.getByRole('region', { name: say('ladder') });
  for (const step of ['Herinnering', 'Voorstel tot intrekking']) await ladder.getByText(step).waitFor();
  const [told = ''] = say('ladder.told').split('{day}');
  expect(await ladder.getByText(told.trim()).count()).toBe(3);
  await look('obligation-late');
};

/** What the holder reads of it, in both languages. */
export const readNeglected = async (holder: Applicant): Promise<void> => {
  const { page, rights, look } = holder;
  await openStall(holder);
  await page.getByText(rights('due.late')).first().waitFor();
  // Their browser lives today and takes the last day to answer for one ahead; what was due first stands last.
  const links = new RegExp(`^(?:${rights('due.answer')}|${rights('due.look')})$`);
  await page.getByRole('link', { name: links }).last().click();
  await page.getByText(rights('due.closed')).waitFor();
  await page.getByText(rights('due.act.overdue', { step: 'Proposition de retrait' })).waitFor();
  await look('due-late');
  await page.goto(page.url().replace('/fr/', '/nl/'));
  await page.getByText(wordsOf('rights', 'nl')('due.act.overdue', { step: 'Herinnering' })).waitFor();
  await createLook({ page, who: 'y-portal-nl' })('due-late');
};

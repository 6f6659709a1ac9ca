import { expect } from 'vitest';
import { mailsTo } from '../kit/mails.ts';
import { waitFor } from '../kit/wait-for.ts';
import type { World } from '../kit/world.ts';
import { plainAnswers } from '../pages/portal.ts';

export interface Granted {
  readonly reference: string;
  readonly letters: readonly string[];
  /** Message-IDs of the mails about letters. */
  readonly mails: readonly string[];
}

export interface GrantHooks {
  /** Called in the middle: the application is in, the agent has not begun. */
  readonly beforeInstruction?: () => Promise<void>;
  /** Mails that the catcher forgot because it was killed with the server. */
  readonly forgottenMails?: () => readonly string[];
}

/** Inès applies, Nadia proposes, Sofie signs, Inès reads the decision. */
export const grantInFrench = async (world: World, journey: string, hooks: GrantHooks = {}): Promise<Granted> => {
  // given an applicant whom the registers know
  const ines = await world.applicant({ journey, locale: 'fr' });
  await ines.goto('/');
  await ines.page.getByRole('heading', { level: 1 }).waitFor();
  await ines.signIn('Inès Varnelle');

  // when she applies
  await ines.startApplication();
  await ines.page.getByText('Varnelle').first().waitFor();
  await ines.answerPages(plainAnswers);
  const reference = await ines.submit();
  expect(reference).toMatch(/^BH-RA-\d{4}-\d{6}-\d{2}$/);
  await hooks.beforeInstruction?.();

  // and an agent proposes, and the supervisor signs
  const nadia = await world.clerk({ journey, locale: 'fr' });
  await nadia.signIn('Nadia Lambert');
  await nadia.openTask(reference);
  await nadia.claim();
  await nadia.propose();
  const sofie = await world.clerk({ journey: `${journey}-validate`, locale: 'nl' });
  await sofie.signIn('Sofie De Smet');
  await sofie.openTask(reference);
  await sofie.claim();
  await sofie.approve();

  // then the applicant reads the decision, its amount and its letter
  await ines.openCase(reference);
  await ines.page.getByText(ines.say('case.decision.granted')).first().waitFor();
  await ines.page
    .getByText(/260,51/)
    .first()
    .waitFor();
  const letters = await waitFor('the letter of the decision', async () => {
    const names = await ines.page
      .getByRole('region', { name: ines.say('case.documents') })
      .or(
        ines.page
          .locator('section')
          .filter({ has: ines.page.getByRole('heading', { name: ines.say('case.documents') }) }),
      )
      .getByRole('link')
      .allInnerTexts();
    return names.length >= 3 ? names : null;
  });
  await ines.page.getByText('Registre national').first().waitFor();
  await ines.look('case-granted');
  const mails = await waitFor('a mail about each letter', async () => {
    const caught = (await mailsTo(world.installation, plainAnswers.email)).map(({ messageId }) => messageId);
    const all = [...(hooks.forgottenMails?.() ?? []), ...caught];
    return new Set(all).size >= 2 ? all : null;
  });
  return { reference, letters: letters.map((name) => name.trim()), mails };
};

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from './kit/bank.ts';
import { openWorld, type World } from './kit/world.ts';
import { plainAnswers } from './pages/portal.ts';

const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const newLabel = 'Votre adresse de courriel';

describe('journey e: a second version', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  const applyAs = async (name: string, emailLabel?: string) => {
    const applicant = await world.applicant({ journey: `e-${name.split(' ')[0]}`, locale: 'fr' });
    await applicant.signIn(name);
    if (emailLabel === undefined) return applicant.file({ email: plainAnswers.email, letters: 'fr' });
    await applicant.startApplication();
    await applicant.page.getByRole('textbox', { name: new RegExp(`^${emailLabel}`) }).waitFor();
    await applicant.answerPages({ ...plainAnswers, emailLabel });
    // Who has a case already says why it is another matter.
    return applicant.submit('Un autre logement');
  };

  const calculatedFor = async (reference: string): Promise<string> => {
    const nadia = await world.clerk({ journey: `e-${reference.slice(-5)}`, locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await nadia.openTask(reference);
    const amounts = await nadia.page.getByText(/^\d{3},\d{2}\s€$/).allInnerTexts();
    return amounts[0] ?? '';
  };

  it('leaves running cases on the first and takes new ones to the second', async () => {
    // given a case on version 1
    const first = await applyAs('Lotte Verhulle');

    // when the analyst changes an amount and the wording of a form, and publishes
    const karim = await world.analyst({ journey: 'e', locale: 'fr' });
    await karim.signIn('Karim Haddad');
    await karim.openSettings();
    await karim.openProcess();
    await karim.openTaskPanel('instruct');
    await karim.changeCell('Montant mensuel', 'singleParent.mid', '140 + 43.42 * facts.children');
    await karim.changeLabel('Adresse e-mail', 'Français', newLabel);
    await karim.publish('Montant de base indexé', '2', 'Les scénarios disent encore le montant d’avant.');
    // and a colleague approves the reasons for asking about the household
    const lien = await world.analyst({ journey: 'e-approval', locale: 'nl' });
    await lien.signIn('Lien Maes');
    await lien.approve('2');

    // then the running case keeps its amount, and a new one has the new wording and the new amount
    const second = await applyAs('Lotte Verhulle', newLabel);
    expect(await calculatedFor(first)).toMatch(/^173,68/);
    expect(await calculatedFor(second)).toMatch(/^183,42/);
  });

  it('ends when two people said so, tells everybody what takes its place, and comes back', async () => {
    // given somebody who began an application
    const lotte = await world.applicant({ journey: 'e-end', locale: 'fr' });
    await lotte.signIn('Lotte Verhulle');
    await lotte.startApplication();
    await lotte.page.waitForURL(/applications/);

    // when the analyst ends the procedure today, and a colleague approves
    const url = 'https://logement.example/aide';
    const karim = await world.analyst({ journey: 'e-end', locale: 'fr' });
    await karim.signIn('Karim Haddad');
    await karim.askEnd({ today: today(), until: daysFrom(today(), 30), url, reason: 'Ordonnance abrogée' });
    const lien = await world.analyst({ journey: 'e-end', locale: 'nl' });
    await lien.signIn('Lien Maes');
    await lien.approveEnd('retire.approveEnd', 'retire.approved');
    await lien.seeEnded();

    // then everybody reads so in their language, and nobody is offered to begin
    const visitor = await world.applicant({ journey: 'e-visitor', locale: 'nl' });
    await visitor.goto('/');
    await visitor.page.getByRole('link', { name: url }).first().waitFor();
    await visitor.look('home-ended');
    await visitor.goto('/procedures/rent-allowance');
    await visitor.page.getByText(visitor.say('ended.none')).waitFor();
    expect(await visitor.page.getByRole('link', { name: visitor.say('procedure.start') }).count()).toBe(0);
    await visitor.look('procedure-ended');

    // and who began reads until when it can be sent
    await lotte.page.reload();
    await lotte.page.getByText(lotte.say('ended.none')).waitFor();
    await lotte.look('application-ended');

    // and it comes back by the same two
    await lien.askReturn('Toch verlengd');
    await karim.approveEnd('retire.approveReturn', 'retire.isBack');
    await visitor.page.reload();
    await visitor.page.getByRole('link', { name: visitor.say('procedure.start') }).waitFor();
  });
});

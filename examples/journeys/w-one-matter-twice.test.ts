import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './kit/world.ts';
import { formWords, wordsOf } from './kit/texts.ts';
import { plainAnswers } from './pages/portal.ts';

describe('journey w: one matter comes in twice', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('the applicant is asked why, the clerk links both cases and corrects an answer, and the applicant reads all of it', async () => {
    // given somebody who applies, and begins again
    const lotte = await world.applicant({ journey: 'w', locale: 'fr' });
    await lotte.signIn('Lotte Verhulle');
    const email = 'lotte@sandbox.example';
    const first = await lotte.file({ email, letters: 'fr' });
    await lotte.startApplication();

    // then they are told that one goes on, and sent only with a reason
    await lotte.page.getByText(lotte.say('application.openCases')).first().waitFor();
    await lotte.answerPages({ ...plainAnswers, email });
    await lotte.declare();
    await lotte.page.getByRole('button', { name: wordsOf('renderer', 'fr')('wizard.submit'), exact: true }).click();
    await lotte.page.getByText(lotte.say('application.openCases.missing')).waitFor();
    const second = await lotte.send('Un autre logement');
    expect(second).not.toBe(first);

    // when a clerk opens the second one, they see the first and say that it is the same
    const wim = await world.clerk({ journey: 'w', locale: 'nl' });
    await wim.signIn('Wim Peeters');
    await wim.openCase(second);
    await wim.page.getByText(wim.say('suspects.title')).waitFor();
    await wim.look('case-suspect');
    await wim.page.getByRole('button', { name: wim.say('suspects.mark.of', { reference: first }) }).click();
    await wim.page.getByLabel(wim.say('reason')).fill('Zelfde woning');
    await wim.look('link');
    await wim.page
      .getByRole('dialog')
      .getByRole('button', { name: wim.say('links.make') })
      .click();
    await wim.page.getByText(wim.say('link.duplicateOf.to')).waitFor();

    // and corrects the rent, with a reason
    await wim.page.getByRole('link', { name: wim.say('correction.open') }).click();
    await wim.page.getByLabel(wim.say('reason')).fill('Tikfout in de huur');
    await wim.page.getByLabel(formWords('application', 'nl')('monthlyRent.label')).first().fill('700');
    await wim.look('correction');
    await wim.page.getByRole('button', { name: wim.say('correction.save') }).click();
    await wim.page.getByText(wim.say('corrections')).first().waitFor();
    await wim.look('case');

    // then the applicant reads how their cases belong together, and both values
    await lotte.openCase(second);
    await lotte.page.getByText(lotte.say('case.links')).waitFor();
    await lotte.page.getByText('Tikfout in de huur').first().waitFor();
    await lotte.look('case');
  });
});

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

    // when a clerk finds out that they know her, both cases are closed to them
    const nadia = await world.clerk({ journey: 'w', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await nadia.openCase(second);
    const { page, say, look } = nadia;
    await page.getByRole('button', { name: say('conflict.declare'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('conflict.declare') }).click();
    await dialog.getByText(say('reason.missing')).waitFor();
    await look('conflict-declare');
    await dialog.getByLabel(say('reason')).fill('Lotte est ma voisine.');
    await dialog.getByRole('button', { name: say('conflict.declare') }).click();
    await page.getByText(say('conflict.declared')).waitFor();
    await page.getByRole('link', { name: say('conflict.title'), exact: true }).click();
    await page.getByText('Lotte est ma voisine.').first().waitFor();
    await look('conflicts');
    await page.goto(new URL(`/desk/cases?search=${first}`, page.url()).href);
    await page.getByText(say('cases.empty')).first().waitFor();
    expect(await page.getByText(first).count()).toBe(0);

    // then a supervisor notes another one, and lifts it
    const sofie = await world.clerk({ journey: 'w', locale: 'nl' });
    await sofie.signIn('Sofie De Smet');
    await sofie.openCase(first);
    await sofie.page.getByRole('button', { name: sofie.say('conflict.note'), exact: true }).click();
    const noting = sofie.page.getByRole('dialog');
    await noting.getByLabel(sofie.say('conflict.person'), { exact: true }).selectOption({ label: 'Wim Peeters' });
    await noting.getByRole('radio').last().check();
    await noting.getByLabel(sofie.say('reason')).fill('Wim verhuurt een woning aan deze persoon.');
    await sofie.look('conflict-note');
    await noting.getByRole('button', { name: sofie.say('conflict.note') }).click();
    await sofie.page.getByText(sofie.say('conflict.noted')).waitFor();
    await sofie.page.goto(new URL('/desk/conflicts', sofie.page.url()).href);
    await sofie.page.getByRole('cell', { name: 'Wim Peeters' }).first().waitFor();
    await sofie.look('conflicts');
    await sofie.page.getByRole('button', { name: /Wim Peeters,/ }).click();
    await sofie.page.getByLabel(sofie.say('reason')).fill('De huur is voorbij.');
    await sofie.look('conflict-lift');
    await sofie.page
      .getByRole('dialog')
      .getByRole('button', { name: sofie.say('conflict.lift') })
      .click();
    await sofie.page.getByText(sofie.say('conflict.lifted')).waitFor();
    expect(await sofie.page.getByRole('cell', { name: 'Nadia Lambert' }).count()).toBeGreaterThan(0);
  });
});

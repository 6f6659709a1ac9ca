import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formWords } from './kit/texts.ts';
import { openWorld, type World } from './kit/world.ts';

describe('journey i: who saw my data', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('an instance shows shapes; whoever looks behind the mask or corrects says why, and the applicant reads it', async () => {
    // given a case of an applicant with a bank account
    const lotte = await world.applicant({ journey: 'i', locale: 'fr' });
    await lotte.signIn('Lotte Verhulle');
    const reference = await lotte.file({ email: 'lotte@sandbox.example', letters: 'fr' });
    const mail = 'lotte@sandbox.example';
    const iban = 'BE54';

    // when the administrator opens the instance, then the values are masked
    const karim = await world.analyst({ journey: 'i', locale: 'fr' });
    await karim.signIn('Karim Haddad');
    await karim.openInstance(reference);
    expect(await karim.page.getByText(mail).count()).toBe(0);

    // when they say why, then they see and correct them, until they mask them again
    await karim.unmask('Le compte semble faux.');
    expect(await karim.page.getByText(mail).count()).toBeGreaterThan(0);
    // but no account: it is restricted, and read in the file alone
    expect(await karim.page.getByText(iban).count()).toBe(0);
    await karim.correct('language', '"nl"', 'Langue choisie au guichet.');
    await karim.maskAgain();
    expect(await karim.page.getByText(mail).count()).toBe(0);

    // and a clerk opens the file
    const nadia = await world.clerk({ journey: 'i', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await nadia.openTask(reference);

    // then the applicant reads all of it, without a name
    await lotte.openMyData();
    const page = lotte.page.getByRole('main');
    await page.getByText(lotte.say('access.kind.opening')).first().waitFor();
    await page.getByText(lotte.say('access.kind.unmasking')).first().waitFor();
    await page.getByText(lotte.say('access.kind.correction')).first().waitFor();
    for (const name of ['Karim', 'Nadia']) expect(await page.getByText(name).count()).toBe(0);

    // and whoever guards the data finds by their number who it was, and why
    const guardian = await world.clerk({ journey: 'i', locale: 'fr' });
    await guardian.signIn('Karim Haddad');
    await guardian.searchTraces('88.00.00-904.71');
    await guardian.page.getByRole('cell', { name: 'Nadia Lambert' }).first().waitFor();
    await guardian.look('traces');
    await guardian.openRetention();
    await guardian.look('retention');

    // and a supervisor stops the destruction of the case, which everybody who handles it sees
    const sofie = await world.clerk({ journey: 'i', locale: 'nl' });
    await sofie.signIn('Sofie De Smet');
    await sofie.openCase(reference);
    expect(await sofie.page.getByText(iban).count()).toBe(0);
    await sofie.look('restricted-answer');
    await sofie.showAnswer(formWords('application', 'nl')('iban.label'), 'De bank stuurt het geld terug.');
    await sofie.page.getByText(iban).first().waitFor();
    await sofie.look('restricted-answer-shown');
    await sofie.holdCase('Er is beroep aangekondigd.');
    await sofie.look('case-on-hold');
    await guardian.searchTraces('88.00.00-904.71');
    await guardian.page.getByText('De bank stuurt het geld terug.').waitFor();
    await guardian.look('traces-of-an-answer');
    await lotte.openMyData();
    const account = formWords('application', 'fr')('iban.label');
    await lotte.page.getByText(lotte.say('access.field', { field: account })).waitFor();
    await lotte.look('account-was-read');
    await guardian.openRetention();
    await guardian.openHolds();
    await guardian.page.getByText('Er is beroep aangekondigd.').waitFor();
    await guardian.look('holds');
  });
});

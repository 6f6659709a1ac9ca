import { beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf } from './pages/fields.ts';
import { mouse } from './kit/hand.ts';
import { createLook } from './kit/look.ts';
import { republish } from './kit/republish.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { formWords, wordsOf } from './kit/texts.ts';

const procedure = 'rent-allowance';
const companies = { fr: 'Boulangerie du Parvis SRL', nl: 'Fietsatelier De Dender BV' } as const;
const numberOfSomebody = '85.01.01-123.87';

describe('journey m: the same person applies here and acts for a company there', () => {
  const desk = givenStaffedDesk('m');

  beforeAll(async () => {
    await republish(await desk.open('fr'), desk.webUrl(), { audience: ['citizen', 'company'] });
  });

  it.each(['fr', 'nl'] as const)('chooses for whom they act, and always sees it (%s)', async (locale) => {
    const page = await desk.open(locale);
    const company = companies[locale];
    const say = wordsOf('portal', locale);
    const look = createLook({ page, who: `m-portal-${locale}` });
    const fields = fieldsOf(page, mouse, locale);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const visit = (path: string) => page.goto(`${desk.webUrl()}/${locale}${path}`);

    // given a procedure that is for companies too, and somebody whom the provider names for two of them
    await visit(`/sign-in?returnTo=${encodeURIComponent('/my/mandates')}`);
    await page.getByRole('button', { name: /Marc / }).click();
    await page.getByRole('heading', { level: 1, name: say('mandate.title') }).waitFor();
    await look('mandates');

    // when they choose one of them
    await page.getByRole('button', { name: `${say('acting.choose')} (${company})` }).click();

    // then every page says for whom, also when it is opened anew
    const bar = page.getByRole('status').filter({ hasText: `${say('acting.for')} ${company}` });
    await bar.waitFor();
    await page.getByRole('heading', { level: 1, name: say('cases.title') }).waitFor();
    await page.getByText(say('cases.empty.text')).waitFor();
    await look('acting-cases');
    await visit('/');
    await bar.waitFor();
    await look('acting-home');

    // and what they apply for is of the company
    await visit(`/procedures/${procedure}/application`);
    await page.waitForURL(/\/applications\//);
    await bar.waitFor();
    const name = formWords('application', locale)('applicant.lastName.label');
    await page.getByLabel(name, { exact: false }).first().waitFor();
    await look('acting-application');

    // when they let somebody act for the company, first without saying in what
    await visit('/my/mandates');
    await page.getByRole('heading', { level: 2, name: say('mandate.grant', { name: company }) }).waitFor();
    await button(say('mandate.grant.do')).click();
    await page.getByRole('alert').waitFor();
    await look('mandate-missing');
    await fields.text(say('mandate.mandatee'), 'Drissa Traoré');
    await fields.text(say('mandate.number'), numberOfSomebody);
    await fields.choice(say('mandate.scope'), say('mandate.scope.all'));
    await button(say('mandate.grant.do')).click();
    await page.getByText('Drissa Traoré').first().waitFor();
    await look('mandate-given');

    // then they can take it back at any time
    await page
      .getByRole('button', { name: `${say('mandate.revoke')} (Drissa Traoré)` })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('mandate.revoke'), exact: true })
      .click();
    await page.getByText(say('mandate.state.revoked')).first().waitFor();

    // and the company has a page of its own
    await visit('/my/party');
    await page.getByRole('heading', { level: 1, name: company }).waitFor();
    await look('company');
    await fields.text(say('party.email'), 'bureau@parvis.example');
    await button(say('party.save')).click();
    await page.getByText(say('party.saved')).waitFor();

    // when they act for themselves again, the company is gone
    await visit('/my/mandates');
    await page.getByRole('button', { name: new RegExp(`^${say('acting.choose')} .*Marc`) }).click();
    await page.getByRole('heading', { level: 1, name: say('cases.title') }).waitFor();
    expect(await bar.count()).toBe(0);
  });
});

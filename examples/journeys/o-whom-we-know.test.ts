import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mouse } from './kit/hand.ts';
import { createLook } from './kit/look.ts';
import { wordsOf } from './kit/texts.ts';
import { openWorld, type World } from './kit/world.ts';
import { fieldsOf } from './pages/fields.ts';

const agents = { fr: 'Nadia Lambert', nl: 'Wim Peeters' } as const;
const applicant = 'Lotte Verhulle';
/** Somebody else, who takes part in that case. */
const other = { name: 'Inès Varnelle', number: '84000090286', role: 'Mandataire' } as const;

describe('journey o: whom an office knows', () => {
  let world: World;

  let filed: Promise<void> | undefined;

  const fileCase = async (): Promise<void> => {
    const lotte = await world.applicant({ journey: 'o', locale: 'fr' });
    await lotte.signIn(applicant);
    await lotte.file({ email: 'lotte@sandbox.example', letters: 'fr' });
  };

  beforeAll(async () => {
    world = await openWorld();
  }, 180_000);
  afterAll(() => world?.close());

  it.each(['fr', 'nl'] as const)('finds a person, and writes down who may act for them (%s)', async (locale) => {
    // given somebody who has a case here
    await (filed ??= fileCase());
    const clerk = await world.clerk({ journey: 'o', locale });
    await clerk.signIn(agents[locale]);
    const { page } = clerk;
    await page.evaluate((chosen) => localStorage.setItem('irisflow:language', chosen), locale);
    const say = wordsOf('desk', locale);
    const look = createLook({ page, who: `o-desk-${locale}` });
    const fields = fieldsOf(page, mouse, locale);
    const button = (name: string) => page.getByRole('button', { name, exact: true });

    // when a clerk looks for them by name
    await page.goto(`${world.installation.webUrl}/desk/parties`);
    await page.getByRole('heading', { level: 1, name: say('nav.parties') }).waitFor();
    await look('parties-empty');
    await page.getByRole('searchbox').fill('Verhulle');
    await page.getByRole('link', { name: applicant }).waitFor();
    await look('parties');
    await page.getByRole('link', { name: applicant }).click();

    // then their page shows what the office has of them
    await page.getByRole('heading', { level: 1, name: applicant }).waitFor();
    await page.getByRole('table').waitFor();
    await look('party');

    // when a mandate on paper is recorded, first without its proof
    await button(say('mandate.record')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('mandate.record'), exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await look('mandate-missing');
    await fields.text(say('mandate.mandatee'), `Drissa Traoré ${locale}`);
    await fields.text(say('mandate.nationalNumber'), '85.01.01-123.87');
    await dialog.getByRole('checkbox').first().check();
    await fields.text(say('mandate.proof'), 'Procuration du 20 novembre, farde 12');
    await dialog.getByRole('button', { name: say('mandate.record'), exact: true }).click();

    // then it stands on the page, with what proves it, until it is ended
    await page.getByText(`Drissa Traoré ${locale}`).first().waitFor();
    await look('party-with-mandate');
    await page.getByRole('button', { name: `${say('mandate.end')} (Drissa Traoré ${locale})` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('mandate.end'), exact: true })
      .click();
    await expect.poll(() => page.getByText(say('mandate.state.revoked')).count()).toBeGreaterThan(0);
  });

  it('lets somebody take part in a case, who then finds it on the portal', async () => {
    const locale = 'fr';
    // given the case of somebody
    await (filed ??= fileCase());
    const clerk = await world.clerk({ journey: 'o', locale });
    await clerk.signIn(agents[locale]);
    const { page } = clerk;
    await page.evaluate((chosen) => localStorage.setItem('irisflow:language', chosen), locale);
    const say = wordsOf('desk', locale);
    const look = createLook({ page, who: `o-desk-${locale}` });
    const fields = fieldsOf(page, mouse, locale);
    await page.goto(`${world.installation.webUrl}/desk/cases?search=Verhulle`);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: applicant }).waitFor();

    // when a clerk writes down who else takes part, first without a number
    await page.getByRole('button', { name: say('participant.add'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('participant.role')).selectOption({ label: other.role });
    await dialog.getByRole('button', { name: say('participant.add'), exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await look('participant-missing');
    await fields.text(say('participant.name'), other.name);
    await fields.text(say('participant.number.person'), other.number);
    await fields.text(say('participant.proof'), 'Volmacht van 20 november');
    await dialog.getByRole('button', { name: say('participant.add'), exact: true }).click();
    await page.getByText(say('participant.unseen')).first().waitFor();
    await look('participants');

    // then they find the case on the portal, with the part that they take in it
    const person = await world.applicant({ journey: 'o', locale });
    await person.signIn(other.name);
    const portal = person.page;
    const read = wordsOf('portal', locale);
    await portal.goto(`${world.installation.webUrl}/${locale}/my/cases`);
    await portal.getByText(read('cases.part', { role: other.role, name: applicant })).waitFor();
    const lookPortal = createLook({ page: portal, who: `o-portal-${locale}` });
    await lookPortal('shared-cases');
    await portal.getByRole('heading', { level: 3 }).getByRole('link').first().click();
    await portal
      .getByText(
        read('participant.own.act', {
          role: other.role,
        }),
      )
      .waitFor();
    await portal.getByRole('heading', { name: read('participants') }).waitFor();
    await lookPortal('shared-case');
    expect(await portal.getByLabel(read('message.write')).count()).toBe(1);

    // and are known to the office from then on
    await page.reload();
    await page.getByRole('link', { name: other.name }).click();
    await page.getByRole('heading', { level: 1, name: other.name }).waitFor();
    await page.getByText(other.role).first().waitFor();
    await look('party-with-parts');
  });
});

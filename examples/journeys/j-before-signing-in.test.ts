import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { narrow } from './kit/browser.ts';
import { mailsTo } from './kit/mails.ts';
import { republish } from './kit/republish.ts';
import { openWorld, type World } from './kit/world.ts';
import { formWords, wordsOf, type JourneyLocale } from './kit/texts.ts';

describe('journey j: before signing in', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  const tryRules = async (locale: JourneyLocale, { income, who }: { income: string; who: string }) => {
    // given somebody who is not signed in and looks by what happened to them
    const visitor = await world.applicant({ journey: 'j', locale });
    const { page, say, look, fields } = visitor;
    const words = formWords('eligibility', locale);
    await visitor.goto('/');
    await page.getByRole('link', { name: wordsOf('frame', locale)('event.moving') }).click();
    await look(`home-by-event-${who}`);

    // when they read what it takes and check their situation
    await page.getByRole('article').getByRole('link').first().click();
    await page.getByRole('heading', { name: say('procedure.counter') }).waitFor();
    await page.getByText(say('procedure.fact.free')).waitFor();
    await look(`procedure-${who}`);
    await page.getByRole('link', { name: say('procedure.check.go') }).click();
    await page.getByRole('heading', { name: say('check.title') }).waitFor();
    await page.reload();
    await fields.text(words('adults.label'), '1');
    await fields.text(words('children.label'), '2');
    await fields.text(words('income.label'), income);
    await fields.yesNo(words('ownsProperty.label'), 'no');
    await fields.yesNo(words('referencePerson.label'), 'yes');
    await fields.text(words('points.label'), '4');
    await fields.yesNo(words('inRegion.label'), 'yes');
    await fields.choice(words('leaseType.label'), words('leaseType.principal'));
    await fields.choice(words('landlordType.label'), words('landlord.person'));
    await fields.yesNo(words('landlordRelative.label'), 'no');
    await look(`eligibility-${who}`);
    await page.getByRole('button', { name: say('check.submit') }).click();
    return visitor;
  };

  it('the rules answer without a name, and what was said is not asked again', async () => {
    const visitor = await tryRules('fr', { income: '14000', who: 'parent' });
    const { page, say, look, form } = visitor;

    // then the rules say yes, with the amount
    await page.getByRole('heading', { name: say('check.yes') }).waitFor();
    await page.getByText(/260,51/).waitFor();
    await look('eligible');

    // and the application begins with the answers that it needs, after signing in
    await page.getByRole('link', { name: say('check.apply') }).click();
    await page.getByRole('button', { name: say('signIn.as', { name: 'Lotte Verhulle' }) }).click();
    await page
      .getByRole('heading', { name: form('page.you.label') })
      .first()
      .waitFor();
    await page.goto(`${page.url().split('?')[0]}?step=p_income`);
    const owns = page.getByRole('group', { name: form('ownsProperty.label') });
    await expect.poll(() => owns.getByRole('radio', { checked: true }).count()).toBe(1);
  });

  it('a no has its reason, in Dutch', async () => {
    const { page, say, look } = await tryRules('nl', { income: '99000', who: 'rich' });
    await page.getByRole('heading', { name: say('check.no') }).waitFor();
    const reason = page.getByText('Het inkomen van uw gezin ligt boven het plafond', { exact: false });
    expect(await reason.count()).toBe(1);
    await look('not-eligible');
  });

  it('who has no identity applies from a phone, by a link that comes by mail and opens once', async () => {
    const { page, say, look, form, fields, goto } = await world.applicant({ journey: 'j-link', locale: 'nl' });
    await republish(page, world.installation.webUrl, { mailLink: true });
    await page.setViewportSize(narrow);
    const email = 'niemand@sandbox.example';

    // when they ask for one
    await goto('/procedures/rent-allowance/link');
    await fields.text(say('party.email'), email);
    await page.getByRole('button', { name: say('link.ask') }).click();
    await page.getByText(say('link.sent', { email })).waitFor();
    await look('link-sent');
    const linkOf = async () => /\S+link#\S+/.exec((await mailsTo(world.installation, email))[0]?.text ?? '')?.[0] ?? '';
    await expect.poll(linkOf).not.toBe('');
    const link = await linkOf();

    // then it leads to a form that says why nothing is filled in
    await page.goto(link);
    await page
      .getByRole('heading', { name: form('page.you.label') })
      .first()
      .waitFor();
    await page.getByText(say('application.notApplicable')).waitFor();
    expect(page.url()).not.toContain('#');
    await look('link-application');

    // and leads nowhere any more
    await page.goto(link);
    await page.getByText(say('link.again')).waitFor();
    await look('link-over');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsTo } from './kit/mails.ts';
import { waitFor } from './kit/wait-for.ts';
import { openWorld, type World } from './kit/world.ts';

/** A clerk asks the applicant something at any time, and both write. */
describe('journey v: writing to each other', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('goes both ways with files, is counted while unread, and the mail says nothing of it', async () => {
    // given a case whose applicant awaits nothing
    const email = 'lotte@sandbox.example';
    const lotte = await world.applicant({ journey: 'v', locale: 'nl' });
    await lotte.signIn('Lotte Verhulle');
    const reference = await lotte.file({ email, letters: 'nl' });

    // when a clerk asks something
    const nadia = await world.clerk({ journey: 'v', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await nadia.openCase(reference);
    await nadia.ask('Hoeveel kamers heeft de woning?');
    await nadia.look('case-messages');

    // then the applicant is told by a mail that says nothing, finds it counted, and answers with a file
    await waitFor('a mail that says that something waits', async () =>
      (await mailsTo(world.installation, email)).some(({ text }) => text.includes('/my/cases/')) ? true : null,
    );
    expect(JSON.stringify(await mailsTo(world.installation, email))).not.toContain('Hoeveel kamers');
    await lotte.goto('/my/cases');
    await lotte.page.getByText(lotte.say('message.unread.one')).waitFor();
    await lotte.look('cases-unread');
    await lotte.openCase(reference);
    await lotte.page.getByText('Hoeveel kamers heeft de woning?').waitFor();
    await lotte.write('Drie kamers.', {
      name: 'plan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
    });
    await lotte.look('case-messages');

    // and the office finds it above its tasks
    await nadia.page.goto(`${world.installation.webUrl}/desk/`);
    await nadia.page.getByText(nadia.say('message.unread.one')).waitFor();
    await nadia.look('worklist-unread');
    await nadia.page.getByRole('link', { name: reference }).first().click();
    await nadia.page.getByText('Drie kamers.').waitFor();
    await nadia.page.getByRole('link', { name: 'plan.pdf' }).first().waitFor();
  });
});

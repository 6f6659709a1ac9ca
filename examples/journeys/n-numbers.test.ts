import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './kit/world.ts';
import { wordsOf } from './kit/texts.ts';

describe('journey n: what cases add up to', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('a citizen sees what comes next and takes everything along; who steers sees the numbers, everybody the open ones', async () => {
    // given a case that came in
    const lotte = await world.applicant({ journey: 'n', locale: 'nl' });
    await lotte.signIn('Lotte Verhulle');
    const reference = await lotte.file({ email: 'lotte@sandbox.example', letters: 'nl' });

    // then its applicant reads where it stands
    await lotte.openCase(reference);
    await lotte.page.getByText(lotte.say('case.standing.next')).waitFor();
    await lotte.look('case-standing');

    // and takes along everything that is held
    await lotte.openMyData();
    const download = lotte.page.waitForEvent('download');
    await lotte.page.getByRole('link', { name: lotte.say('data.export.go') }).click();
    expect((await download).suggestedFilename()).toMatch(/^irisflow-\d{4}-\d\d-\d\d\.zip$/);

    // and whoever steers sees the case among the numbers
    const sofie = await world.clerk({ journey: 'n', locale: 'nl' });
    await sofie.signIn('Sofie De Smet');
    for (const locale of ['nl', 'fr'] as const) {
      const say = wordsOf('desk', locale);
      await sofie.page.goto(`${world.installation.webUrl}/desk/numbers`);
      await sofie.page.getByRole('button', { name: new RegExp(`^${locale.toUpperCase()},`) }).click();
      await sofie.page.getByRole('heading', { name: say('numbers.flow') }).waitFor();
      await sofie.page.getByText(say('numbers.communes')).first().waitFor();
      await sofie.page.getByText(say('feedback.nobody')).waitFor();
      await sofie.look(`numbers-${locale}`);
      await sofie.page.emulateMedia({ media: 'print' });
      await sofie.look(`numbers-on-paper-${locale}`);
      await sofie.page.emulateMedia({ media: null });
      await sofie.page.goto(`${world.installation.webUrl}/desk/board`);
      await sofie.page.getByRole('heading', { name: say('board.backlog') }).waitFor();
      await sofie.look(`board-${locale}`);
    }

    // and whoever administers reads what is done with personal data
    const karim = await world.clerk({ journey: 'n', locale: 'fr' });
    await karim.signIn('Karim Haddad');
    await karim.page.goto(`${world.installation.webUrl}/desk/administration/processing`);
    await karim.page.getByRole('heading', { level: 2, name: 'Allocation de loyer' }).waitFor();
    await karim.page.getByText(wordsOf('desk', 'fr')('processing.recipients')).first().waitFor();
    await karim.look('processing');

    // while everybody reads them without small counts
    const lastYear = new Date().getUTCFullYear() - 1;
    const open = await fetch(`${world.installation.webUrl}/api/open-data/brussels-housing?quarter=${lastYear}-Q4`);
    expect(open.status).toBe(200);
    const told = (await open.json()) as { communes: { count: number | null }[] };
    expect(told.communes.every(({ count }) => count === null || count === 0 || count >= 5)).toBe(true);
  });
});

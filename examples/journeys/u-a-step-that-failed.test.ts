import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './kit/world.ts';
import { plainAnswers } from './pages/portal.ts';

/** A case that stands still because a register keeps failing. */
describe('journey u: a step that failed', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('is seen on case and board, softly by the applicant, and goes on when a clerk tries again', async () => {
    // given a register that fails whoever asks
    const { sandboxUrl } = world.installation;
    const fault = (mode: string) =>
      fetch(`${sandboxUrl}/_faults/real-property`, { method: 'PUT', body: JSON.stringify({ mode }) });
    await fault('unavailable');
    const lotte = await world.applicant({ journey: 'u', locale: 'nl' });
    await lotte.signIn('Lotte Verhulle');
    await lotte.startApplication();
    await lotte.answerPages({ ...plainAnswers, email: 'lotte@sandbox.example', letters: 'nl' });
    const reference = await lotte.submit();

    // then the board counts the case and leads to it, and the case says where it stands still
    const sofie = await world.clerk({ journey: 'u', locale: 'fr' });
    await sofie.signIn('Sofie De Smet');
    const link = await sofie.incidentOnBoard('Consulter la documentation patrimoniale');
    await sofie.look('board-incident');
    await link.click();
    await sofie.page.getByText(sofie.say('incident.title.one')).waitFor();
    await sofie.look('case-incident');

    // and the applicant reads that it takes longer, without a technical word
    await lotte.openCase(reference);
    await lotte.page.getByText(lotte.say('case.standstill')).waitFor();
    await lotte.look('case-standstill');

    // when the register is back and the supervisor says so, the case goes on
    await fault('ok');
    await sofie.resolveStep('Le registre répond à nouveau.');
    await sofie.page.getByText(sofie.say('incident.title.one')).waitFor({ state: 'detached' });
    await sofie.openTask(reference);
    await lotte.openCase(reference);
    expect(await lotte.page.getByText(lotte.say('case.standstill')).count()).toBe(0);
  });
});

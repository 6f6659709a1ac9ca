import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './kit/world.ts';

describe('journey h: a join that waits for ever', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('is found while the analyst draws, and shown on the diagram step by step, by keyboard', async () => {
    // given a process that is sound,
    const karim = await world.analyst({ journey: 'h', locale: 'fr', hand: 'keyboard' });
    await karim.signIn('Karim Haddad');
    await karim.openProcess();
    // but for the letter that prints what the application form restricts
    await karim.openProblems(/1 avertissement/i);
    await karim.page.getByText(/aucun problème dans \d+ états/).waitFor();

    // when two ways of which only one is taken are joined as if both were
    await karim.changeGateway('points-known', 'parallel');
    await karim.page
      .getByText(/peut attendre pour toujours/)
      .first()
      .waitFor();
    const steps = await karim.watchStory();

    // then each step is told, and the last screen says what is wrong and how one repairs it
    expect(steps[0]).toBe('Le déroulement commence\u00a0: Application submitted.');
    expect(steps.at(-1)).toMatch(/Consult the social housing register|Record the priority points/);
    await karim.page
      .getByText(/^Réunissez les chemins avec le même type de passerelle/)
      .first()
      .waitFor();

    // and once it is undone, nothing is wrong any more
    await karim.closeStory();
    await karim.undo();
    await karim.page.getByText(/aucun problème dans \d+ états/).waitFor();
  });
});

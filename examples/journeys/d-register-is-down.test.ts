import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from './kit/wait-for.ts';
import { openWorld, type World } from './kit/world.ts';

/** Three tries with ten and twenty seconds in between. */
const secondsToIncident = 90;

describe('journey d: a register is down', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  const setFault = async (mode: string) => {
    const { sandboxUrl } = world.installation;
    const answer = await fetch(`${sandboxUrl}/_faults/social-housing-register`, {
      method: 'PUT',
      body: JSON.stringify({ mode }),
    });
    expect(answer.status).toBe(204);
  };

  const incidents = async () => {
    const answer = await fetch(`${world.installation.engineRestUrl}/incidents/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ filter: { state: 'ACTIVE' } }),
    });
    return ((await answer.json()) as { items: { errorType: string }[] }).items;
  };

  it('retries, then stops with an incident; an operator and a clerk try again, and the cases go on', async () => {
    // given a register that does not answer
    await setFault('unavailable');
    const lotte = await world.applicant({ journey: 'd', locale: 'nl' });
    await lotte.signIn('Lotte Verhulle');
    const reference = await lotte.file({ email: 'lotte@sandbox.example', letters: 'nl' });
    const ines = await world.applicant({ journey: 'd', locale: 'fr' });
    await ines.signIn('Inès Varnelle');
    const other = await ines.file({ email: 'ines@sandbox.example', letters: 'fr' });

    // when the retries are used up
    const [incident] = await waitFor(
      'an incident of each after the retries',
      async () => {
        const found = await incidents();
        return found.length > 1 && found;
      },
      secondsToIncident,
    );
    expect(incident?.errorType).toBe('JOB_NO_RETRIES');

    // and the operator lets the case rest in the designer until the register is back
    const karim = await world.analyst({ journey: 'd', locale: 'fr' });
    await karim.signIn('Karim Haddad');
    await karim.openInstanceWithIncident(reference);
    await karim.suspendInstance('Le registre ne répond pas.');
    await setFault('ok');
    await karim.resumeInstance('Le registre répond à nouveau.');

    // and tries again
    await karim.retryIncident('Le registre répond à nouveau.');

    // and a clerk does so for the other case, at the desk: to say that it is resolved is for a supervisor
    await waitFor('the incident to be over', async () => (await incidents()).length === 1);
    const wim = await world.clerk({ journey: 'd', locale: 'nl' });
    await wim.signIn('Wim Peeters');
    await wim.openCase(other);
    await wim.retryStep();

    // then both go on to the agent
    await waitFor('the other incident to be over', async () => (await incidents()).length === 0);
    await wim.openTask(reference);
    await wim.openTask(other);
  });
});

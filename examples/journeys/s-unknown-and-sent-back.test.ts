import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './kit/world.ts';
import { formWords } from './kit/texts.ts';

describe('journey s: a register says nothing, and what was proposed comes back', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('asks a person what is unknown, and returns a proposal as it was, with the reason', async () => {
    // given a property register that has nothing on the applicant
    const { sandboxUrl } = world.installation;
    const fault = await fetch(`${sandboxUrl}/_faults/real-property`, {
      method: 'PUT',
      body: JSON.stringify({ mode: 'no-data' }),
    });
    expect(fault.status).toBe(204);
    const lotte = await world.applicant({ journey: 's', locale: 'nl' });
    await lotte.signIn('Lotte Verhulle');
    const reference = await lotte.file({ email: 'lotte@sandbox.example', letters: 'nl' });

    // then nobody proposes anything before a person has read which source it was and established the fact
    const nadia = await world.clerk({ journey: 's', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await nadia.openTask(reference);
    await nadia.claim();
    await nadia.page.getByText(/Documentation patrimoniale\u00a0: .* inconnu depuis/).waitFor();
    await nadia.establish('Attestation du cadastre du 20 novembre.');

    // and when she proposes another amount than the calculated one, she says why
    await nadia.openTask(reference);
    await nadia.claim();
    await nadia.proposeAmount('100', 'Le bail finit le 15 du mois.');

    // and the supervisor, who reads both and the letter as it will go, sends it back
    const sofie = await world.clerk({ journey: 's-validate', locale: 'nl' });
    await sofie.signIn('Sofie De Smet');
    await sofie.openTask(reference);
    await sofie.claim();
    await sofie.page.getByText('Le bail finit le 15 du mois.').first().waitFor();
    await sofie.page.getByRole('heading', { name: 'Beslissing tot toekenning van de huurtoelage' }).waitFor();
    await sofie.sendBack('Reken de volledige maand.');

    // then the task is hers again, as she had it, with what was said of it
    await nadia.openMyTask(reference);
    await nadia.page.getByText(/Renvoyé par Sofie De Smet/).waitFor();
    await nadia.page.getByText('Reken de volledige maand.').waitFor();
    const amount = nadia.page.getByRole('textbox', { name: formWords('instruct', 'fr')('amount.label') });
    expect(await amount.inputValue()).toMatch(/^100/);
  });
});

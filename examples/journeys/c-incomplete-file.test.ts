import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './kit/world.ts';
import { plainAnswers } from './pages/portal.ts';

const lease = {
  name: 'lease.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
};

/** Story 12: the term stands still, and runs on when the missing piece arrives. */
describe('journey c: an incomplete file, answered, then granted', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('asks for the lease, waits for it, and goes on by itself', async () => {
    // given an applicant whose lease is not registered
    const marit = await world.applicant({ journey: 'c', locale: 'en' });
    await marit.signIn('Marit Oosterlinde');

    // when she applies without a copy of it
    await marit.startApplication();
    await marit.answerPages({ ...plainAnswers, email: 'marit@sandbox.example', letters: 'nl', leaseRegistered: 'no' });
    const reference = await marit.submit();

    // then she is asked, the term stands still, and her answer sets the case in motion again
    await marit.openCase(reference);
    await marit.page.getByText(marit.say('case.due.suspended')).first().waitFor();

    // an agent reads since when, and for what
    const nadia = await world.clerk({ journey: 'c', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await nadia.openCase(reference);
    const since = nadia.page.getByText(/Suspendu depuis le .* renseignements demandés le/);
    await since.first().waitFor();
    // the term of the law, and what the office promised itself
    expect(await since.count()).toBe(2);
    await nadia.page.getByText('Délai de réponse').first().waitFor();
    await nadia.look('case-terms');

    // she asks another administration whether this is theirs, which sees the question alone and says no
    await nadia.proposeTransfer('Demande d’aide pour une location, à vérifier.');
    const els = await world.clerk({ journey: 'c-elsewhere', locale: 'nl' });
    await els.signIn('Els Janssens');
    await els.refuseTransfer('Dit gaat niet over mobiliteit.');
    await nadia.openCase(reference);
    await nadia.page.getByText('Refus : Dit gaat niet over mobiliteit.').waitFor();
    await marit.answer(lease);

    // and the agent and the supervisor grant it
    await nadia.openTask(reference);
    await nadia.claim();
    await nadia.propose();
    const sofie = await world.clerk({ journey: 'c-validate', locale: 'nl' });
    await sofie.signIn('Sofie De Smet');
    await sofie.openTask(reference);
    await sofie.claim();
    await sofie.approve();
    await marit.openCase(reference);
    await marit.page.getByText(marit.say('case.decision.granted')).first().waitFor();
    expect(await marit.page.getByText(lease.name).count()).toBeGreaterThan(0);

    // when a mistake is found, the supervisor reopens the case: she reads why, and an agent does what is needed
    await sofie.openCase(reference);
    await sofie.reopen('Het inkomen van een ander jaar werd meegeteld.');
    await marit.openCase(reference);
    await marit.page
      .getByText(/The case is reopened: a mistake was found/)
      .first()
      .waitFor();
    await marit.look('case-reopened');
    await nadia.openTask(reference);
    await nadia.claim();
    await nadia.finishReopened('Le calcul est confirmé.');

    // then it ends as it had
    await marit.openCase(reference);
    await marit.page.getByText(marit.say('status.granted')).first().waitFor();
  });
});

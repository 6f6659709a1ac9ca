import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './kit/world.ts';
import { plainAnswers } from './pages/portal.ts';

/** Stories 10 and 20: the register changed after the submission, and the applicant calls a source wrong. */
describe('journey u: what sources say, beside what the applicant says', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('story 10, story 20: shows both, old and new, overwrites nothing, and counts a child from the month after', async () => {
    // given an applicant whose case was checked against the registers
    const ines = await world.applicant({ journey: 'u', locale: 'fr' });
    await ines.signIn('Inès Varnelle');
    await ines.startApplication();
    await ines.answerPages({ ...plainAnswers, ownsProperty: 'yes' });
    const reference = await ines.submit();
    const nadia = await world.clerk({ journey: 'u', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await nadia.openTask(reference);
    await nadia.claim();
    // and the clerk ticks a point of the checklist, with a remark; another one the data ticked
    await nadia.tickPoint(/Le bail est signé/, 'Enregistré le 3 mars');
    await nadia.look('task-checklist');

    // when she says that the taxes are wrong, with a reason and a document
    await ines.openCase(reference);
    await ines.reportWrong('Revenus imposables du ménage', {
      claimed: '9 000 €',
      reason: 'Erreur du secrétariat social',
    });
    await ines.look('case-facts');

    // then the clerk sees both values, the reason, the document and, marked, what contradicts
    await nadia.openCase(reference);
    const table = nadia.page.getByRole('table', { name: nadia.say('facts') });
    await table.getByText('9 000 €').waitFor();
    await table.getByRole('link', { name: 'fiche.pdf' }).waitFor();
    await nadia.look('case-facts');
    await nadia.filterFacts(/^Contradictions/);
    expect(await table.getByRole('row').allInnerTexts()).toHaveLength(2);

    // and when a child was born meanwhile, asking again shows the household before and now
    const { sandboxUrl } = world.installation;
    await fetch(`${sandboxUrl}/_faults/national-register`, {
      method: 'PUT',
      body: JSON.stringify({ mode: 'changed' }),
    });
    await nadia.askAgain('Registre national');
    await nadia.filterFacts(/^Changé depuis/);
    await table.getByText('Zoé Nouvelle').first().waitFor();
    await nadia.look('case-facts-changed');

    // which she lets count from the month after, as the applicant reads
    await nadia.acceptChange();
    await nadia.look('case-facts-settled');
    await ines.openCase(reference);
    await ines.page
      .getByText(/Un changement dans une source est pris en compte à partir de/)
      .first()
      .waitFor();

    // in Dutch as well
    const sofie = await world.clerk({ journey: 'u', locale: 'nl' });
    await sofie.signIn('Sofie De Smet');
    await sofie.openCase(reference);
    await sofie.page
      .getByRole('table', { name: sofie.say('facts') })
      .getByText('Zoé Nouvelle')
      .first()
      .waitFor();
    await sofie.look('case-facts');
  });
});

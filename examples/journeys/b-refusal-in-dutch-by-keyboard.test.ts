import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailsTo } from './kit/mails.ts';
import { waitFor } from './kit/wait-for.ts';
import { openWorld, type World } from './kit/world.ts';
import { plainAnswers } from './pages/portal.ts';

const paragraph = {
  key: 'half-eigenaar',
  fr: 'Votre ménage possède la moitié d’un bien ; dossier {{case.reference}}.',
  nl: 'Uw gezin bezit de helft van een goed; dossier {{case.reference}}.',
};
const added = 'Het gaat om een appartement in Jette.';

describe('journey b: a refusal with grounds, in Dutch, by keyboard alone', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  it('tells the applicant why, in her language', async () => {
    // given an applicant who owns half an apartment
    const email = 'brechtje@sandbox.example';
    const brechtje = await world.applicant({ journey: 'b', locale: 'nl', hand: 'keyboard' });
    await brechtje.signIn('Brechtje De Kosterijk');

    // when she applies and says that she owns nothing
    await brechtje.startApplication();
    await brechtje.answerPages({ ...plainAnswers, email, letters: 'nl' });
    const reference = await brechtje.submit();

    // and the agent follows the register with a paragraph of the library, and the supervisor signs
    const sofie = await world.clerk({ journey: 'b-validate', locale: 'nl', hand: 'keyboard' });
    await sofie.signIn('Sofie De Smet');
    await sofie.addParagraph(paragraph);
    const wim = await world.clerk({ journey: 'b', locale: 'nl', hand: 'keyboard' });
    await wim.signIn('Wim Peeters');
    await wim.openTask(reference);
    await wim.claim();
    await wim.insertParagraph(paragraph.key);
    const text = await wim.motivation();
    expect(text).toBe(paragraph.nl.replace('{{case.reference}}', reference));
    await wim.proposeRefusal(`${text} ${added}`);
    await sofie.openTask(reference);
    await sofie.claim();
    await sofie.editLetter('Geachte mevrouw De Kosterijk,');
    await sofie.approve();

    // then she reads the refusal and its ground in Dutch
    await brechtje.openCase(reference);
    await brechtje.page.getByText(brechtje.say('case.decision.refused')).first().waitFor();
    await brechtje.page.getByText('Een lid van uw gezin is eigenaar van onroerend goed.').first().waitFor();
    const subjects = await waitFor('two mails in Dutch', async () => {
      const caught = await mailsTo(world.installation, email);
      return caught.length === 2 && caught.map(({ subject }) => subject);
    });
    expect(subjects).toEqual([expect.stringContaining(reference), expect.stringContaining(reference)]);
    expect(subjects[0]).toMatch(/^Een nieuwe brief/);
  });
});

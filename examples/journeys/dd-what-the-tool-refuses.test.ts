import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mouse } from './kit/hand.ts';
import { createLook } from './kit/look.ts';
import { formWords, type JourneyLocale } from './kit/texts.ts';
import { guardTyping } from './kit/typing-guard.ts';
import { openWorld, type World } from './kit/world.ts';
import { openBuilder, type Builder } from './pages/builder/builder.ts';

const procedure = 'rent-allowance';
/** As the law of motivated decisions wants it. */
const wanted = ['contact', 'grounds', 'remedies', 'ombuds'] as const;

describe('journey dd: what the designer refuses, and says how to mend', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  const openAnalyst = async (name: string, locale: JourneyLocale) => {
    const analyst = await world.analyst({ journey: 'dd', locale });
    const { page } = analyst;
    await analyst.signIn(name);
    const guard = await guardTyping(page);
    const { installation } = world;
    const parts = { page, hand: mouse, locale, installation, lookOnce: async () => undefined } as const;
    const builder = openBuilder(parts, procedure);
    return { page, guard, builder, look: createLook({ page, who: `dd-designer-${locale}` }) };
  };

  /** Reads why nothing is published, and closes the dialog again. */
  const whyBlocked = async (page: Page, { say }: Builder): Promise<readonly string[]> => {
    await page
      .getByRole('button', { name: say('publish.button'), exact: true })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: say('publish.title') });
    await dialog.getByText(say('publish.blocked.other', { count: '3' })).waitFor({ timeout: 60_000 });
    const reasons = await dialog.getByRole('listitem').allInnerTexts();
    expect(await dialog.getByRole('button', { name: say('publish.confirm'), exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return reasons;
  };

  it('story 4: a form that asks what a source knows, and that lacks two labels in Dutch, is not published (fr)', async () => {
    // given an analyst who lets people write down a household that the National Register knows
    const { page, guard, builder, look } = await openAnalyst('Karim Haddad', 'fr');
    const [fr, nl] = [formWords('application', 'fr'), formWords('application', 'nl')];
    const [household, rent, charges] = ['household.label', 'monthlyRent.label', 'charges.label'] as const;
    await builder.openForm('application');
    await builder.choosePart(fr(household));
    await builder.prefill(fr(household), builder.forms('forms.prefill.none'));
    const again = page.getByText(builder.forms('forms.prefill.again', { value: 'Registre national : ménage' }));
    await again.waitFor();
    await look('asked-again');
    // and who lost two labels in Dutch
    for (const label of [rent, charges]) {
      await builder.choosePart(fr(label));
      await builder.label(fr(label), { nl: '', fr: fr(label) });
    }
    await builder.saved();

    // then publishing names all three
    const reasons = (await whyBlocked(page, builder)).join('\n');
    for (const name of [fr(household), fr(rent), fr(charges)]) expect(reasons).toContain(name);

    // when the labels are there, and a reason says why the household is asked
    for (const label of [rent, charges]) {
      await builder.choosePart(fr(label));
      await builder.label(fr(label), { nl: nl(label), fr: fr(label) });
    }
    await builder.choosePart(fr(household));
    await builder.askAgain(fr(household), 'Le registre ignore les gardes partagées.');
    await builder.saved();
    // then nothing stops it, and whoever publishes reads the reason
    await builder.expectNoErrors();
    await page
      .getByRole('button', { name: builder.say('publish.button'), exact: true })
      .first()
      .click();
    await page.getByRole('dialog').getByText('Le registre ignore les gardes partagées.').waitFor({ timeout: 60_000 });
    await look('reason-read');
    expect(guard.typed).toEqual([]);
  });

  it('story 5: an appeal beside the rest is told whoever decided may judge, until somebody else must (fr)', async () => {
    // given an analyst who draws an appeal as a sub-process that its message begins, beside what runs
    const { page, guard, builder, look } = await openAnalyst('Karim Haddad', 'fr');
    await builder.openDrawing();
    await builder.append('Accuser réception', 'Sous-processus événementiel', 'Traiter le recours');
    const [start] = await builder.stepsWithin('Traiter le recours');
    await builder.rename(start ?? '', 'Recours introduit');
    await builder.chooseStep('Recours introduit');
    await builder.useTemplate('Recours introduit');
    await builder.letRestGoOn();
    await builder.append('Recours introduit', 'Tâche utilisateur', 'Juger le recours');
    await builder.handleTask('Valider la décision', 'Superviseurs');
    await builder.append('Juger le recours', 'Événement de fin', 'Recours jugé');
    await builder.saved();

    // then she reads that whoever decided may judge it
    const warning = page.getByText(/^Qui a décidé peut aussi faire.*Juger le recours/).first();
    await builder.openProblems();
    await warning.waitFor({ timeout: 30_000 });
    await look('appeal-same-person');

    // when she keeps the decider from it
    await builder.chooseStep('Juger le recours');
    await builder.separateFrom('Valider la décision');
    await builder.saved();
    // then it is no longer told
    await warning.waitFor({ state: 'detached', timeout: 30_000 });
    expect(guard.typed).toEqual([]);
  });

  it('story 7: the page of a decision letter is refused until what the law wants is in it (nl)', async () => {
    // given an analyst who writes a letter with four parts that the law wants
    const { guard, builder, look } = await openAnalyst('Lien Maes', 'nl');
    await builder.openPage();
    await builder.newFile('letter', 'nieuwe-beslissing');
    await builder.openLetter('nieuwe-beslissing');
    for (const part of wanted) await builder.wantPart(part);
    await builder.writeLetter('nl', 'Uw aanvraag', [{ text: 'Uw aanvraag is goedgekeurd.' }]);

    // when she looks at its page
    const missing = await builder.previewRefused();
    // then each part that lacks is a button, and a page that is shown all the same is a draft
    expect(missing).toEqual(expect.arrayContaining(wanted.map((part) => builder.say(`letter.part.${part}`))));
    await look('letter-refused');
    await builder.showDraft();
    await look('letter-draft');

    // when she puts in one after the other
    for (const part of missing) await builder.insertPart(part);
    // then the page is the letter
    await builder.previewShown();
    await look('letter-shown');
    expect(guard.typed).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addTerm,
  buildApplication,
  buildClerksForm,
  changeProcedure,
  chooseWays,
  drawProcess,
  fillTable,
  tryIt,
  writeLetter,
} from './flows/tree-permit.ts';
import { applyForTree, grantPermit, namePayee, payFee, readDecision } from './flows/tree-permit-case.ts';
import { keyboardOf, mouse, type Hand } from './kit/hand.ts';
import { guardTyping } from './kit/typing-guard.ts';
import { openWorld, type World } from './kit/world.ts';
import { openBuilder, type Builder } from './pages/builder/builder.ts';

/** A title that was published cannot be taken again by another attempt. */
let attempts = 0;
const numbers = ['un', 'deux', 'trois', 'quatre'] as const;

describe('journey k: a procedure from a blank page', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  it('is drawn with its forms, table, term, letter and fee, played, published, filed, paid, decided, changed, moved and rolled back, without a line of code', async () => {
    // given an analyst who has never programmed
    const number = numbers[attempts] ?? 'plus';
    attempts += 1;
    const karim = await world.analyst({ journey: 'k', locale: 'fr' });
    const guard = await guardTyping(karim.page);
    const { page } = karim;
    const procedure = `abattre-arbre-${number}`;
    const builderOf = (hand: Hand): Builder =>
      openBuilder(
        { page, hand, locale: 'fr', installation: world.installation, lookOnce: async () => undefined },
        procedure,
      );
    const builder = builderOf(mouse);
    const keys = builderOf(keyboardOf(page));
    await karim.signIn('Karim Haddad');

    // when the forms and the table are made by keyboard alone, the rest with the mouse
    await builder.create(`Abattre arbre ${number}`);
    await buildApplication(keys);
    await buildClerksForm(builder);
    await addTerm(builder);
    await builder.newFile('decision', 'suite');
    await builder.newFile('letter', 'decision');
    await drawProcess(builder);
    await fillTable(keys);
    await chooseWays(builder);
    // and the letter is written in three languages, with what the step that sends it gives
    await writeLetter(builder);

    // then nothing speaks against it, a case is played to its end and kept, and it is published
    await builder.expectNoErrors();
    await tryIt(builder);
    await builder.publish('Première version', '1');

    // when somebody files, pays the fee, and a clerk grants the permit
    await namePayee(page, world.installation.webUrl);
    const ines = await world.applicant({ journey: 'k', locale: 'fr' });
    await ines.signIn('Inès Varnelle');
    const reference = await applyForTree(ines, procedure, 'fr');
    await payFee(ines, 'fr');
    const nadia = await world.clerk({ journey: 'k', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await grantPermit(nadia, reference);
    // then she reads so, in the letter of the analyst too
    await readDecision(ines, reference);

    // when the procedure changes while another case waits for its fee
    const lotte = await world.applicant({ journey: 'k-running', locale: 'fr' });
    await lotte.signIn('Lotte Verhulle');
    await applyForTree(lotte, procedure, 'fr');
    await changeProcedure(builder);
    await builder.publish('Un examen annoncé', '2', 'Une étape est venue.');
    // then it follows, and the publication is taken back
    await builder.moveCase('Les dossiers suivent la nouvelle version');
    await builder.rollBack('1', '3');

    // and nothing was typed into a source or into an expression without help
    expect(guard.typed).toEqual([]);
  });
});

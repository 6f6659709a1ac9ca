import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addTerm,
  buildApplication,
  buildClerksForm,
  chooseWays,
  drawProcess,
  fillTable,
  tryIt,
  writeLetter,
} from './flows/tree-permit.ts';
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

  it('is drawn with its forms, table, term, letter and fee, played and published, without a line of code', async () => {
    // given an analyst who has never programmed
    const number = numbers[attempts] ?? 'plus';
    attempts += 1;
    const karim = await world.analyst({ journey: 'k', locale: 'fr' });
    const guard = await guardTyping(karim.page);
    const { page } = karim;
    const builderOf = (hand: Hand): Builder =>
      openBuilder(
        { page, hand, locale: 'fr', installation: world.installation, lookOnce: async () => undefined },
        `abattre-arbre-${number}`,
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
    // and nothing was typed into a source or into an expression without help
    expect(guard.typed).toEqual([]);
  });
});

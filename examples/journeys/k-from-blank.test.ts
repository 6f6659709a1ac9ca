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
import { keyboardOf, mouse } from './kit/hand.ts';
import { guardTyping } from './kit/typing-guard.ts';
import { openWorld, type HandKind, type World } from './kit/world.ts';
import { openBuilder, type Builder } from './pages/builder/builder.ts';

/** A title that was published cannot be taken again by another attempt. */
let attempts = 0;
const numbers = ['un', 'deux', 'trois', 'quatre'] as const;

/** From a blank page to a procedure that is published. */
const build = async (builder: Builder, title: string): Promise<void> => {
  await builder.create(title);
  await buildApplication(builder);
  await buildClerksForm(builder);
  await addTerm(builder);
  await builder.newFile('decision', 'suite');
  await builder.newFile('letter', 'decision');
  await drawProcess(builder);
  await fillTable(builder);
  await chooseWays(builder);
  // The letter is written in three languages, with what the step that sends it gives.
  await writeLetter(builder);
  await builder.expectNoErrors();
  await tryIt(builder);
  await builder.publish('Première version', '1');
};

describe('journey k: a procedure from a blank page', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  /** An analyst who has never programmed, and what they typed where nobody has to. */
  const openAnalyst = async (kind: HandKind) => {
    const number = numbers[attempts] ?? 'plus';
    attempts += 1;
    const karim = await world.analyst({ journey: `k-${kind}`, locale: 'fr' });
    const { page } = karim;
    const guard = await guardTyping(page);
    const procedure = `abattre-arbre-${number}`;
    const hand = kind === 'mouse' ? mouse : keyboardOf(page);
    const { installation } = world;
    const parts = { page, hand, locale: 'fr', installation, lookOnce: async () => undefined } as const;
    await karim.signIn('Karim Haddad');
    return { page, guard, procedure, title: `Abattre arbre ${number}`, builder: openBuilder(parts, procedure) };
  };

  /** An applicant, a second one whose case still waits when the procedure changes, and a clerk, who work as the analyst does. */
  const openPeople = async (kind: HandKind) => {
    const wanted = (journey: string) => ({ journey, locale: 'fr', hand: kind }) as const;
    const ines = await world.applicant(wanted(`k-${kind}`));
    await ines.signIn('Inès Varnelle');
    const lotte = await world.applicant(wanted(`k-${kind}-running`));
    await lotte.signIn('Lotte Verhulle');
    const nadia = await world.clerk(wanted(`k-${kind}`));
    await nadia.signIn('Nadia Lambert');
    return { ines, lotte, nadia };
  };

  const hands: readonly [string, HandKind][] = [
    ['by mouse', 'mouse'],
    ['by the keyboard alone', 'keyboard'],
  ];
  // The keyboard takes some thousand steps.
  it.each(hands)(
    'is drawn, played, published, filed, paid, decided, changed, moved and rolled back without a line of code, %s',
    async (_, kind) => {
      // given a procedure that an analyst made out of nothing
      const { page, guard, procedure, title, builder } = await openAnalyst(kind);
      await build(builder, title);

      // when somebody files, pays the fee, and a clerk grants the permit
      await namePayee(page, world.installation.webUrl);
      const { ines, lotte, nadia } = await openPeople(kind);
      const reference = await applyForTree(ines, procedure, 'fr');
      await payFee(ines, 'fr');
      await grantPermit(nadia, reference);
      // then she reads so, and has the letter of the analyst
      await readDecision(ines, reference);

      // when the procedure changes while another case waits for its fee
      await applyForTree(lotte, procedure, 'fr');
      await changeProcedure(builder);
      await builder.publish('Un examen annoncé', '2', 'Une étape est venue.');
      // then it follows, and the publication is taken back
      await builder.moveCase('Les dossiers suivent la nouvelle version');
      await builder.rollBack('1', '3');
      // and nothing was typed into a source or into an expression without help
      expect(guard.typed).toEqual([]);
    },
    900_000,
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyboardOf, mouse, type Hand } from './kit/hand.ts';
import { guardTyping, type TypingGuard } from './kit/typing-guard.ts';
import { openWorld, type World } from './kit/world.ts';
import { openBuilder, type Builder } from './pages/builder.ts';

const where = 'Où se trouve l’arbre ?';
const height = 'Hauteur de l’arbre en mètres';
const isDangerous = 'L’arbre est-il dangereux ?';
const danger = 'Pourquoi est-il dangereux ?';
const isGranted = 'Accordez-vous le permis ?';

const buildApplication = async (keys: Builder): Promise<void> => {
  await keys.openForm('application');
  await keys.chooseField('Que demandez-vous ?');
  await keys.label('Que demandez-vous ?', { fr: where, nl: 'Waar staat de boom?' });
  await keys.addField('number');
  await keys.label('Nombre', { fr: height, nl: 'Hoogte van de boom in meter' });
  await keys.require(height);
  await keys.addField('yes-no');
  await keys.label('Oui ou non', { fr: isDangerous, nl: 'Is de boom gevaarlijk?' });
  await keys.require(isDangerous);
  await keys.addField('textarea');
  await keys.label('Texte long', { fr: danger, nl: 'Waarom is hij gevaarlijk?' });
  await keys.showWhen(danger, { name: isDangerous, value: 'oui' });
  await keys.addField('email');
  await keys.label('Courriel', { fr: 'Votre adresse e-mail', nl: 'Uw e-mailadres' });
  await keys.prefill('Votre adresse e-mail', 'Connexion : adresse e-mail');
  await keys.saved();
};

const buildClerksForm = async (builder: Builder): Promise<void> => {
  await builder.openForm('instruct');
  await builder.chooseField('Conclusion');
  await builder.addField('yes-no');
  await builder.label('Oui ou non', { fr: isGranted, nl: 'Verleent u de vergunning?' });
  await builder.require(isGranted);
  await builder.saved();
};

const setStatus = async (builder: Builder, after: string, name: string, status: string): Promise<void> => {
  await builder.append(after, 'bpmn:ServiceTask', name);
  await builder.useTemplate('Dossier');
  await builder.setChoice('Opération', 'Changer le statut');
  await builder.name('Statut', status);
};

const record = async (builder: Builder, name: string, outcome: string): Promise<void> => {
  await builder.append('Accordé ?', 'bpmn:ServiceTask', name);
  await builder.useTemplate('Dossier');
  await builder.setChoice('Opération', 'Enregistrer la décision');
  await builder.setChoice('Issue', outcome);
  await builder.append(name, 'bpmn:EndEvent', `Fin : ${outcome}`);
};

/** Twelve elements, of which only the start was there. */
const drawProcess = async (builder: Builder): Promise<void> => {
  await builder.openDrawing();
  await builder.removeStep('Instruct');
  await builder.removeStep('done');
  await setStatus(builder, 'received', 'Accuser réception', 'Reçu');
  await setStatus(builder, 'Accuser réception', 'Déclarer complet', 'Complet');
  await builder.append('Déclarer complet', 'bpmn:ServiceTask', 'Démarrer le délai');
  await builder.useTemplate('Dossier');
  await builder.setChoice('Opération', 'Démarrer un délai');
  await builder.name('Délai', 'Délai de décision');
  await builder.append('Démarrer le délai', 'bpmn:UserTask', 'Examiner la demande');
  await builder.handleTask('instruct', 'Agents');
  await builder.append('Examiner la demande', 'bpmn:BusinessRuleTask', 'Établir la suite');
  await builder.name('Décision', 'suite');
  await builder.append('Établir la suite', 'bpmn:ExclusiveGateway', 'Accordé ?');
  await record(builder, 'Enregistrer l’accord', 'Accordée');
  await record(builder, 'Enregistrer le refus', 'Refusée');
  await builder.saved();
};

const fillTable = async (keys: Builder): Promise<void> => {
  await keys.openTable('suite');
  await keys.askColumn(isGranted);
  await keys.addCondition(height);
  await keys.addRule(1);
  await keys.addRule(2);
  await keys.fillCell(1, 1, { way: 'is', value: 'oui' });
  await keys.fillCell(1, 2, { way: 'atMost', value: '60' });
  await keys.fillCell(1, 3, { value: 'accord' });
  await keys.fillCell(2, 3, { value: 'refus' });
  await keys.saved();
};

describe('journey k: a procedure from a blank page', () => {
  let world: World;
  let guard: TypingGuard;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  it('is drawn with its forms, its table and its term and published, by mouse and by keyboard, without a line of code', async () => {
    // given an analyst who has never programmed
    const karim = await world.analyst({ journey: 'k', locale: 'fr' });
    guard = await guardTyping(karim.page);
    const { page } = karim;
    const builderOf = (hand: Hand): Builder =>
      openBuilder(
        { page, hand, locale: 'fr', installation: world.installation, lookOnce: async () => undefined },
        'abattre-un-arbre',
      );
    const builder = builderOf(mouse);
    const keys = builderOf(keyboardOf(page));
    await karim.signIn('Karim Haddad');

    // when the forms and the table are made by keyboard alone, the process with the mouse
    await builder.create('Abattre un arbre');
    await buildApplication(keys);
    await buildClerksForm(builder);
    await builder.addTerm(
      'decision',
      { fr: 'Délai de décision', nl: 'Beslissingstermijn', en: 'Term of the decision' },
      { fr: 'CoBAT, art. 156', nl: 'BWRO, art. 156', en: 'CoBAT, art. 156' },
    );
    await builder.newFile('decision', 'suite');
    await drawProcess(builder);
    await fillTable(keys);
    await builder.openDrawing();
    await builder.setWay('Enregistrer l’accord', { name: 'suite', value: 'accord' });
    await builder.setWay('Enregistrer le refus', 'otherwise');

    // then nothing speaks against it, and it is published
    await builder.expectNoErrors();
    await builder.publishFirst('Première version');
    // and nothing was typed into a source or into an expression without help
    expect(guard.typed).toEqual([]);
  });
});

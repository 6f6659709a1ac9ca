import type { Builder } from '../pages/builder/builder.ts';

/** What the forms of the procedure ask. */
export const asks = {
  where: 'Où se trouve l’arbre ?',
  height: 'Hauteur de l’arbre en mètres',
  isDangerous: 'L’arbre est-il dangereux ?',
  danger: 'Pourquoi est-il dangereux ?',
  email: 'Votre adresse e-mail',
  isGranted: 'Accordez-vous le permis ?',
} as const;
const { where, height, isDangerous, danger, email, isGranted } = asks;

export const feeInEuros = '25';

export const buildApplication = async (builder: Builder): Promise<void> => {
  await builder.openForm('application');
  await builder.chooseField('Que demandez-vous ?');
  await builder.label('Que demandez-vous ?', { fr: where, nl: 'Waar staat de boom?' });
  await builder.addField('number');
  await builder.label('Nombre', { fr: height, nl: 'Hoogte van de boom in meter' });
  await builder.require(height);
  await builder.addField('yes-no');
  await builder.label('Oui ou non', { fr: isDangerous, nl: 'Is de boom gevaarlijk?' });
  await builder.require(isDangerous);
  await builder.addField('textarea');
  await builder.label('Texte long', { fr: danger, nl: 'Waarom is hij gevaarlijk?' });
  await builder.showWhen(danger, { name: isDangerous, value: 'oui' });
  await builder.addField('email');
  await builder.label('Courriel', { fr: email, nl: 'Uw e-mailadres' });
  await builder.prefill(email, 'Connexion : adresse e-mail');
  await builder.saved();
};

export const buildClerksForm = async (builder: Builder): Promise<void> => {
  await builder.openForm('instruct');
  await builder.chooseField('Conclusion');
  await builder.addField('yes-no');
  await builder.label('Oui ou non', { fr: isGranted, nl: 'Verleent u de vergunning?' });
  await builder.require(isGranted);
  await builder.saved();
};

export const addTerm = (builder: Builder): Promise<void> =>
  builder.addTerm(
    'decision',
    { fr: 'Délai de décision', nl: 'Beslissingstermijn', en: 'Term of the decision' },
    { fr: 'CoBAT, art. 156', nl: 'BWRO, art. 156', en: 'CoBAT, art. 156' },
  );

interface LetterTexts {
  readonly subject: string;
  readonly asked: string;
  readonly meters: string;
  readonly decided: string;
  readonly urgent: string;
}

const letterTexts: Readonly<Record<'fr' | 'nl' | 'en', LetterTexts>> = {
  fr: {
    subject: 'Votre demande d’abattre un arbre',
    asked: 'Vous avez demandé d’abattre un arbre de ',
    meters: ' mètres. ',
    decided: 'Voici notre décision.',
    urgent: 'Comme l’arbre est dangereux, faites-le abattre sans attendre.',
  },
  nl: {
    subject: 'Uw aanvraag om een boom te vellen',
    asked: 'U hebt gevraagd een boom te vellen van ',
    meters: ' meter. ',
    decided: 'Hier is onze beslissing.',
    urgent: 'Omdat de boom gevaarlijk is, laat u hem best meteen vellen.',
  },
  en: {
    subject: 'Your application to fell a tree',
    asked: 'You asked to fell a tree of ',
    meters: ' meters. ',
    decided: 'This is our decision.',
    urgent: 'As the tree is dangerous, have it felled without delay.',
  },
};

/** The letter that every application ends with: what it says depends on the tree. */
export const writeLetter = async (builder: Builder): Promise<void> => {
  await builder.openLetter('decision');
  await builder.leaveOut('remedies');
  await builder.leaveOut('ombuds');
  for (const language of ['fr', 'nl', 'en'] as const) {
    const { subject, asked, meters, decided, urgent } = letterTexts[language];
    await builder.writeLetter(language, subject, [
      { standard: 'Formule d’appel' },
      'line',
      { text: asked },
      { field: height },
      { text: meters },
      { bold: decided },
      'line',
      { text: urgent },
      { onlyIf: { name: isDangerous, value: 'oui' } },
      'line',
      'line',
      { standard: 'Personne de contact' },
    ]);
  }
};

const setStatus = async (builder: Builder, after: string, name: string, status: string): Promise<void> => {
  await builder.append(after, 'Tâche de service', name);
  await builder.useTemplate('Dossier');
  await builder.setChoice('Opération', 'Changer le statut');
  await builder.name('Statut', status);
};

const decide = async (builder: Builder, name: string, outcome: string): Promise<void> => {
  await builder.append('Accordé ?', 'Tâche de service', name);
  await builder.useTemplate('Dossier');
  await builder.setChoice('Opération', 'Enregistrer la décision');
  await builder.setChoice('Issue', outcome);
  const letter = `Écrire : ${outcome.toLowerCase()}`;
  await builder.append(name, 'Tâche de service', letter);
  await builder.useTemplate('Courrier');
  await builder.name('Modèle de courrier', 'decision');
  await builder.tellValues('Valeurs', [height, isDangerous]);
  await builder.append(letter, 'Événement de fin', `Fin : ${outcome}`);
};

const askFee = async (builder: Builder, after: string, name: string): Promise<void> => {
  await builder.append(after, 'Activité d’appel', name);
  await builder.useTemplate('Faire payer');
  await builder.tellChoice('Nature', 'Redevance');
  await builder.tellInLanguages('Motif du paiement', {
    fr: 'Redevance pour un permis d’abattage',
    nl: 'Retributie voor een kapvergunning',
    en: 'Fee for a felling permit',
  });
  await builder.tell('Base légale', 'text', 'Règlement-redevance du 1er mars 2026');
  await builder.tell('Montant (€)', 'number', feeInEuros);
};

/** Fourteen elements, of which only the start was there. */
export const drawProcess = async (builder: Builder): Promise<void> => {
  await builder.openDrawing();
  await builder.removeStep('Examiner la demande');
  await builder.removeStep('Demande traitée');
  await setStatus(builder, 'Demande reçue', 'Accuser réception', 'Reçu');
  await setStatus(builder, 'Accuser réception', 'Déclarer complet', 'Complet');
  await builder.append('Déclarer complet', 'Tâche de service', 'Démarrer le délai');
  await builder.useTemplate('Dossier');
  await builder.setChoice('Opération', 'Démarrer un délai');
  await builder.name('Délai', 'Délai de décision');
  await askFee(builder, 'Démarrer le délai', 'Percevoir la redevance');
  await builder.append('Percevoir la redevance', 'Tâche utilisateur', 'Examiner la demande');
  await builder.handleTask('instruct', 'Agents');
  await builder.append('Examiner la demande', 'Tâche de règle métier', 'Établir la suite');
  await builder.name('Décision', 'suite');
  await builder.append('Établir la suite', 'Passerelle exclusive', 'Accordé ?');
  await decide(builder, 'Enregistrer l’accord', 'Accordée');
  await decide(builder, 'Enregistrer le refus', 'Refusée');
  await builder.saved();
};

export const fillTable = async (builder: Builder): Promise<void> => {
  await builder.openTable('suite');
  await builder.askColumn(isGranted);
  await builder.addCondition(height);
  await builder.addRule(1);
  await builder.addRule(2);
  await builder.fillCell(1, 1, { way: 'is', value: 'oui' });
  await builder.fillCell(1, 2, { way: 'atMost', value: '60' });
  await builder.fillCell(1, 3, { value: 'accord' });
  await builder.fillCell(2, 3, { value: 'refus' });
  await builder.saved();
};

export const chooseWays = async (builder: Builder): Promise<void> => {
  await builder.openDrawing();
  await builder.chooseStep('Accordé ?');
  await builder.setWay('Enregistrer l’accord', { name: 'suite', value: 'accord' });
  await builder.setWay('Enregistrer le refus', 'otherwise');
};

/** Plays a dangerous tree as citizen and as clerk, and keeps it. */
export const tryIt = async (builder: Builder): Promise<void> => {
  await builder.openTryIt();
  const { played } = builder;
  await played.text(where, 'Rue des Tilleuls 12, Schaerbeek');
  await played.text(height, '15');
  await played.yesNo(isDangerous, 'yes');
  await played.text(danger, 'Il penche vers la maison.');
  await played.text(email, 'ines@sandbox.example');
  await builder.sendApplication();
  await builder.letArrive('un paiement reçu');
  await played.text('Conclusion', 'L’arbre peut être abattu.');
  await played.yesNo(isGranted, 'yes');
  await builder.completePlayed('Examiner la demande');
  await builder.keepScenario('Un arbre dangereux est abattu');
  await builder.runScenarios();
};

/** A step more between two others, another name for a task, and other words for a field. */
export const changeProcedure = async (builder: Builder): Promise<void> => {
  await builder.openForm('application');
  await builder.chooseField(height);
  await builder.label(height, { fr: 'Hauteur approximative en mètres', nl: 'Hoogte bij benadering in meter' });
  await builder.saved();
  await builder.openDrawing();
  await setStatus(builder, 'Percevoir la redevance', 'Annoncer l’examen', 'À l’instruction');
  await builder.rename('Examiner la demande', 'Instruire la demande');
  await builder.saved();
  await builder.expectNoErrors();
};

import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { CopyReason } from '@irisflow/procedures';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

/** What a copy of a file says beside what the file says itself. */
export const copyTexts = {
  titleForParty: text('Copie du dossier', 'Kopie van het dossier', 'Copy of the file'),
  titleForOffice: text(
    'Copie du dossier à usage interne',
    'Kopie van het dossier voor intern gebruik',
    'Copy of the file for internal use',
  ),
  procedure: text('Démarche', 'Procedure', 'Procedure'),
  applicant: text('Demandeur', 'Aanvrager', 'Applicant'),
  madeOn: text('Copie faite le', 'Kopie gemaakt op', 'Copy made on'),
  madeFor: text('Copie pour', 'Kopie voor', 'Copy for'),
  reason: text('Motif', 'Reden', 'Reason'),
  index: text('Inventaire', 'Inventaris', 'Index'),
  number: text('N°', 'Nr.', 'No.'),
  piece: text('Pièce', 'Stuk', 'Piece'),
  date: text('Date', 'Datum', 'Date'),
  pages: text('Pages', 'Pagina’s', 'Pages'),
  notShown: text('fichier à part', 'apart bestand', 'separate file'),
  notShownWhy: text(
    'Les pièces marquées « fichier à part » ne peuvent pas être imprimées ici ; elles sont dans l’archive ZIP.',
    'De stukken met “apart bestand” kunnen hier niet worden afgedrukt; ze zitten in het ZIP-archief.',
    'Pieces marked “separate file” cannot be printed here; they are in the ZIP archive.',
  ),
  leftOut: text('Ce qui n’est pas dans cette copie', 'Wat niet in deze kopie staat', 'What is not in this copy'),
  what: text('Quoi', 'Wat', 'What'),
  why: text('Pourquoi', 'Waarom', 'Why'),
  nothingLeftOut: text('Rien n’a été retiré.', 'Er is niets weggelaten.', 'Nothing was left out.'),
  answers: text('Données de la demande', 'Gegevens van de aanvraag', 'Answers of the application'),
  decisions: text('Décisions', 'Beslissingen', 'Decisions'),
  exchanges: text('Questions et messages', 'Vragen en berichten', 'Questions and messages'),
  opinions: text('Avis', 'Advies', 'Opinion'),
  hearings: text('Auditions', 'Hoorzittingen', 'Hearings'),
  inspections: text('Visites', 'Bezoeken', 'Inspections'),
  minutes: text('Procès-verbal', 'Verslag', 'Minutes'),
  question: text('Question', 'Vraag', 'Question'),
  conditions: text('Conditions', 'Voorwaarden', 'Conditions'),
  motivation: text('Motivation', 'Motivering', 'Reasons'),
  history: text('Historique', 'Verloop', 'History'),
  consultations: text('Sources consultées', 'Geraadpleegde bronnen', 'Sources consulted'),
  notes: text('Notes internes', 'Interne notities', 'Internal notes'),
  blackened: text('[retiré : {why}]', '[weggelaten: {why}]', '[left out: {why}]'),
  office: text('L’administration', 'De administratie', 'The administration'),
  asked: text('demandé', 'gevraagd', 'asked'),
  answered: text('répondu', 'geantwoord', 'answered'),
  amount: text('Montant', 'Bedrag', 'Amount'),
  validity: text('Valable', 'Geldig', 'Valid'),
  decidedBy: text('Décidé par', 'Beslist door', 'Decided by'),
  keptApart: text(
    'La personne qui a décidé n’a ni visité, ni entendu, ni donné d’avis, ni proposé dans cette affaire.',
    'Wie besliste, heeft in deze zaak niets bezocht, gehoord, geadviseerd of voorgesteld.',
    'Who decided neither inspected, nor heard, nor advised, nor proposed in this matter.',
  ),
  decidedToo: text('a aussi décidé', 'besliste ook', 'decided too'),
  onBehalfOf: text('au nom de', 'namens', 'in the name of'),
  inCase: text('dans le dossier', 'in dossier', 'in case'),
  officeDocument: text('Document interne du {date}', 'Intern document van {date}', 'Internal document of {date}'),
  hiddenSteps: text(
    'Étapes internes de l’historique',
    'Interne stappen in het verloop',
    'Internal steps of the history',
  ),
  internalIfAny: text(
    'Notes et documents internes de l’administration, s’il y en a',
    'Interne notities en documenten van de administratie, als die er zijn',
    'Internal notes and documents of the administration, if there are any',
  ),
  picture: text(
    '{title}, page {page} sur {pages}',
    '{title}, pagina {page} van {pages}',
    '{title}, page {page} of {pages}',
  ),
  overlay: text(
    '{reference}  ·  pièce {number}  ·  {page} / {pages}',
    '{reference}  ·  stuk {number}  ·  {page} / {pages}',
    '{reference}  ·  piece {number}  ·  {page} / {pages}',
  ),
  overlayIndex: text(
    '{reference}  ·  {page} / {pages}',
    '{reference}  ·  {page} / {pages}',
    '{reference}  ·  {page} / {pages}',
  ),
} as const satisfies Record<string, LocalizedText>;

/** How an opinion stands that says nothing. */
export const opinionStateTexts = {
  asked: text('en attente', 'wacht op antwoord', 'waiting'),
  given: text('rendu', 'gegeven', 'given'),
  expired: text('sans réponse dans le délai', 'geen antwoord binnen de termijn', 'no answer within the term'),
  withdrawn: text('demande retirée', 'vraag ingetrokken', 'request withdrawn'),
} as const satisfies Record<string, LocalizedText>;

/** How an inspection stands that nobody reported. */
export const inspectionStateTexts = {
  asked: text('pas encore de rapport', 'nog geen verslag', 'not reported yet'),
  reported: text('rapport rendu', 'verslag gegeven', 'reported'),
  expired: text('sans rapport dans le délai', 'geen verslag binnen de termijn', 'no report within the term'),
  withdrawn: text('demande retirée', 'vraag ingetrokken', 'request withdrawn'),
} as const satisfies Record<string, LocalizedText>;

/** How a hearing stands. */
export const hearingStateTexts = {
  scheduled: text('prévue', 'gepland', 'scheduled'),
  held: text('tenue', 'gehouden', 'held'),
  missed: text('personne n’est venu', 'niemand kwam', 'nobody came'),
  canceled: text('annulée', 'geannuleerd', 'canceled'),
} as const satisfies Record<string, LocalizedText>;

export const presenceTexts = {
  came: text('présent', 'aanwezig', 'present'),
  absent: text('absent', 'afwezig', 'absent'),
} as const satisfies Record<string, LocalizedText>;

/** Why something is left out, as the index says it. */
export const leftOutBecause: Readonly<
  Record<CopyReason | 'internal' | 'deliberation' | 'restricted' | 'infected' | 'waiting', LocalizedText>
> = {
  restricted: text(
    'donnée réservée, conservée à part',
    'voorbehouden gegeven, apart bewaard',
    'restricted, kept apart',
  ),
  infected: text('un virus y a été trouvé', 'er is een virus in gevonden', 'a virus was found in it'),
  waiting: text(
    'pas encore contrôlé contre les virus',
    'nog niet op virussen gecontroleerd',
    'not yet checked for viruses',
  ),
  internal: text('réservé à l’administration', 'alleen voor de administratie', 'for the administration alone'),
  deliberation: text(
    'travail interne de l’administration',
    'intern werk van de administratie',
    'internal work of the administration',
  ),
  otherPeople: text('données d’autres personnes', 'gegevens van andere personen', 'data of other people'),
  offenses: text(
    'données relatives à des infractions (art. 10 RGPD)',
    'gegevens over strafbare feiten (art. 10 AVG)',
    'data about offenses (art. 10 GDPR)',
  ),
  health: text(
    'données relatives à la santé (art. 9 RGPD)',
    'gegevens over gezondheid (art. 9 AVG)',
    'data about health (art. 9 GDPR)',
  ),
  secret: text('données confidentielles', 'vertrouwelijke gegevens', 'confidential data'),
};

/** What the outcomes that all procedures have are called; others by their own code. */
export const outcomeTexts: Readonly<Record<string, LocalizedText>> = {
  granted: text('Accordée', 'Toegekend', 'Granted'),
  refused: text('Refusée', 'Geweigerd', 'Refused'),
  transferred: text('Transmis', 'Overgedragen', 'Transferred'),
  inadmissible: text('Irrecevable', 'Onontvankelijk', 'Inadmissible'),
};

/** A text with its particulars. */
export const filled = (
  words: LocalizedText,
  locale: Locale,
  values: Readonly<Record<string, string | number>>,
): string => words[locale].replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(values[name] ?? ''));

/** What somebody did for a decision. */
export const actTexts = {
  inspection: text('Visite', 'Bezoek', 'Inspection'),
  hearing: text('Audition', 'Hoorzitting', 'Hearing'),
  opinion: text('Avis', 'Advies', 'Opinion'),
  proposal: text('Proposition', 'Voorstel', 'Proposal'),
  decision: text('Décision', 'Beslissing', 'Decision'),
} as const satisfies Record<string, LocalizedText>;

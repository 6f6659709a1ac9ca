import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { FailReason, MovedCase, StayReason } from './version-move.ts';

const reasonWords: Readonly<Record<StayReason | FailReason, LocalizedText>> = {
  notStarted: {
    fr: 'Son processus n’a pas encore commencé',
    nl: 'Het proces is nog niet begonnen',
    en: 'Its process has not begun yet',
  },
  processEnded: {
    fr: 'Son processus est terminé',
    nl: 'Het proces is afgelopen',
    en: 'Its process has ended',
  },
  suspended: {
    fr: 'Son processus est en pause',
    nl: 'Het proces is onderbroken',
    en: 'Its process is paused',
  },
  incident: {
    fr: 'Une étape a échoué et attend une réparation',
    nl: 'Een stap is mislukt en wacht op herstel',
    en: 'A step has failed and waits for a repair',
  },
  noPlace: {
    fr: 'L’étape n’a pas de place dans l’autre version',
    nl: 'De stap heeft geen plaats in de andere versie',
    en: 'The step has no place in the other version',
  },
  otherProcess: {
    fr: 'Un processus appelé est inconnu de l’autre version',
    nl: 'Een opgeroepen proces bestaat niet in de andere versie',
    en: 'A called process is unknown to the other version',
  },
  outbox: {
    fr: 'Un message pour son processus n’est pas encore parti',
    nl: 'Een bericht voor het proces is nog niet vertrokken',
    en: 'A message for its process has not gone out yet',
  },
  taskUnderway: {
    fr: 'Quelqu’un achève une tâche en ce moment',
    nl: 'Iemand rondt op dit moment een taak af',
    en: 'Somebody is completing a task at this moment',
  },
  closed: { fr: 'Le dossier est terminé', nl: 'Het dossier is afgelopen', en: 'The case has ended' },
  otherVersion: {
    fr: 'Le dossier est d’une autre version',
    nl: 'Het dossier is van een andere versie',
    en: 'The case is of another version',
  },
  draftLost: {
    fr: 'Ce qu’un agent a commencé à remplir n’a pas de place dans l’autre formulaire',
    nl: 'Wat een medewerker begon in te vullen, past niet in het andere formulier',
    en: 'What a clerk has begun to fill in does not fit the other form',
  },
  answersLost: {
    fr: 'L’autre formulaire de demande n’accepte pas une réponse',
    nl: 'Het andere aanvraagformulier aanvaardt een antwoord niet',
    en: 'The other application form does not take an answer',
  },
  statusUnknown: {
    fr: 'L’autre version ne connaît pas le statut',
    nl: 'De andere versie kent de status niet',
    en: 'The other version does not know the status',
  },
  termUnknown: {
    fr: 'L’autre version ne connaît pas le délai en cours',
    nl: 'De andere versie kent de lopende termijn niet',
    en: 'The other version does not know the running term',
  },
  rightUnknown: {
    fr: 'L’autre version ne connaît pas le droit accordé',
    nl: 'De andere versie kent het toegekende recht niet',
    en: 'The other version does not know the granted right',
  },
  obligationUnknown: {
    fr: 'L’autre version ne connaît pas l’obligation',
    nl: 'De andere versie kent de verplichting niet',
    en: 'The other version does not know the obligation',
  },
  forbidden: {
    fr: 'La personne qui a lancé le passage ne publie plus cette démarche',
    nl: 'Wie de overzetting startte, mag deze procedure niet meer publiceren',
    en: 'Whoever started the move publishes this procedure no more',
  },
  engineRefused: {
    fr: 'Le moteur a refusé ; rien n’a changé',
    nl: 'De procesmotor weigerde; er is niets gewijzigd',
    en: 'The engine refused; nothing has changed',
  },
  halfway: {
    fr: 'Une partie du dossier a changé de version ; réessayez pour terminer',
    nl: 'Een deel van het dossier is overgezet; probeer opnieuw om af te ronden',
    en: 'A part of the case has moved; try again to finish it',
  },
  unavailable: {
    fr: 'Le moteur ne répond pas',
    nl: 'De procesmotor antwoordt niet',
    en: 'The engine does not answer',
  },
  fault: {
    fr: 'Une erreur de la plateforme',
    nl: 'Een fout van het platform',
    en: 'A fault of the platform',
  },
};

/** Why a case stayed or failed, with what that is about. */
export const whyOf = (reason: StayReason | FailReason, subject: LocalizedText | null): LocalizedText =>
  inEveryLocale((locale) => {
    const words = reasonWords[reason][locale];
    if (subject === null) return words;
    return locale === 'fr' ? `${words} : ${subject.fr}` : `${words}: ${subject[locale]}`;
  });

export const stateWords: Readonly<Record<MovedCase['state'], LocalizedText>> = {
  waiting: { fr: 'En attente', nl: 'Wacht', en: 'Waiting' },
  moved: { fr: 'Passé', nl: 'Overgezet', en: 'Moved' },
  stayed: { fr: 'Resté', nl: 'Gebleven', en: 'Stayed' },
  failed: { fr: 'Échoué', nl: 'Mislukt', en: 'Failed' },
  canceled: { fr: 'Arrêté', nl: 'Stopgezet', en: 'Stopped' },
};

export const headWords: readonly LocalizedText[] = [
  { fr: 'Dossier', nl: 'Dossier', en: 'Case' },
  { fr: 'De la version', nl: 'Van versie', en: 'From version' },
  { fr: 'À la version', nl: 'Naar versie', en: 'To version' },
  { fr: 'Résultat', nl: 'Resultaat', en: 'Outcome' },
  { fr: 'Pourquoi', nl: 'Waarom', en: 'Why' },
  { fr: 'Moment', nl: 'Tijdstip', en: 'When' },
];

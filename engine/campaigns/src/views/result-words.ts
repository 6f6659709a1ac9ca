import type { LocalizedText } from '@irisflow/foundation';
import type { RecipientRow, SkipReason } from '../storage/recipients.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

const ways: Readonly<Record<string, LocalizedText>> = {
  portal: text('Portail', 'Portaal', 'Portal'),
  email: text('Courriel', 'E-mail', 'E-mail'),
  ebox: text('eBox', 'eBox', 'eBox'),
  post: text('Poste', 'Post', 'Post'),
};

const states: Readonly<Record<RecipientRow['state'], LocalizedText>> = {
  waiting: text('En attente', 'Wacht', 'Waiting'),
  sent: text('Envoyé', 'Verzonden', 'Sent'),
  skipped: text('Non envoyé', 'Niet verzonden', 'Not sent'),
};

const skipped: Readonly<Record<SkipReason, LocalizedText>> = {
  answered: text('A déjà introduit une demande', 'Diende al een aanvraag in', 'Has filed already'),
  objected: text('Ne veut pas de tels courriers', 'Wil zulke brieven niet', 'Does not want such letters'),
  changed: text('Ne répond plus aux critères', 'Voldoet niet meer aan de criteria', 'No longer fits'),
  unreachable: text('Ne peut être joint', 'Niet bereikbaar', 'Cannot be reached'),
  unwritten: text('Courrier impossible à écrire', 'Brief kon niet geschreven worden', 'Letter could not be written'),
};

/** How the lines of the results are called, in which language they are wanted. */
export const resultWords = {
  heads: [
    text('Dossier', 'Dossier', 'Case'),
    text('Demandeur', 'Aanvrager', 'Applicant'),
    text('Droit', 'Recht', 'Right'),
    text('Courrier', 'Brief', 'Letter'),
    text('Raison', 'Reden', 'Reason'),
    text('Le', 'Op', 'On'),
    text('Par', 'Via', 'By'),
    text('Commencé le', 'Begonnen op', 'Begun on'),
    text('Dossier de réponse', 'Antwoorddossier', 'Case that answers'),
    text('Répondu le', 'Beantwoord op', 'Answered on'),
  ],
  ways,
  states,
  skipped,
} as const;

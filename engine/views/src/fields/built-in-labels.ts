import type { LocalizedText } from '@irisflow/foundation';
import type { CaseStatus } from '@irisflow/procedures';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

export const statusLabels: Readonly<Record<CaseStatus, LocalizedText>> = {
  submitted: text('Introduit', 'Ingediend', 'Submitted'),
  received: text('Reçu', 'Ontvangen', 'Received'),
  incomplete: text('Attend le demandeur', 'Wacht op de aanvrager', 'Waits for the applicant'),
  complete: text('Complet', 'Volledig', 'Complete'),
  inInstruction: text('En instruction', 'In behandeling', 'Being examined'),
  decisionPending: text('Décision à valider', 'Beslissing te bevestigen', 'Decision to validate'),
  granted: text('Accordé', 'Toegekend', 'Granted'),
  refused: text('Refusé', 'Geweigerd', 'Refused'),
  transferred: text('Transmis', 'Overgedragen', 'Transferred'),
  inadmissible: text('Irrecevable', 'Onontvankelijk', 'Inadmissible'),
  withdrawn: text('Retiré', 'Ingetrokken', 'Withdrawn'),
  closed: text('Clôturé', 'Afgesloten', 'Closed'),
};

export const languageLabels: Readonly<Record<'fr' | 'nl' | 'en', LocalizedText>> = {
  fr: text('Français', 'Frans', 'French'),
  nl: text('Néerlandais', 'Nederlands', 'Dutch'),
  en: text('Anglais', 'Engels', 'English'),
};

/** Candidate groups that are roles. */
export const groupLabels: Readonly<Record<string, LocalizedText>> = {
  agent: text('Agents', 'Dossierbeheerders', 'Agents'),
  supervisor: text('Chefs de service', 'Leidinggevenden', 'Supervisors'),
};

export const nobody = text('Personne', 'Niemand', 'Nobody');
export const me = text('Moi', 'Ik', 'Me');
export const yes = text('Oui', 'Ja', 'Yes');
export const no = text('Non', 'Nee', 'No');
export const postalCode = text('code postal', 'postcode', 'postcode');
export const municipality = text('commune', 'gemeente', 'municipality');

/** What a view calls the fields that all tasks have. */
export const fieldLabels = {
  daysLeft: text('Jours légaux restants', 'Resterende wettelijke dagen', 'Remaining legal days'),
  dueOn: text('Dernier jour du délai', 'Laatste dag van de termijn', 'Last day of the term'),
  task: text('Tâche', 'Taak', 'Task'),
  applicant: text('Demandeur ou référence', 'Aanvrager of referentie', 'Applicant or reference'),
  procedure: text('Démarche', 'Procedure', 'Procedure'),
  step: text('Étape', 'Stap', 'Step'),
  status: text('Statut du dossier', 'Status van het dossier', 'Status of the case'),
  language: text('Langue du dossier', 'Taal van het dossier', 'Language of the case'),
  commune: text('Commune', 'Gemeente', 'Municipality'),
  received: text('Dossier reçu le', 'Dossier ontvangen op', 'Case received on'),
  created: text('Tâche arrivée le', 'Taak toegekomen op', 'Task arrived on'),
  assignee: text('Chez', 'Bij', 'With'),
  group: text('Groupe', 'Groep', 'Group'),
  priority: text('Priorité', 'Prioriteit', 'Priority'),
  incident: text('À l’arrêt', 'Staat stil', 'Stands still'),
  unread: text('Message non lu', 'Ongelezen bericht', 'Unread message'),
  waiting: text(
    'Attend une réponse du demandeur',
    'Wacht op een antwoord van de aanvrager',
    'Waits for an answer of the applicant',
  ),
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type BuiltInKey = keyof typeof fieldLabels;

export const isBuiltIn = (key: string): key is BuiltInKey => Object.hasOwn(fieldLabels, key);

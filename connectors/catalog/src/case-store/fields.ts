import type { ConnectorField, LocalizedText } from '@irisflow/connector-sdk';

import { optional, required } from './field-conditions.ts';
import { BUDGET_FIELDS } from './budget-fields.ts';
import { NOTICE_FIELDS } from './notice-fields.ts';
import { MONEY_FIELDS } from './money-fields.ts';
import { OBLIGATION_FIELDS } from './obligation-fields.ts';
import { CHANGES, RIGHT_FIELDS } from './right-fields.ts';
import type { Input, Operation } from './schema.ts';

const OPERATION_NAMES: { readonly [Name in Operation]: LocalizedText } = {
  'set-status': { fr: 'Changer le statut', nl: 'Status wijzigen', en: 'Set the status' },
  'add-timeline-entry': { fr: 'Ajouter une étape', nl: 'Stap toevoegen', en: 'Add a timeline entry' },
  'request-information': { fr: 'Demander des pièces', nl: 'Stukken opvragen', en: 'Request information' },
  'record-decision': { fr: 'Enregistrer la décision', nl: 'Beslissing vastleggen', en: 'Record the decision' },
  'start-term': { fr: 'Démarrer un délai', nl: 'Termijn starten', en: 'Start a term' },
  'suspend-term': { fr: 'Suspendre un délai', nl: 'Termijn schorsen', en: 'Suspend a term' },
  'interrupt-term': { fr: 'Interrompre un délai', nl: 'Termijn stuiten', en: 'Interrupt a term' },
  'resume-term': { fr: 'Reprendre un délai', nl: 'Termijn hervatten', en: 'Resume a term' },
  'meet-term': { fr: 'Terminer un délai', nl: 'Termijn beëindigen', en: 'End a term in time' },
  'ask-opinion': { fr: 'Demander un avis', nl: 'Advies vragen', en: 'Ask for an opinion' },
  'ask-inspection': { fr: 'Demander une visite', nl: 'Een bezoek vragen', en: 'Ask for an inspection' },
  'schedule-hearing': {
    fr: 'Convoquer à une audition',
    nl: 'Oproepen voor een hoorzitting',
    en: 'Summon to a hearing',
  },
  'grant-right': { fr: 'Accorder un droit', nl: 'Een recht toekennen', en: 'Grant a right' },
  'change-right': { fr: 'Modifier un droit', nl: 'Een recht wijzigen', en: 'Change a right' },
  'suspend-right': { fr: 'Suspendre un droit', nl: 'Een recht schorsen', en: 'Suspend a right' },
  'resume-right': { fr: 'Reprendre un droit suspendu', nl: 'Een geschorst recht hervatten', en: 'Resume a right' },
  'end-right': { fr: 'Mettre fin à un droit', nl: 'Een recht beëindigen', en: 'End a right' },
  'renew-right': { fr: 'Prolonger un droit', nl: 'Een recht verlengen', en: 'Renew a right' },
  'read-right': { fr: 'Lire un droit', nl: 'Een recht lezen', en: 'Read a right' },
  'find-right': {
    fr: 'Chercher un droit qui court',
    nl: 'Een lopend recht zoeken',
    en: 'Find a right that is not over',
  },
  'ask-payment': { fr: 'Demander un paiement', nl: 'Een betaling vragen', en: 'Ask for a payment' },
  'cancel-payment': {
    fr: 'Annuler un paiement demandé',
    nl: 'Een gevraagde betaling annuleren',
    en: 'Cancel a payment',
  },
  'lower-payment': { fr: 'Réduire un paiement demandé', nl: 'Een gevraagde betaling verlagen', en: 'Lower a payment' },
  'grant-installments': { fr: 'Accorder un paiement échelonné', nl: 'Afbetaling toestaan', en: 'Grant installments' },
  'send-notice': {
    fr: 'Notifier un courrier',
    nl: 'Een brief betekenen',
    en: 'Send a letter and follow its arrival',
  },
  'engage-budget': {
    fr: 'Engager sur le budget',
    nl: 'Vastleggen op de begroting',
    en: 'Set aside on the budget',
  },
  'set-engagement': {
    fr: 'Modifier un engagement',
    nl: 'Een vastlegging wijzigen',
    en: 'Change what is set aside',
  },
  'close-engagement': {
    fr: 'Clôturer un engagement',
    nl: 'Een vastlegging afsluiten',
    en: 'Give back what is left of what was set aside',
  },
  'order-payment': { fr: 'Payer quelqu’un', nl: 'Iemand betalen', en: 'Pay somebody' },
  'cancel-order': {
    fr: 'Reprendre un paiement ordonné',
    nl: 'Een betaalopdracht intrekken',
    en: 'Take back a payment that was ordered',
  },
  'reserve-place': { fr: 'Réserver une place', nl: 'Een plaats reserveren', en: 'Reserve a place' },
  'confirm-place': {
    fr: 'Attribuer la place réservée',
    nl: 'De gereserveerde plaats toekennen',
    en: 'Give the reserved place to a right',
  },
  'release-place': { fr: 'Rendre une place', nl: 'Een plaats teruggeven', en: 'Give a place back' },
  'leave-waiting-list': {
    fr: 'Quitter la liste d’attente',
    nl: 'De wachtlijst verlaten',
    en: 'Leave the waiting list',
  },
  'start-obligation': {
    fr: 'Faire commencer une obligation',
    nl: 'Een verplichting laten ingaan',
    en: 'Begin an obligation',
  },
  'end-obligation': { fr: 'Mettre fin à une obligation', nl: 'Een verplichting beëindigen', en: 'End an obligation' },
  'settle-obligation': {
    fr: 'Apprécier une échéance d’obligation',
    nl: 'Een vervaldag van een verplichting beoordelen',
    en: 'Settle what is due of an obligation',
  },
  'open-case': { fr: 'Ouvrir un dossier lié', nl: 'Gekoppeld dossier openen', en: 'Open a linked case' },
  close: { fr: 'Clôturer le dossier', nl: 'Dossier afsluiten', en: 'Close the case' },
};

const TERMS = ['start-term', 'suspend-term', 'interrupt-term', 'resume-term', 'meet-term'] as const;

/** Which inputs exist for which operation. */
export const FIELDS: { readonly [Name in keyof Required<Input>]: ConnectorField } = {
  operation: { label: { fr: 'Opération', nl: 'Bewerking', en: 'Operation' }, choices: OPERATION_NAMES },
  status: { label: { fr: 'Statut', nl: 'Status', en: 'Status' }, when: required('set-status') },
  entryKey: {
    label: { fr: 'Clé de l’étape', nl: 'Sleutel van de stap', en: 'Key of the entry' },
    when: required('add-timeline-entry'),
  },
  texts: {
    label: { fr: 'Texte (fr, nl, en)', nl: 'Tekst (fr, nl, en)', en: 'Text (fr, nl, en)' },
    when: required('add-timeline-entry'),
  },
  visibleToApplicant: {
    label: { fr: 'Visible pour le demandeur', nl: 'Zichtbaar voor de aanvrager', en: 'Visible to the applicant' },
    when: optional('add-timeline-entry'),
  },
  items: {
    label: { fr: 'Pièces demandées', nl: 'Gevraagde stukken', en: 'Items requested' },
    hint: {
      fr: 'Liste de {key, label: {fr, nl, en}}.',
      nl: 'Lijst van {key, label: {fr, nl, en}}.',
      en: 'List of {key, label: {fr, nl, en}}.',
    },
    when: required('request-information'),
  },
  answerTerm: {
    label: { fr: 'Délai de réponse', nl: 'Antwoordtermijn', en: 'Term for the answer' },
    hint: {
      fr: 'Clé d’un délai de la procédure : il démarre avec la demande. Attendez ensuite « term.expired » avec la clé « termId » du résultat.',
      nl: 'Sleutel van een termijn van de procedure: die start met de vraag. Wacht daarna op “term.expired” met de sleutel “termId” uit het resultaat.',
      en: 'Key of a term of the procedure: it starts with the request. Then wait for “term.expired” with the key “termId” of the result.',
    },
    when: optional('request-information'),
  },
  dueDate: {
    label: { fr: 'À fournir au plus tard le', nl: 'Te bezorgen uiterlijk op', en: 'Due date' },
    hint: {
      fr: 'Seulement sans délai de réponse : un jour fixé à la main.',
      nl: 'Alleen zonder antwoordtermijn: een met de hand gekozen dag.',
      en: 'Only without a term for the answer: a day chosen by hand.',
    },
    when: optional('request-information'),
  },
  note: { label: { fr: 'Remarque', nl: 'Opmerking', en: 'Note' }, when: optional('request-information') },
  outcome: {
    label: { fr: 'Issue', nl: 'Uitkomst', en: 'Outcome' },
    choices: {
      granted: { fr: 'Accordée', nl: 'Toegekend', en: 'Granted' },
      refused: { fr: 'Refusée', nl: 'Geweigerd', en: 'Refused' },
      inadmissible: { fr: 'Irrecevable', nl: 'Onontvankelijk', en: 'Inadmissible' },
      closed: { fr: 'Clôturée', nl: 'Afgesloten', en: 'Closed' },
      withdrawn: { fr: 'Retirée', nl: 'Ingetrokken', en: 'Withdrawn' },
    },
    when: required('record-decision'),
  },
  grounds: {
    label: { fr: 'Motifs', nl: 'Motieven', en: 'Grounds' },
    hint: { fr: 'Liste de {code, text}.', nl: 'Lijst van {code, text}.', en: 'List of {code, text}.' },
    when: optional('record-decision'),
  },
  appealOutcome: {
    label: { fr: 'Issue du recours', nl: 'Uitkomst van het beroep', en: 'Outcome of the appeal' },
    hint: {
      fr: 'Seulement pour la décision sur un recours, dont la suspension prend fin. Annulée, montants et droit redeviennent ce qu’ils étaient. Réformée, changez-les par d’autres étapes.',
      nl: 'Alleen voor de beslissing over een beroep: de schorsing eindigt. Vernietigd worden bedragen en recht zoals voordien. Hervormd wijzigt u ze met andere stappen.',
      en: 'Only for the decision on an appeal: what it suspends ends. Annulled, amounts and right are as they were before. Reformed, change them by other steps.',
    },
    choices: {
      confirmed: { fr: 'Décision confirmée', nl: 'Beslissing bevestigd', en: 'Decision confirmed' },
      reformed: { fr: 'Décision réformée', nl: 'Beslissing hervormd', en: 'Decision reformed' },
      annulled: { fr: 'Décision annulée', nl: 'Beslissing vernietigd', en: 'Decision annulled' },
      inadmissible: { fr: 'Recours irrecevable', nl: 'Beroep onontvankelijk', en: 'Appeal inadmissible' },
    },
    when: optional('record-decision'),
  },
  amount: { label: { fr: 'Montant (€)', nl: 'Bedrag (€)', en: 'Amount (€)' }, when: optional('record-decision') },
  validFrom: {
    label: { fr: 'Valable dès le', nl: 'Geldig vanaf', en: 'Valid from' },
    when: optional('record-decision'),
  },
  validTo: {
    label: { fr: 'Valable jusqu’au', nl: 'Geldig tot', en: 'Valid to' },
    when: optional('record-decision', 'grant-right', 'renew-right'),
  },
  termKey: {
    label: { fr: 'Délai', nl: 'Termijn', en: 'Term' },
    hint: {
      fr: 'Clé d’un délai de la procédure. Le résultat donne « termId » : attendez « term.warning » et « term.expired » avec cette clé.',
      nl: 'Sleutel van een termijn van de procedure. Het resultaat geeft “termId”: wacht met die sleutel op “term.warning” en “term.expired”.',
      en: 'Key of a term of the procedure. The result gives “termId”: wait for “term.warning” and “term.expired” with that key.',
    },
    when: required(...TERMS),
  },
  length: {
    label: { fr: 'Durée', nl: 'Duur', en: 'Length' },
    hint: {
      fr: 'Un nombre, dans l’unité du délai ; sans lui, la durée que dit la procédure.',
      nl: 'Een getal, in de eenheid van de termijn; zonder geldt de duur van de procedure.',
      en: 'A number, in the unit of the term; without it, the length that the procedure says.',
    },
    when: optional('start-term', 'ask-opinion', 'ask-inspection'),
  },
  actOn: {
    label: { fr: 'Jour de l’acte', nl: 'Dag van de handeling', en: 'Day of the act' },
    hint: {
      fr: 'Réception, présentation ou envoi : le délai court dès le lendemain. Sans lui, aujourd’hui.',
      nl: 'Ontvangst, aanbieding of verzending: de termijn loopt vanaf de dag erna. Zonder is dat vandaag.',
      en: 'Receipt, presentation or posting: the term runs from the day after. Without it, today.',
    },
    when: optional('start-term'),
  },
  reason: {
    label: { fr: 'Raison', nl: 'Reden', en: 'Reason' },
    when: optional('suspend-term', 'interrupt-term', 'resume-term', 'grant-right', ...CHANGES),
  },
  opinionKey: {
    label: { fr: 'Avis', nl: 'Advies', en: 'Opinion' },
    hint: {
      fr: 'Clé d’un avis de la démarche : elle dit à qui il est demandé et ce que vaut son silence. Le résultat donne « opinionId » : attendez « opinion.given » avec cette clé.',
      nl: 'Sleutel van een advies van de procedure: die zegt aan wie het wordt gevraagd en wat zwijgen betekent. Het resultaat geeft “opinionId”: wacht met die sleutel op “opinion.given”.',
      en: 'Key of an opinion of the procedure: it says who is asked, and what their silence means. The result gives “opinionId”: wait for “opinion.given” with that key.',
    },
    when: required('ask-opinion'),
  },
  question: { label: { fr: 'Question', nl: 'Vraag', en: 'Question' }, when: required('ask-opinion') },
  documents: {
    label: { fr: 'Documents transmis', nl: 'Bezorgde documenten', en: 'Documents handed over' },
    hint: {
      fr: 'Les « id » de documents du dossier, p. ex. =application.lease.id ; rien d’autre du dossier n’est montré.',
      nl: 'De “id” van documenten van het dossier, bv. =application.lease.id; van het dossier wordt niets anders getoond.',
      en: 'The “id” of documents of the case, such as =application.lease.id; nothing else of the case is shown.',
    },
    when: optional('ask-opinion', 'ask-inspection'),
  },
  inspectionKey: {
    label: { fr: 'Visite', nl: 'Bezoek', en: 'Inspection' },
    hint: {
      fr: 'Clé d’une visite de la démarche : elle dit qui y va, en combien de jours et par quel formulaire. Le résultat donne « inspectionId » : attendez « inspection.reported » avec cette clé.',
      nl: 'Sleutel van een bezoek van de procedure: die zegt wie gaat, binnen hoeveel dagen en met welk formulier. Het resultaat geeft “inspectionId”: wacht met die sleutel op “inspection.reported”.',
      en: 'Key of an inspection of the procedure: it says who goes, within how many days and by which form. The result gives “inspectionId”: wait for “inspection.reported” with that key.',
    },
    when: required('ask-inspection'),
  },
  address: { label: { fr: 'Adresse', nl: 'Adres', en: 'Address' }, when: required('ask-inspection') },
  subject: {
    label: { fr: 'Ce qu’il faut regarder', nl: 'Wat te bekijken', en: 'What to look at' },
    when: required('ask-inspection'),
  },
  hearingKey: {
    label: { fr: 'Audition', nl: 'Hoorzitting', en: 'Hearing' },
    hint: {
      fr: 'Clé d’une audition de la démarche : elle dit qui est convoqué, par quelle lettre et combien de jours avant. Le résultat donne « hearingId » : attendez « hearing.held » avec cette clé.',
      nl: 'Sleutel van een hoorzitting van de procedure: die zegt wie wordt opgeroepen, met welke brief en hoeveel dagen vooraf. Het resultaat geeft “hearingId”: wacht met die sleutel op “hearing.held”.',
      en: 'Key of a hearing of the procedure: it says who is summoned, by which letter and how many days before. The result gives “hearingId”: wait for “hearing.held” with that key.',
    },
    when: required('schedule-hearing'),
  },
  hearingDay: { label: { fr: 'Jour', nl: 'Dag', en: 'Day' }, when: required('schedule-hearing') },
  hearingTime: {
    label: { fr: 'Heure', nl: 'Uur', en: 'Time' },
    hint: { fr: 'À Bruxelles, p. ex. 10:30.', nl: 'In Brussel, bv. 10:30.', en: 'In Brussels, such as 10:30.' },
    when: required('schedule-hearing'),
  },
  hearingMinutes: {
    label: { fr: 'Durée (minutes)', nl: 'Duur (minuten)', en: 'Length (minutes)' },
    when: optional('schedule-hearing'),
  },
  hearingPlace: {
    label: { fr: 'Lieu', nl: 'Plaats', en: 'Place' },
    hint: {
      fr: 'Le lieu, le lien vidéo ou les deux.',
      nl: 'De plaats, de videolink of allebei.',
      en: 'The place, the video link or both.',
    },
    when: optional('schedule-hearing'),
  },
  hearingLink: {
    label: { fr: 'Lien vidéo', nl: 'Videolink', en: 'Video link' },
    when: optional('schedule-hearing'),
  },
  ...RIGHT_FIELDS,
  ...MONEY_FIELDS,
  ...NOTICE_FIELDS,
  quota: {
    label: { fr: 'Quota', nl: 'Quotum', en: 'Quota' },
    hint: {
      fr: 'Clé d’un fichier .quota.json. Le résultat donne « placeId » et « outcome » : « reserved » avec « reservedUntil » ou « waiting » avec « position ».',
      nl: 'Sleutel van een bestand .quota.json. Het resultaat geeft “placeId” en “outcome”: “reserved” met “reservedUntil” of “waiting” met “position”.',
      en: 'Key of a .quota.json file. The result gives “placeId” and “outcome”: “reserved” with “reservedUntil”, or “waiting” with “position”.',
    },
    when: required('reserve-place'),
  },
  placeId: {
    label: { fr: 'La place', nl: 'De plaats', en: 'The place' },
    hint: {
      fr: 'Le « placeId » que la réservation a donné, clé des messages « place.offered » et « quota.released ». Le résultat « over » dit que la place était déjà perdue.',
      nl: 'De “placeId” die de reservatie gaf, sleutel van de berichten “place.offered” en “quota.released”. Het resultaat “over” zegt dat de plaats al weg was.',
      en: 'The “placeId” that reserving gave, key of the messages “place.offered” and “quota.released”. The outcome “over” says that the place was gone already.',
    },
    when: required('confirm-place', 'release-place', 'leave-waiting-list'),
  },
  ...OBLIGATION_FIELDS,
  ...BUDGET_FIELDS,
  openProcedure: {
    label: {
      fr: 'Démarche du nouveau dossier',
      nl: 'Procedure van het nieuwe dossier',
      en: 'Procedure of the new case',
    },
    hint: {
      fr: 'Clé d’une démarche publiée de la même administration.',
      nl: 'Sleutel van een gepubliceerde procedure van dezelfde administratie.',
      en: 'Key of a published procedure of the same administration.',
    },
    when: required('open-case'),
  },
  link: {
    label: { fr: 'Le nouveau dossier est', nl: 'Het nieuwe dossier is', en: 'The new case is' },
    choices: {
      followUpOf: { fr: 'la suite de celui-ci', nl: 'het vervolg op dit dossier', en: 'the follow-up of this one' },
      renewalOf: {
        fr: 'le renouvellement de celui-ci',
        nl: 'de verlenging van dit dossier',
        en: 'the renewal of this one',
      },
      appealOf: {
        fr: 'un recours contre celui-ci',
        nl: 'een beroep tegen dit dossier',
        en: 'an appeal against this one',
      },
      duplicateOf: { fr: 'un double de celui-ci', nl: 'een dubbel van dit dossier', en: 'a duplicate of this one' },
    },
    when: required('open-case'),
  },
  linkReason: {
    label: { fr: 'Raison du lien', nl: 'Reden van de koppeling', en: 'Reason for the link' },
    when: optional('open-case'),
  },
  answers: {
    label: { fr: 'Réponses', nl: 'Antwoorden', en: 'Answers' },
    hint: {
      fr: 'Les réponses au formulaire de la nouvelle démarche ; le demandeur est le même. Le résultat donne « caseId » et « reference ».',
      nl: 'De antwoorden op het formulier van de nieuwe procedure; de aanvrager is dezelfde. Het resultaat geeft “caseId” en “reference”.',
      en: 'The answers to the form of the new procedure; the applicant is the same. The result gives “caseId” and “reference”.',
    },
    when: optional('open-case'),
  },
  closingReason: {
    label: { fr: 'Raison de la clôture', nl: 'Reden van afsluiting', en: 'Reason for closing' },
    when: required('close'),
  },
};

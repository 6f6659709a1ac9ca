import type { ConnectorField } from '@irisflow/connector-sdk';

import { optional, required } from './field-conditions.ts';

/** What is said of money that is asked, and of money that goes out. */
export const MONEY_FIELDS = {
  paymentKind: {
    label: { fr: 'Nature', nl: 'Aard', en: 'Kind' },
    choices: {
      fee: { fr: 'Redevance', nl: 'Retributie', en: 'Fee' },
      fine: { fr: 'Amende', nl: 'Boete', en: 'Fine' },
      recovery: { fr: 'Récupération d’un indu', nl: 'Terugvordering', en: 'Recovery of what was paid in error' },
    },
    when: required('ask-payment'),
  },
  paymentLabel: {
    label: { fr: 'Motif du paiement (fr, nl, en)', nl: 'Waarvoor (fr, nl, en)', en: 'What it is for (fr, nl, en)' },
    hint: {
      fr: 'Les mots que lit la personne, ou le comptable. Résultat : « receivableId » ou « payableId », la clé de « payment.received » et « payment.overdue », ou de « payment.executed » et « payment.rejected ».',
      nl: 'De woorden die de persoon leest, of de boekhouder. Resultaat: “receivableId” of “payableId”, de sleutel van “payment.received” en “payment.overdue”, of van “payment.executed” en “payment.rejected”.',
      en: 'The words that the person reads, or the accountant. The result gives “receivableId” or “payableId”, the key of “payment.received” and “payment.overdue”, or of “payment.executed” and “payment.rejected”.',
    },
    when: required('ask-payment', 'engage-budget', 'order-payment'),
  },
  legalReference: {
    label: { fr: 'Base légale', nl: 'Rechtsgrond', en: 'Legal reference' },
    when: required('ask-payment'),
  },
  paymentAmount: {
    label: { fr: 'Montant (€)', nl: 'Bedrag (€)', en: 'Amount (€)' },
    hint: {
      fr: 'Avec un point et au plus deux décimales, p. ex. 125.50.',
      nl: 'Met een punt en hoogstens twee decimalen, bv. 125.50.',
      en: 'With a point and two decimals at most, such as 125.50.',
    },
    when: required('ask-payment', 'engage-budget', 'lower-payment', 'set-engagement', 'order-payment'),
  },
  paymentDays: {
    label: { fr: 'Jours pour payer', nl: 'Dagen om te betalen', en: 'Days to pay' },
    hint: {
      fr: 'Dès demain ; 30 sans rien d’autre. Un dernier jour férié passe au jour ouvrable suivant.',
      nl: 'Vanaf morgen; 30 als er niets staat. Een laatste dag waarop gesloten is, schuift op naar de volgende werkdag.',
      en: 'From tomorrow on; 30 when nothing is said. A last day on which offices are closed moves to the next working day.',
    },
    when: optional('ask-payment'),
  },
  paymentDueOn: {
    label: { fr: 'À payer au plus tard le', nl: 'Te betalen uiterlijk op', en: 'Due day' },
    when: optional('ask-payment'),
  },
  reminderDays: {
    label: { fr: 'Rappel après (jours)', nl: 'Herinnering na (dagen)', en: 'Reminder after (days)' },
    hint: {
      fr: 'Jours de retard. « payment.overdue » revient alors avec « payment.step » = "reminder". Sans lui, jamais.',
      nl: 'Dagen te laat. “payment.overdue” komt dan terug met “payment.step” = "reminder". Zonder komt het nooit.',
      en: 'Days overdue. “payment.overdue” then comes again with “payment.step” = "reminder". Without it, never.',
    },
    when: optional('ask-payment'),
  },
  noticeDays: {
    label: {
      fr: 'Mise en demeure après (jours)',
      nl: 'Ingebrekestelling na (dagen)',
      en: 'Formal notice after (days)',
    },
    hint: {
      fr: 'Jours après le rappel. « payment.step » est alors "formalNotice".',
      nl: 'Dagen na de herinnering. “payment.step” is dan "formalNotice".',
      en: 'Days after the reminder. “payment.step” is then "formalNotice".',
    },
    when: optional('ask-payment'),
  },
  receivableId: {
    label: { fr: 'Paiement demandé', nl: 'Gevraagde betaling', en: 'Payment that was asked' },
    hint: {
      fr: 'Le « receivableId » que la demande de paiement a donné.',
      nl: 'De “receivableId” die de vraag om te betalen gaf.',
      en: 'The “receivableId” that asking for the payment gave.',
    },
    when: required('cancel-payment', 'lower-payment', 'grant-installments'),
  },
  cancellationReason: {
    label: { fr: 'Raison', nl: 'Reden', en: 'Reason' },
    when: required('cancel-payment', 'lower-payment', 'cancel-order'),
  },
  payoutIban: {
    label: {
      fr: 'Compte à créditer (IBAN)',
      nl: 'Rekening die het bedrag krijgt (IBAN)',
      en: 'Account that gets it (IBAN)',
    },
    hint: {
      fr: 'Le compte que la personne a donné, p. ex. =application.iban. Ses chiffres de contrôle sont vérifiés.',
      nl: 'De rekening die de persoon opgaf, bv. =application.iban. De controlecijfers worden nagekeken.',
      en: 'The account that the person gave, such as =application.iban. Its check digits are checked.',
    },
    when: required('order-payment'),
  },
  payoutRole: {
    label: { fr: 'Rôle du bénéficiaire', nl: 'Rol van de begunstigde', en: 'Role of whoever gets it' },
    hint: {
      fr: 'Clé d’un rôle que quelqu’un a dans le dossier ; sans lui, le demandeur.',
      nl: 'Sleutel van een rol die iemand in het dossier heeft; zonder is het de aanvrager.',
      en: 'Key of a role that somebody has in the case; without it, the applicant.',
    },
    when: optional('order-payment'),
  },
  payoutName: {
    label: { fr: 'Titulaire du compte', nl: 'Houder van de rekening', en: 'Holder of the account' },
    hint: {
      fr: 'Seulement si ce n’est ni le demandeur ni quelqu’un du dossier.',
      nl: 'Alleen als het noch de aanvrager noch iemand van het dossier is.',
      en: 'Only where it is neither the applicant nor somebody of the case.',
    },
    when: optional('order-payment'),
  },
  payoutDay: {
    label: { fr: 'À payer le', nl: 'Te betalen op', en: 'To be paid on' },
    hint: {
      fr: 'Sans lui, aujourd’hui. Un comptable réunit ce qui est à payer, un second libère.',
      nl: 'Zonder is dat vandaag. Een boekhouder verzamelt wat te betalen is, een tweede geeft het vrij.',
      en: 'Without it, today. An accountant gathers what is to be paid, a second one releases it.',
    },
    when: optional('order-payment'),
  },
  payoutCommunication: {
    label: { fr: 'Communication', nl: 'Mededeling', en: 'Communication' },
    hint: {
      fr: 'Structurée si ses chiffres de contrôle sont justes, sinon libre ; sans elle, la référence du dossier et le motif.',
      nl: 'Gestructureerd als de controlecijfers kloppen, anders vrij; zonder zijn het de referentie van het dossier en de reden.',
      en: 'Structured where its check digits fit, else free; without it, the reference of the case and what it is for.',
    },
    when: optional('order-payment'),
  },
  payoutRight: {
    label: { fr: 'Le droit payé', nl: 'Het recht dat betaald wordt', en: 'The right that it pays' },
    hint: {
      fr: 'Le « rightId » que son octroi a donné.',
      nl: 'De “rightId” die bij de toekenning werd gegeven.',
      en: 'The “rightId” that its grant gave.',
    },
    when: optional('order-payment'),
  },
  payableId: {
    label: { fr: 'Paiement ordonné', nl: 'Betaalopdracht', en: 'Payment that was ordered' },
    hint: {
      fr: 'Le « payableId » du paiement. Le résultat dit « isCanceled » : faux dès qu’un comptable l’a mis dans un lot.',
      nl: 'De “payableId” van de betaling. Het resultaat zegt “isCanceled”: onwaar zodra een boekhouder ze in een batch zette.',
      en: 'The “payableId” of the payment. The result says “isCanceled”: false once an accountant has put it into a batch.',
    },
    when: required('cancel-order'),
  },
  installmentCount: {
    label: { fr: 'Nombre de parts', nl: 'Aantal delen', en: 'Number of parts' },
    hint: { fr: 'Une par mois, de 2 à 60.', nl: 'Eén per maand, van 2 tot 60.', en: 'One a month, from 2 to 60.' },
    when: required('grant-installments'),
  },
  firstInstallmentOn: {
    label: { fr: 'Première échéance', nl: 'Eerste vervaldag', en: 'First due day' },
    when: required('grant-installments'),
  },
  installmentGraceDays: {
    label: {
      fr: 'Jours après une part manquée',
      nl: 'Dagen na een gemist deel',
      en: 'Days after a missed part',
    },
    hint: {
      fr: 'Une part manquée est annoncée par « payment.missed » ; le plan tombe si elle n’est pas payée dans ces jours. Sans rien, il tombe aussitôt.',
      nl: 'Een gemist deel wordt gemeld door “payment.missed”; het plan vervalt als het niet binnen die dagen betaald is. Zonder vervalt het meteen.',
      en: 'A missed part is told by “payment.missed”; the plan falls unless it is paid within these days. Without them it falls at once.',
    },
    when: optional('grant-installments'),
  },
} satisfies Readonly<Record<string, ConnectorField>>;

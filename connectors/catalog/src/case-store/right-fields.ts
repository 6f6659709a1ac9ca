import type { ConnectorField } from '@irisflow/connector-sdk';

import { optional, required } from './field-conditions.ts';

/** Operations that make something else of a right than it was. */
export const CHANGES = ['change-right', 'suspend-right', 'resume-right', 'end-right', 'renew-right'] as const;

/** What is said of rights. */
export const RIGHT_FIELDS = {
  rightKind: {
    label: { fr: 'Droit', nl: 'Recht', en: 'Right' },
    hint: {
      fr: 'Clé d’un droit de la démarche, décrit dans un fichier .right.json. Le résultat donne « rightId » et « number » ; « right.activated » commence un processus qui vit avec lui.',
      nl: 'Sleutel van een recht van de procedure, beschreven in een bestand .right.json. Het resultaat geeft “rightId” en “number”; “right.activated” start een proces dat ermee meeleeft.',
      en: 'Key of a right of the procedure, described in a .right.json file. The result gives “rightId” and “number”; “right.activated” starts a process that lives with it.',
    },
    when: required('grant-right', 'find-right'),
  },
  rightNumber: {
    label: { fr: 'Numéro du droit', nl: 'Nummer van het recht', en: 'Number of the right' },
    hint: {
      fr: 'Celui du certificat, p. ex. =application.rightNumber. Il trouve aussi un droit d’une autre démarche de votre administration ; « Droit » est alors une clé de celle-ci.',
      nl: 'Dat van het certificaat, bv. =application.rightNumber. Het vindt ook een recht van een andere procedure van uw administratie; “Recht” is dan een sleutel van die procedure.',
      en: 'The one on its certificate, such as =application.rightNumber. It finds a right of another procedure of your administration as well; “Right” is then a key of that procedure.',
    },
    when: optional('find-right'),
  },
  rightId: {
    label: { fr: 'Le droit', nl: 'Het recht', en: 'The right' },
    hint: {
      fr: 'Le « rightId » que son octroi a donné, p. ex. =right.rightId ; il doit appartenir au demandeur de ce dossier.',
      nl: 'De “rightId” die bij de toekenning werd gegeven, bv. =right.rightId; het moet van de aanvrager van dit dossier zijn.',
      en: 'The “rightId” that its grant gave, such as =right.rightId; it has to be of the applicant of this case.',
    },
    when: required(...CHANGES, 'read-right', 'confirm-place', 'start-obligation'),
  },
  rightData: {
    label: { fr: 'Contenu du droit', nl: 'Inhoud van het recht', en: 'Content of the right' },
    hint: {
      fr: 'Un contexte FEEL avec les champs du droit, p. ex. ={amount: "120.00"} ; pour une modification, seulement ce qui change. Les montants sont du texte.',
      nl: 'Een FEEL-context met de velden van het recht, bv. ={amount: "120.00"}; bij een wijziging alleen wat verandert. Bedragen zijn tekst.',
      en: 'A FEEL context with the fields of the right, such as ={amount: "120.00"}; for a change only what becomes different. Amounts are text.',
    },
    when: optional('grant-right', 'change-right', 'renew-right'),
  },
  effectiveOn: {
    label: { fr: 'À partir du', nl: 'Vanaf', en: 'From' },
    hint: {
      fr: 'Le jour à partir duquel cela vaut, aussi dans le passé ; sans lui, aujourd’hui.',
      nl: 'De dag vanaf wanneer het geldt, ook in het verleden; zonder is dat vandaag.',
      en: 'The day from which it counts, also in the past; without it, today.',
    },
    when: optional('grant-right', ...CHANGES),
  },
  onDay: {
    label: { fr: 'Au jour', nl: 'Op de dag', en: 'As on the day' },
    hint: {
      fr: 'AAAA-MM-JJ ; aujourd’hui si vide. « right » dit alors le numéro, l’état, la validité, le contenu et les paramètres de ce jour ; null si le demandeur n’a aucun droit de ce genre qui court.',
      nl: 'JJJJ-MM-DD; vandaag als leeg. “right” zegt dan nummer, toestand, geldigheid, inhoud en parameters van die dag; null als de aanvrager geen lopend recht van die soort heeft.',
      en: 'YYYY-MM-DD; today when empty. “right” then says number, state, validity, content and parameters of that day; null where the applicant has no right of that kind that is not over.',
    },
    when: optional('read-right', 'find-right'),
  },
  rightState: {
    label: { fr: 'Nouvel état', nl: 'Nieuwe toestand', en: 'New state' },
    hint: {
      fr: 'La clé d’un état du droit ; à dire seulement là où plusieurs états conviennent.',
      nl: 'De sleutel van een toestand van het recht; alleen te zeggen waar meerdere toestanden passen.',
      en: 'The key of a state of the right; needed only where several states fit.',
    },
    when: optional(...CHANGES),
  },
} satisfies Readonly<Record<string, ConnectorField>>;

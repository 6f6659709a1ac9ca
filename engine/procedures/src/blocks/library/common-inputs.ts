import type { LocalizedText } from '@irisflow/foundation';
import type { BlockInput } from '../block.ts';

/** A letter of the procedure that takes the place of the one that the block brings. */
export const ownLetter = (name: string, letter: LocalizedText): BlockInput => ({
  name,
  label: letter,
  hint: {
    fr: 'Clé d’un courrier de la démarche. Vide : celui du bloc.',
    nl: 'Sleutel van een brief van de procedure. Leeg: die van het blok.',
    en: 'Key of a letter of the procedure. Empty: the one of the block.',
  },
  isRequired: false,
  names: 'letter',
});

export const channels: BlockInput = {
  name: 'channels',
  label: { fr: 'Voies d’envoi', nl: 'Kanalen', en: 'Ways to send it' },
  hint: {
    fr: 'Une liste, p. ex. =["portal", "email"]. Vide : les deux.',
    nl: 'Een lijst, bv. =["portal", "email"]. Leeg: beide.',
    en: 'A list, such as =["portal", "email"]. Empty: both.',
  },
  isRequired: false,
};

export const paymentLabel: BlockInput = {
  name: 'paymentLabel',
  label: { fr: 'Motif du paiement (fr, nl, en)', nl: 'Waarvoor (fr, nl, en)', en: 'What it is for (fr, nl, en)' },
  isRequired: true,
  value: '= { fr: "…", nl: "…", en: "…" }',
};

export const legalReference: BlockInput = {
  name: 'legalReference',
  label: { fr: 'Base légale', nl: 'Rechtsgrond', en: 'Legal reference' },
  isRequired: true,
};

export const amountToPay: BlockInput = {
  name: 'paymentAmount',
  label: { fr: 'Montant (€)', nl: 'Bedrag (€)', en: 'Amount (€)' },
  hint: {
    fr: 'Avec un point et au plus deux décimales, p. ex. 125.50.',
    nl: 'Met een punt en hoogstens twee decimalen, bv. 125.50.',
    en: 'With a point and two decimals at most, such as 125.50.',
  },
  isRequired: true,
};

export const daysToPay: BlockInput = {
  name: 'paymentDays',
  label: { fr: 'Jours pour payer', nl: 'Dagen om te betalen', en: 'Days to pay' },
  isRequired: false,
  value: '= 30',
};

/** After how many days somebody is reminded; the hint says what happens where nothing is said. */
export const daysToReminder = (hint: LocalizedText): BlockInput => ({
  name: 'reminderDays',
  label: { fr: 'Rappel après (jours)', nl: 'Herinnering na (dagen)', en: 'Reminder after (days)' },
  hint,
  isRequired: false,
});

export const daysToNotice = (hint: LocalizedText): BlockInput => ({
  name: 'noticeDays',
  label: { fr: 'Mise en demeure après (jours)', nl: 'Ingebrekestelling na (dagen)', en: 'Formal notice after (days)' },
  hint,
  isRequired: false,
});

/** A letter of which it matters when it arrives, and what it says is the procedure's alone. */
export const decisionLetter: BlockInput = {
  name: 'letter',
  label: { fr: 'Courrier de décision', nl: 'Beslissingsbrief', en: 'Letter of the decision' },
  hint: {
    fr: 'Clé d’un courrier de la démarche : ce qu’il dit est à elle seule.',
    nl: 'Sleutel van een brief van de procedure: wat erin staat, is van haar alleen.',
    en: 'Key of a letter of the procedure: what it says is its own.',
  },
  isRequired: true,
  names: 'letter',
};

export const decisionChannels: BlockInput = {
  name: 'channels',
  label: { fr: 'Voies d’envoi', nl: 'Kanalen', en: 'Ways to send it' },
  hint: {
    fr: 'Une liste. Vide : =["registered", "portal"].',
    nl: 'Een lijst. Leeg: =["registered", "portal"].',
    en: 'A list. Empty: =["registered", "portal"].',
  },
  isRequired: false,
};

/** What `decisionChannels` holds, in FEEL. */
export const decisionChannelsOf = '= if channels = null then ["registered", "portal"] else channels';

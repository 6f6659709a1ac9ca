import type { LocalizedText } from '@irisflow/foundation';
import type { BlockInput } from '../block.ts';

const way = {
  portal: { fr: 'Portail', nl: 'Portaal', en: 'Portal' },
  email: { fr: 'Courriel', nl: 'E-mail', en: 'E-mail' },
  registered: { fr: 'Envoi recommandé', nl: 'Aangetekende zending', en: 'Registered mail' },
} as const;

const waysOf = (...keys: readonly (keyof typeof way)[]) => keys.map((value) => ({ value, label: way[value] }));

/** A letter of the procedure that takes the place of the one that the block brings. */
export const ownLetter = (name: string, letter: LocalizedText): BlockInput => ({
  name,
  kind: 'named',
  label: letter,
  hint: {
    fr: 'Un courrier de la démarche. Rien : celui du bloc.',
    nl: 'Een brief van de procedure. Niets: die van het blok.',
    en: 'A letter of the procedure. Nothing: the one of the block.',
  },
  isRequired: false,
  names: 'letter',
});

export const channels: BlockInput = {
  name: 'channels',
  kind: 'choices',
  choices: waysOf('portal', 'email'),
  label: { fr: 'Voies d’envoi', nl: 'Kanalen', en: 'Ways to send it' },
  hint: { fr: 'Rien : les deux.', nl: 'Niets: beide.', en: 'Nothing: both.' },
  isRequired: false,
};

const outcome = {
  granted: { fr: 'Accordée', nl: 'Toegekend', en: 'Granted' },
  refused: { fr: 'Refusée', nl: 'Geweigerd', en: 'Refused' },
  inadmissible: { fr: 'Irrecevable', nl: 'Onontvankelijk', en: 'Inadmissible' },
} as const;

export const outcomesOf = (...keys: readonly (keyof typeof outcome)[]) =>
  keys.map((value) => ({ value, label: outcome[value] }));

export const paymentLabel: BlockInput = {
  name: 'paymentLabel',
  kind: 'localizedText',
  label: { fr: 'Motif du paiement', nl: 'Waarvoor', en: 'What it is for' },
  isRequired: true,
};

export const legalReference: BlockInput = {
  name: 'legalReference',
  kind: 'text',
  label: { fr: 'Base légale', nl: 'Rechtsgrond', en: 'Legal reference' },
  isRequired: true,
};

export const amountToPay: BlockInput = {
  name: 'paymentAmount',
  kind: 'number',
  label: { fr: 'Montant (€)', nl: 'Bedrag (€)', en: 'Amount (€)' },
  hint: { fr: 'Au plus deux décimales.', nl: 'Hoogstens twee decimalen.', en: 'Two decimals at most.' },
  isRequired: true,
};

export const daysToPay: BlockInput = {
  name: 'paymentDays',
  kind: 'number',
  label: { fr: 'Jours pour payer', nl: 'Dagen om te betalen', en: 'Days to pay' },
  isRequired: false,
  value: '= 30',
};

/** After how many days somebody is reminded; the hint says what happens where nothing is said. */
export const daysToReminder = (hint: LocalizedText): BlockInput => ({
  name: 'reminderDays',
  kind: 'number',
  label: { fr: 'Rappel après (jours)', nl: 'Herinnering na (dagen)', en: 'Reminder after (days)' },
  hint,
  isRequired: false,
});

export const daysToNotice = (hint: LocalizedText): BlockInput => ({
  name: 'noticeDays',
  kind: 'number',
  label: { fr: 'Mise en demeure après (jours)', nl: 'Ingebrekestelling na (dagen)', en: 'Formal notice after (days)' },
  hint,
  isRequired: false,
});

/** A letter of which it matters when it arrives, and what it says is the procedure's alone. */
export const decisionLetter: BlockInput = {
  name: 'letter',
  kind: 'named',
  label: { fr: 'Courrier de décision', nl: 'Beslissingsbrief', en: 'Letter of the decision' },
  hint: {
    fr: 'Un courrier de la démarche : ce qu’il dit est à elle seule.',
    nl: 'Een brief van de procedure: wat erin staat, is van haar alleen.',
    en: 'A letter of the procedure: what it says is its own.',
  },
  isRequired: true,
  names: 'letter',
};

export const decisionChannels: BlockInput = {
  name: 'channels',
  kind: 'choices',
  choices: waysOf('registered', 'portal', 'email'),
  label: { fr: 'Voies d’envoi', nl: 'Kanalen', en: 'Ways to send it' },
  hint: {
    fr: 'Rien : par envoi recommandé et sur le portail.',
    nl: 'Niets: aangetekend en op het portaal.',
    en: 'Nothing: by registered mail and on the portal.',
  },
  isRequired: false,
};

/** What `decisionChannels` holds, in FEEL. */
export const decisionChannelsOf = '= if channels = null then ["registered", "portal"] else channels';

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

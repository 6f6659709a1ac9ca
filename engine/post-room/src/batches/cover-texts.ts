import type { Locale } from '@irisflow/foundation';

type Text = Readonly<Record<Locale, string>>;

/** What stands on the first sheet of a batch. */
export const coverTexts = {
  registered: {
    fr: 'Recommandés : lot {number}',
    nl: 'Aangetekende brieven: batch {number}',
    en: 'Registered letters: batch {number}',
  },
  post: {
    fr: 'Courrier ordinaire : lot {number}',
    nl: 'Gewone post: batch {number}',
    en: 'Ordinary post: batch {number}',
  },
  made: { fr: 'Préparé le', nl: 'Samengesteld op', en: 'Made on' },
  letters: { fr: 'Courriers', nl: 'Brieven', en: 'Letters' },
  first: {
    fr: 'Première impression. Cette feuille reste au bureau.',
    nl: 'Eerste afdruk. Dit blad blijft op kantoor.',
    en: 'First print. This sheet stays at the office.',
  },
  again: {
    fr: 'RÉIMPRESSION n° {print}. Détruisez les feuilles des impressions précédentes : un courrier ne part qu’une fois.',
    nl: 'HERDRUK nr. {print}. Vernietig de bladen van eerdere afdrukken: een brief vertrekt maar één keer.',
    en: 'REPRINT no. {print}. Destroy the sheets of earlier prints: a letter leaves only once.',
  },
  place: { fr: 'N°', nl: 'Nr.', en: 'No.' },
  reference: { fr: 'Dossier', nl: 'Dossier', en: 'Case' },
  addressee: { fr: 'Destinataire', nl: 'Bestemmeling', en: 'Addressee' },
  postcode: { fr: 'Code postal', nl: 'Postcode', en: 'Postcode' },
  pages: { fr: 'Pages', nl: 'Bladzijden', en: 'Pages' },
  barcode: { fr: 'Code-barres', nl: 'Barcode', en: 'Barcode' },
} as const satisfies Readonly<Record<string, Text>>;

/** What each letter of a batch says of itself once that batch was posted, in the language of whoever says so. */
export const postedReason: Text = {
  fr: 'Posté avec le lot {number}',
  nl: 'Gepost met batch {number}',
  en: 'Posted with batch {number}',
};

export const filled = (text: Text, locale: Locale, values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values).reduce((so, [name, value]) => so.replace(`{${name}}`, () => String(value)), text[locale]);

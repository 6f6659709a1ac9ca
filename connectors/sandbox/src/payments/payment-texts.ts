import type { Behavior } from './behavior.ts';

export const PAGE_LOCALES = ['fr', 'nl', 'en'] as const;
export type PageLocale = (typeof PAGE_LOCALES)[number];

type PageTexts = {
  readonly title: string;
  readonly demo: string;
  readonly amount: string;
  readonly what: string;
  readonly reference: string;
  readonly choose: string;
  readonly behaviors: { readonly [One in Behavior]: string };
  readonly go: string;
  readonly over: string;
  readonly back: string;
  readonly unknown: string;
};

/** What the page says, in the languages of the portal. */
export const PAYMENT_TEXTS: { readonly [Locale in PageLocale]: PageTexts } = {
  fr: {
    title: 'Payer',
    demo: 'Démonstration : personne ne paie rien ici. Aucune carte n’est demandée et aucun argent ne bouge.',
    amount: 'Montant',
    what: 'Objet',
    reference: 'Communication',
    choose: 'Que se passe-t-il ?',
    behaviors: {
      pays: 'Le paiement réussit',
      refused: 'La banque refuse le paiement',
      abandons: 'La personne renonce',
      'pays-twice': 'La personne paie deux fois',
      'pays-half': 'Seule la moitié arrive',
      'webhook-late': 'Le paiement réussit, mais le prestataire prévient en retard',
      'webhook-repeated': 'Le paiement réussit, le prestataire prévient plusieurs fois',
      'webhook-before-return': 'Le paiement réussit, le prestataire prévient avant le retour',
      'webhook-lost': 'Le paiement réussit, le prestataire ne prévient jamais',
      'status-unavailable': 'Le paiement réussit, mais le prestataire ne répond pas tout de suite',
    },
    go: 'Continuer',
    over: 'Ce paiement n’est plus possible. Vous pouvez retourner au portail.',
    back: 'Retourner au portail',
    unknown: 'Ce paiement n’existe pas.',
  },
  nl: {
    title: 'Betalen',
    demo: 'Demonstratie: niemand betaalt hier iets. Er wordt geen kaart gevraagd en er beweegt geen geld.',
    amount: 'Bedrag',
    what: 'Waarvoor',
    reference: 'Mededeling',
    choose: 'Wat gebeurt er?',
    behaviors: {
      pays: 'De betaling slaagt',
      refused: 'De bank weigert de betaling',
      abandons: 'De betaler ziet ervan af',
      'pays-twice': 'Er wordt twee keer betaald',
      'pays-half': 'Slechts de helft komt aan',
      'webhook-late': 'De betaling slaagt, maar de betaaldienst meldt het laat',
      'webhook-repeated': 'De betaling slaagt, de betaaldienst meldt het meermaals',
      'webhook-before-return': 'De betaling slaagt, de betaaldienst meldt het vóór de terugkeer',
      'webhook-lost': 'De betaling slaagt, de betaaldienst meldt het nooit',
      'status-unavailable': 'De betaling slaagt, maar de betaaldienst antwoordt niet meteen',
    },
    go: 'Doorgaan',
    over: 'Deze betaling is niet meer mogelijk. U kunt terugkeren naar het portaal.',
    back: 'Terug naar het portaal',
    unknown: 'Deze betaling bestaat niet.',
  },
  en: {
    title: 'Pay',
    demo: 'Demonstration: nobody pays anything here. No card is asked for and no money moves.',
    amount: 'Amount',
    what: 'For',
    reference: 'Communication',
    choose: 'What happens?',
    behaviors: {
      pays: 'The payment succeeds',
      refused: 'The bank refuses the payment',
      abandons: 'The payer gives up',
      'pays-twice': 'The payer pays twice',
      'pays-half': 'Only half of it arrives',
      'webhook-late': 'The payment succeeds, but the provider tells it late',
      'webhook-repeated': 'The payment succeeds, the provider tells it several times',
      'webhook-before-return': 'The payment succeeds, the provider tells it before the return',
      'webhook-lost': 'The payment succeeds, the provider never tells it',
      'status-unavailable': 'The payment succeeds, but the provider does not answer at once',
    },
    go: 'Continue',
    over: 'This payment is no longer possible. You can go back to the portal.',
    back: 'Back to the portal',
    unknown: 'There is no such payment.',
  },
};

export const pageLocaleOf = (locale: string): PageLocale => PAGE_LOCALES.find((one) => one === locale) ?? 'en';

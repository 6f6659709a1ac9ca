import type { ConnectorField } from '@irisflow/connector-sdk';

import { optional, required } from './field-conditions.ts';

/** What is said of money that is set aside on a budget. */
export const BUDGET_FIELDS = {
  budgetLine: {
    label: { fr: 'Allocation de base', nl: 'Basisallocatie', en: 'Budget line' },
    hint: {
      fr: 'Son code, p. ex. 25.003.31.01. « result » vaut "engaged", ou "noBudgetLeft" si le crédit de l’année ne suffit pas : « available » dit ce qu’il en reste. Faites-en une branche.',
      nl: 'De code, bv. 25.003.31.01. “result” is "engaged", of "noBudgetLeft" als het krediet van dit jaar niet volstaat: “available” zegt wat er rest. Maak er een vertakking van.',
      en: 'Its code, such as 25.003.31.01. “result” is "engaged", or "noBudgetLeft" where the credit of this year does not cover it: “available” says what is left. Make a branch of it.',
    },
    when: required('engage-budget'),
  },
  engagementId: {
    label: { fr: 'Engagement', nl: 'Vastlegging', en: 'What was set aside' },
    hint: {
      fr: 'Le « engagementId » que l’engagement a donné. Le résultat d’une modification est "engaged", "noBudgetLeft", "alreadyUsed" ou "closed".',
      nl: 'De “engagementId” die de vastlegging gaf. Het resultaat van een wijziging is "engaged", "noBudgetLeft", "alreadyUsed" of "closed".',
      en: 'The “engagementId” that setting aside gave. The result of a change is "engaged", "noBudgetLeft", "alreadyUsed" or "closed".',
    },
    when: required('set-engagement', 'close-engagement'),
  },
  payoutEngagement: {
    label: { fr: 'À charge de l’engagement', nl: 'Ten laste van de vastlegging', en: 'Taken from what was set aside' },
    hint: {
      fr: 'Son « engagementId ». Un paiement qui le dépasse n’est pas ordonné : « result » vaut alors "beyondEngagement" ou "noCreditLeft", et "ordered" sinon.',
      nl: 'De “engagementId”. Een betaling die er niet in past, wordt niet opgedragen: “result” is dan "beyondEngagement" of "noCreditLeft", en anders "ordered".',
      en: 'Its “engagementId”. A payment beyond it is not ordered: “result” is then "beyondEngagement" or "noCreditLeft", and "ordered" otherwise.',
    },
    when: optional('order-payment'),
  },
} satisfies Readonly<Record<string, ConnectorField>>;

import type { DrawPath } from '@irisflow/bpmn';
import type { BlockOutput } from '../block.ts';
import { named } from '../draw-block.ts';

interface Waiting {
  /** How the ids of the steps begin. */
  readonly prefix: string;
  /** Where the path goes while something is left. */
  readonly again: string;
}

/** Money came: the block ends once nothing is left. */
export const whenReceived =
  ({ prefix, again }: Waiting): DrawPath =>
  (money) =>
    money
      .catchEvent(`${prefix}-received`, {
        ...named({ fr: 'Paiement reçu', nl: 'Betaling ontvangen', en: 'Payment received' }),
        event: { message: 'payment.received', correlationKey: '= receivable.receivableId' },
      })
      .exclusiveGateway(`${prefix}-enough`, named({ fr: 'Tout est payé ?', nl: 'Alles betaald?', en: 'All of it?' }))
      .when('= number(payment.rest) = 0', (all) =>
        all.end(`${prefix}-paid`, {
          ...named({ fr: 'Payé', nl: 'Betaald', en: 'Paid' }),
          outputs: { isPaid: '= true', isLifted: '= false' },
        }),
      )
      .otherwise((rest) => rest.connectTo(again));

/** Less is asked, or nothing any more: an appeal, an accountant or another step of the procedure said so. */
export const whenLowered =
  ({ prefix, again }: Waiting): DrawPath =>
  (less) =>
    less
      .catchEvent(`${prefix}-lowered`, {
        ...named({ fr: 'Montant réduit', nl: 'Bedrag verlaagd', en: 'Amount lowered' }),
        event: { message: 'payment.lowered', correlationKey: '= receivable.receivableId' },
      })
      .exclusiveGateway(
        `${prefix}-left`,
        named({ fr: 'Reste-t-il à payer ?', nl: 'Blijft er iets te betalen?', en: 'Is something left?' }),
      )
      .when('= number(payment.rest) = 0', (none) =>
        none.end(`${prefix}-lifted`, {
          ...named({ fr: 'Plus rien n’est dû', nl: 'Niets meer verschuldigd', en: 'Nothing is owed any more' }),
          outputs: { isPaid: '= false', isLifted: '= true' },
        }),
      )
      .otherwise((rest) => rest.connectTo(again));

export const paid: BlockOutput = { name: 'isPaid', label: { fr: 'Payé ?', nl: 'Betaald?', en: 'Paid?' } };

export const lifted: BlockOutput = {
  name: 'isLifted',
  label: {
    fr: 'Plus rien n’est dû, sans paiement ?',
    nl: 'Niets meer verschuldigd, zonder betaling?',
    en: 'Nothing owed any more, without a payment?',
  },
};

export const receivable: BlockOutput = {
  name: 'receivable',
  label: {
    fr: 'Le paiement demandé (receivableId, amount, communication)',
    nl: 'De gevraagde betaling (receivableId, amount, communication)',
    en: 'The payment that was asked (receivableId, amount, communication)',
  },
};

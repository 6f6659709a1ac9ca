import type { ExecutableElement } from '@irisflow/bpmn';
import { constantOf } from './constant-of.ts';
import { textType, type Field, type Words } from './value-type.ts';

const caseStore = 'case-store';

const things = {
  receivableId: { fr: 'Créance', nl: 'Schuldvordering', en: 'Receivable' },
  rightId: { fr: 'Droit', nl: 'Recht', en: 'Right' },
  obligationId: { fr: 'Obligation', nl: 'Verplichting', en: 'Obligation' },
  payableId: { fr: 'Ordre de paiement', nl: 'Betaalopdracht', en: 'Payment order' },
  engagementId: { fr: 'Engagement', nl: 'Vastlegging', en: 'Engagement' },
  placeId: { fr: 'Place', nl: 'Plaats', en: 'Place' },
  noticeId: { fr: 'Courrier notifié', nl: 'Betekende brief', en: 'Notified letter' },
} as const satisfies Readonly<Record<string, Words>>;

type Thing = keyof typeof things;

/** What an operation on the case makes, by the name under which its answer gives the key. */
const madeBy: ReadonlyMap<string, Thing> = new Map([
  ['ask-payment', 'receivableId'],
  ['grant-right', 'rightId'],
  ['renew-right', 'rightId'],
  ['start-obligation', 'obligationId'],
  ['order-payment', 'payableId'],
  ['engage-budget', 'engagementId'],
  ['reserve-place', 'placeId'],
  ['send-notice', 'noticeId'],
]);

/** What a step makes in the case that a later step may refer to; nothing where it makes nothing, or nobody knows what. */
export const thingMadeBy = (element: ExecutableElement): Field | null => {
  if (!('work' in element) || element.work.kind !== 'job' || constantOf(element.work.job.type) !== caseStore)
    return null;
  const operation = element.inputs.find(({ target }) => target.join('.') === 'operation');
  const thing = operation === undefined ? undefined : madeBy.get(constantOf(operation.source) ?? '');
  return thing === undefined ? null : { name: thing, label: things[thing], type: textType };
};

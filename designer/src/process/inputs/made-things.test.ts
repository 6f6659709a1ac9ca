import { describe, expect, test } from 'vitest';
import { madeBy, thingsMade } from './made-things.ts';

const text = { kind: 'text' } as const;
const name = (path: string, group: string) => ({ name: path, label: 'x', type: text, group, isCertain: true });

const names = [
  name('application.iban', 'Demande'),
  name('payment.receivableId', 'Demander la redevance'),
  name('right.rightId', 'Accorder le droit'),
  name('occurrence.obligationId', 'Obligation'),
  name('occurrence.occurrenceId', 'Obligation'),
  name('order.payableId', 'Préparer l’ordre'),
  name('budget.engagementId', 'Réserver le budget'),
  name('place.placeId', 'Réserver la place'),
  name('sent.noticeId', 'Notifier la décision'),
];

describe('what an earlier step made', () => {
  test.each([
    ['receivableId', 'payment.receivableId', 'Demander la redevance'],
    ['rightId', 'right.rightId', 'Accorder le droit'],
    ['payoutRight', 'right.rightId', 'Accorder le droit'],
    ['obligationId', 'occurrence.obligationId', 'Obligation'],
    ['occurrenceId', 'occurrence.occurrenceId', 'Obligation'],
    ['payableId', 'order.payableId', 'Préparer l’ordre'],
    ['engagementId', 'budget.engagementId', 'Réserver le budget'],
    ['payoutEngagement', 'budget.engagementId', 'Réserver le budget'],
    ['placeId', 'place.placeId', 'Réserver la place'],
    ['noticeCopyOf', 'sent.noticeId', 'Notifier la décision'],
  ])('is chosen for %s by the step that made it', (input, path, group) => {
    const key = madeBy(input) ?? '';
    expect(thingsMade(names, key)).toMatchObject([{ name: path, group }]);
  });

  test('is any value where nobody knows which step makes it; what is no reference is none', () => {
    expect(thingsMade(names.slice(0, 1), 'receivableId')).toEqual(names.slice(0, 1));
    expect(['actOn', 'constructor', 'termKey'].map(madeBy)).toEqual([null, null, null]);
  });
});

import type { PlayedTerm, Values } from '@irisflow/scenarios';
import { platformMessages } from '@irisflow/protocol';
import type { TextKey } from '../texts/use-texts.ts';

const known = new Set<string>(platformMessages);

/** What people call a message of the platform; null for one that others send. */
export const messageText = (name: string): TextKey | null => (known.has(name) ? (`message.${name}` as TextKey) : null);

/** What a register tells by itself. */
const registerEvent = (event: string, on: string): Values => ({
  registerEvent: { event, source: '', on, aboutApplicant: true },
});

/** What the platform brings along with a message, as far as it can be known beforehand. */
const samples: Readonly<Record<string, (key: string, day: string) => Values>> = {
  'information.answered': (_, day) => ({
    answer: { requestId: 'request-1', answeredOn: day, items: [{ key: '', text: '', documents: [] }] },
  }),
  'withdrawal.requested': () => ({ withdrawal: { reason: '' } }),
  'opinion.given': (key, day) => ({ opinion: { opinionId: key, outcome: 'favorable', isTacit: false, dueOn: day } }),
  'hearing.held': (key, day) => ({
    hearing: { hearingId: key, outcome: 'held', heldOn: day, applicantCame: true },
  }),
  'inspection.reported': (key, day) => ({ inspection: { inspectionId: key, outcome: 'conform', doneOn: day } }),
  'person.died': (_, day) => registerEvent('person.died', day),
  'person.moved': (_, day) => registerEvent('person.moved', day),
  'enterprise.bankrupt': (_, day) => registerEvent('enterprise.bankrupt', day),
  'payment.received': (_, day) => ({ payment: { amount: '0.00', rest: '0.00', day } }),
  'payment.executed': (_, day) => ({ payment: { amount: '0.00', day } }),
  'payment.rejected': (_, day) => ({ payment: { reason: '', day } }),
  'payment.overdue': (_, day) => ({ payment: { day } }),
  'appeal.lodged': (_, day) => ({ appeal: { lodgedOn: day } }),
};

/** A message begins with this; fields are added and changed by who plays. */
export const sampleMessage = (name: string, key: string, day: string): Values => samples[name]?.(key, day) ?? {};

/** What the clock says of a term. */
export const termMessage = ({ id, key, term }: PlayedTerm): Values => ({
  term: { termId: id, key, dueOn: term.dueOn, effect: 'none', caseId: 'case-1' },
});

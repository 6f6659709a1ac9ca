import { dayOf } from '@irisflow/calendar';
import { beginTerm, type DescribedTerm } from './case-terms.ts';
import type { ConnectorAnswer, Values } from './scenario.ts';
import type { OpenJob } from './scenario-engine.ts';

interface Asked {
  readonly job: OpenJob;
  /** How many answers were given before: makes ids that differ. */
  readonly count: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly terms: readonly DescribedTerm[];
}

type Maker = (id: (noun: string) => string, asked: Asked) => Values;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const amountOf = (value: unknown): string => (typeof value === 'number' ? String(value) : text(value));

/** A term that a step starts, as the platform answers. */
const startedTerm = ({ now, terms }: Asked, key: string, id: string): Values => {
  const term = beginTerm(terms, { key, id, day: dayOf(now) });
  return term === null ? {} : { termId: id, dueOn: term.term.dueOn };
};

const right: Maker = (id, { job }) => ({
  rightId: text(job.inputs['rightId']) || id('right'),
  number: id('R').toUpperCase(),
  validTo: job.inputs['validTo'] ?? null,
});

/** What the platform answers to each operation that gives something back, when all goes well. */
const operations: Readonly<Record<string, Maker>> = {
  'request-information': (id, asked) => ({
    requestId: id('request'),
    ...startedTerm(asked, text(asked.job.inputs['answerTerm']), id('term')),
  }),
  'start-term': (id, asked) => startedTerm(asked, text(asked.job.inputs['termKey']), id('term')),
  'ask-opinion': (id, { now }) => ({ opinionId: id('opinion'), dueOn: dayOf(now) }),
  'ask-inspection': (id, { now }) => ({ inspectionId: id('inspection'), dueOn: dayOf(now) }),
  'schedule-hearing': (id, { job, now }) => ({ hearingId: id('hearing'), day: job.inputs['hearingDay'] ?? dayOf(now) }),
  'grant-right': right,
  'renew-right': right,
  'find-right': () => ({ right: null }),
  'read-right': () => ({ right: null }),
  'ask-payment': (id, { job, now }) => ({
    receivableId: id('receivable'),
    communication: '+++000/0000/00097+++',
    amount: amountOf(job.inputs['paymentAmount']),
    dueOn: dayOf(now),
  }),
  'order-payment': (id) => ({ payableId: id('payable'), result: 'ordered' }),
  'engage-budget': (id) => ({ result: 'engaged', engagementId: id('engagement'), available: null }),
  'set-engagement': () => ({ result: 'engaged', available: null }),
  'send-notice': (id, { job }) => ({
    noticeId: id('notice'),
    documentId: id('document'),
    channels: job.inputs['noticeChannels'] ?? [],
  }),
  'reserve-place': (id) => ({ placeId: id('place'), outcome: 'reserved', position: null }),
  'confirm-place': () => ({ outcome: 'confirmed' }),
  'open-case': (id) => ({ caseId: id('case'), reference: id('case').toUpperCase() }),
};

/** What a letter, a mail or an operation on the case answers when all goes well; null where only the source itself could know. */
export const automaticAnswer = (asked: Asked): ConnectorAnswer | null => {
  const { job, count } = asked;
  const id = (noun: string): string => `${noun}-${count + 1}`;
  if (job.type === 'letter') return { output: { documentId: id('document'), isMailed: false } };
  if (job.type === 'mail') return { output: { messageId: id('message') } };
  if (job.type !== 'case-store') return null;
  const operation = text(job.inputs['operation']);
  return { output: { operation, ...operations[operation]?.(id, asked) } };
};

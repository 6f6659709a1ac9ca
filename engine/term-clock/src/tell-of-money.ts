import { findCase, holdIdleCase, insertOutbox } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { markTold, takeNews } from '@irisflow/ledger';
import { markPayablesTold, takePayableNews } from '@irisflow/payables';
import type { Surroundings } from './surroundings.ts';

const PAGE = 100;

/** What the books leave word of, whatever it is about. */
interface Word {
  readonly id: string;
  readonly caseId: string;
  readonly name:
    | 'payment.received'
    | 'payment.lowered'
    | 'payment.reversed'
    | 'payment.overdue'
    | 'payment.missed'
    | 'payment.executed'
    | 'payment.rejected';
  /** The receivable or the payable that it is correlated on. */
  readonly key: string;
  readonly payment: unknown;
}

interface Source {
  readonly take: (tx: Queryable) => Promise<Word[]>;
  readonly mark: (tx: Queryable, ids: readonly string[], at: number) => Promise<void>;
}

const sources: readonly Source[] = [
  {
    take: async (tx) => (await takeNews(tx, PAGE)).map(({ receivableId, ...word }) => ({ ...word, key: receivableId })),
    mark: markTold,
  },
  {
    take: async (tx) =>
      (await takePayableNews(tx, PAGE)).map(({ payableId, ...word }) => ({ ...word, key: payableId })),
    mark: markPayablesTold,
  },
];

/**
 * Of a case that is gone there is nobody to tell. One that somebody is at work on is told of in the next round: whoever files an appeal
 * has the case and wants these words, and would wait for who has the words and wants the case.
 */
const handOver = async ({ clock }: Surroundings, tx: Queryable, { take, mark }: Source): Promise<number> => {
  const told: string[] = [];
  for (const { id, caseId, name, key, payment } of await take(tx)) {
    const isThere = (await findCase(tx, caseId)) !== undefined;
    if (isThere && !(await holdIdleCase(tx, caseId))) continue;
    told.push(id);
    if (!isThere) continue;
    const message = { kind: 'publishMessage', name, key, variables: { payment } } as const;
    await insertOutbox(tx, { caseId, message, at: clock.now() });
  }
  await mark(tx, told, clock.now());
  return told.length;
};

const drain = async (surroundings: Surroundings, source: Source): Promise<number> => {
  let told = 0;
  for (;;) {
    const page = await surroundings.database.transaction((tx) => handOver(surroundings, tx, source));
    told += page;
    if (page < PAGE) return told;
  }
};

/** Hands what the books have to say to the processes of cases over to the outbox, each word once; answers how many. */
export const tellOfMoney = async (surroundings: Surroundings): Promise<number> => {
  let told = 0;
  for (const source of sources) told += await drain(surroundings, source);
  if (told > 0) surroundings.outboxBell.ring();
  return told;
};

import { findCase, insertOutbox } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { markTold, takeNews } from '@irisflow/ledger';
import type { Surroundings } from './surroundings.ts';

const PAGE = 100;

/** Of a case that is gone there is nobody to tell. */
const handOver = async ({ clock }: Surroundings, tx: Queryable): Promise<number> => {
  const news = await takeNews(tx, PAGE);
  for (const { caseId, name, receivableId, payment } of news) {
    if ((await findCase(tx, caseId)) === undefined) continue;
    const message = { kind: 'publishMessage', name, key: receivableId, variables: { payment } } as const;
    await insertOutbox(tx, { caseId, message, at: clock.now() });
  }
  await markTold(
    tx,
    news.map(({ id }) => id),
    clock.now(),
  );
  return news.length;
};

/** Hands what the books have to say to the processes of cases over to the outbox, each word once; answers how many. */
export const tellOfMoney = async (surroundings: Surroundings): Promise<number> => {
  let told = 0;
  for (;;) {
    const page = await surroundings.database.transaction((tx) => handOver(surroundings, tx));
    told += page;
    if (page < PAGE) break;
  }
  if (told > 0) surroundings.outboxBell.ring();
  return told;
};

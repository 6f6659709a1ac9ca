import { type DueWebhook, listDueWebhooks } from '../storage/deliveries.ts';
import type { Surroundings } from '../surroundings.ts';
import { deliverTo } from './deliver.ts';

/** Webhooks served at the same time; each has one lane, so that a slow one has its own time alone. */
const MAX_LANES = 16;
/** Of one administration, so that its slow receivers keep nobody else waiting. */
const LANES_OF_ONE = 4;
/** Then the lane is given to whoever waited longer. */
const MOST_IN_A_ROW = 50;

/** Sends what is told, several webhooks at once. */
export interface Courier {
  /** Opens a lane for each webhook that has something due, and waits for none of them. */
  round(): Promise<void>;
  /** Waits for the lanes that are open, those that they lead to included. */
  settled(): Promise<void>;
  /** Gives up what is under way, which is sent later, and opens no more lanes. */
  stop(): Promise<void>;
}

export const createCourier = (surroundings: Surroundings, onFailure: (thrown: unknown) => void): Courier => {
  const lanes = new Map<string, { readonly administration: string; readonly work: Promise<void> }>();
  const stopping = new AbortController();
  const { signal } = stopping;
  const failures: unknown[] = [];
  const fail = (thrown: unknown): void => {
    failures.push(thrown);
    onFailure(thrown);
  };
  const hasRoom = ({ id, administration }: DueWebhook): boolean => {
    if (lanes.has(id) || lanes.size >= MAX_LANES) return false;
    const own = [...lanes.values()].filter((lane) => lane.administration === administration);
    return own.length < LANES_OF_ONE;
  };
  const open = ({ id, administration }: DueWebhook): void => {
    const work = deliverTo(surroundings, id, { most: MOST_IN_A_ROW, signal })
      .then(() => undefined, fail)
      .finally(() => lanes.delete(id));
    lanes.set(id, { administration, work });
  };
  const round = async (): Promise<void> => {
    if (signal.aborted || surroundings.webhookSender === null) return;
    const due = await listDueWebhooks(surroundings.database, {
      at: surroundings.clock.now(),
      limit: MAX_LANES + lanes.size,
    });
    for (const webhook of due) if (hasRoom(webhook)) open(webhook);
  };
  const wait = async (): Promise<void> => {
    await Promise.all([...lanes.values()].map(({ work }) => work));
  };
  return {
    round,
    settled: async () => {
      await round();
      while (lanes.size > 0 && failures.length === 0) {
        await wait();
        await round();
      }
    },
    stop: async () => {
      stopping.abort();
      await wait();
    },
  };
};

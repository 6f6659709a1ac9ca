import { Refused, type FrontDoor } from '../journeys/kit/front-door.ts';
import { refundAccount } from './applicants.ts';
import { isRefused, type Matter } from './matters.ts';
import type { OwedSeen, Town } from './town.ts';

interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
}
interface Batch {
  readonly id: string;
  readonly state: string;
}

/** What a person who looks at a page again leaves to others, or finds done. */
export const unlessRefused = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status < 500) return false;
    throw error;
  }
};

const outcomeOf = (matter: Matter, { elementId }: Task): object => {
  if (elementId === 'review-appeal')
    return { outcome: matter.plan === 'refusedAndRight' ? 'founded' : 'unfounded', motivation: 'Read once more.' };
  return isRefused(matter)
    ? { outcome: 'refuse', grounds: ['G1'], motivation: 'Not on this market.' }
    : { outcome: 'grant' };
};

const tasksOf = async (clerk: FrontDoor): Promise<Task[]> => {
  const views = ['mine', 'unassigned'].map((view) => clerk.get<{ items: Task[] }>(`/tasks?view=${view}&limit=100`));
  return (await Promise.all(views)).flatMap(({ items }) => items);
};

/** A clerk takes tasks and decides as is planned; who may not take one leaves it to somebody else. */
export const decide =
  (name: string) =>
  async (town: Town): Promise<void> => {
    const clerk = town.as(name);
    const byCase = new Map(town.matters.all().map((matter) => [matter.caseId, matter]));
    for (const task of await tasksOf(clerk)) {
      const matter = byCase.get(task.caseId);
      if (matter === undefined) continue;
      await unlessRefused(async () => {
        await clerk.post(`/tasks/${task.id}/claim`);
        await clerk.post(`/tasks/${task.id}/completion`, { data: outcomeOf(matter, task) });
      });
    }
  };

/** The accountant brings in what the bank says, orders what was too much back, and gathers it. */
export const keepBooks = async (town: Town): Promise<void> => {
  const claire = town.as('Claire Dubois');
  const statement = town.bank.nextStatement();
  // Sent again after nobody answered, it is the same statement.
  if (statement !== null) await unlessRefused(() => claire.upload('/statements', statement));
  const { items } = await claire.get<{ items: OwedSeen[] }>('/receivables?filter=refund&limit=100');
  for (const { id } of items)
    await unlessRefused(() => claire.post(`/receivables/${id}/refund`, { iban: refundAccount, payee: 'Who paid' }));
  // One batch at a time: a file is handed out five times in five minutes and no more.
  const isUnderway = (await claire.get<Batch[]>('/payment-batches')).some(({ state }) => state !== 'settled');
  if (isUnderway) return;
  const today = town.today();
  await unlessRefused(() => claire.post('/payment-batches', { until: today, executeOn: today }));
};

/** The second one releases, gives the file to the bank, and writes down that it was carried out. */
export const release = async (town: Town): Promise<void> => {
  const joris = town.as('Joris Claes');
  for (const { id, state } of await joris.get<Batch[]>('/payment-batches')) {
    if (state === 'gathered') await unlessRefused(() => joris.post(`/payment-batches/${id}/release`));
    if (state !== 'released' && state !== 'sent') continue;
    const { content } = await joris.download(`/payment-batches/${id}/file`);
    town.bank.takeFile(content.toString());
    await unlessRefused(() => joris.post(`/payment-batches/${id}/confirmation`, { day: town.today() }));
  }
};

interface Letter {
  readonly id: string;
  readonly webhookUrl: string;
  readonly events: readonly object[];
}

const tellings = ['once', 'repeated', 'away'] as const;
const ends = ['presented', 'delivered', 'delivered-twice'] as const;

const roundsUntilToldAgain = 20;
let rounds = 0;

/** Carriers tell again what a platform that was away may not have heard. */
const tellAgain = async (letters: readonly Letter[]): Promise<void> => {
  rounds += 1;
  if (rounds % roundsUntilToldAgain !== 0) return;
  const headers = { 'content-type': 'application/json' };
  for (const { id, webhookUrl } of letters)
    await fetch(webhookUrl, { method: 'POST', headers, body: JSON.stringify({ id }) }).catch(() => undefined);
};

/** The postman brings what the carrier has; news of it come once, repeatedly, or while the carrier is away. */
export const deliver = async (town: Town): Promise<void> => {
  const letters = (await (await fetch(`${town.sandboxUrl}/_letters`)).json()) as Letter[];
  await tellAgain(letters);
  for (const { id } of letters.filter(({ events }) => events.length === 0)) {
    const body = new URLSearchParams({ step: town.dice.oneOf(ends), telling: town.dice.oneOf(tellings) });
    await fetch(`${town.sandboxUrl}/post/${id}`, { method: 'POST', body, redirect: 'manual' });
  }
};

import { payersAccount } from '../journeys/kit/bank.ts';
import type { Matter, Plan } from './matters.ts';
import { lookAt, type MatterSeen, type OwedSeen, type Town } from './town.ts';

const fee = 25_000n;
const firstPart = 5_000n;
const tooMuch = 30_000n;

/** Who is filing: whoever begins a second application before the first is filed gets the same draft. */
const filing = new Set<string>();

/** A draft that was begun is gone on with: filed again, it is the same case. */
const file = async (town: Town, matter: Matter): Promise<void> => {
  if (filing.has(matter.applicant)) return;
  filing.add(matter.applicant);
  await fileDraft(town, matter).finally(() => filing.delete(matter.applicant));
};

const fileDraft = async (town: Town, matter: Matter): Promise<void> => {
  const door = town.as(matter.applicant);
  matter.draftId ??= (
    await door.post<{ id: string }>('/applications', { procedureKey: 'market-stall', language: 'fr' })
  ).id;
  const { caseId } = await door.post<{ caseId: string }>(`/applications/${matter.draftId}/submission`, {
    data: {
      email: matter.email,
      market: matter.market,
      trade: `${matter.plan} ${matter.number}`,
      goods: ['food'],
      address: { street: 'Rue Haute', number: String(matter.number), postalCode: '1000', municipality: 'Bruxelles' },
      inParts: matter.plan === 'inParts',
      language: 'fr',
    },
    language: 'fr',
    despite: 'Another stall',
  });
  matter.caseId = caseId;
};

const behaviors = ['pays', 'pays-twice', 'webhook-repeated', 'webhook-before-return', 'status-unavailable'] as const;

const payOnline = async (town: Town, matter: Matter, { id }: OwedSeen): Promise<void> => {
  const { page } = await town
    .as(matter.applicant)
    .post<{ page: string }>(`/my/payments/${id}/online`, { locale: 'fr' });
  const behavior = town.dice.oneOf(behaviors);
  const body = new URLSearchParams({ behavior });
  const { status } = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  if (status !== 303) throw new Error(`Expected the page of the provider to send back, but it answered ${status}`);
  town.capture(behavior === 'pays-twice' ? 2n * fee : fee);
};

const pay = async (town: Town, matter: Matter, owed: OwedSeen): Promise<void> => {
  if (matter.plan === 'online') await payOnline(town, matter, owed);
  else {
    const cents = { overpaid: tooMuch, inParts: firstPart }[matter.plan as string] ?? fee;
    town.bank.order({ communication: owed.communication, cents, name: `PAYER ${matter.number}` });
  }
  matter.hasPaid = true;
};

const isThere = ({ places }: MatterSeen): boolean => places.some(({ state }) => state !== 'over');

type Act = (
  town: Town,
  of: { readonly matter: Matter; readonly caseId: string; readonly seen: MatterSeen },
) => Promise<unknown>;

const nothing = Promise.resolve();

const withdraw: Act = (town, { matter, caseId, seen }) =>
  isThere(seen) && seen.decisions.length === 0
    ? town.as(matter.applicant).post(`/my/cases/${caseId}/withdrawal`, { reason: 'No time' })
    : nothing;

/** An appeal comes on paper, and a clerk writes it down. */
const appeal: Act = (town, { caseId, seen }) => {
  const isRunning = seen.notices.some(({ term }) => term?.running?.state === 'running');
  if (!isRunning || seen.appeals.length > 0) return nothing;
  const said = { receivedOn: town.today(), summary: 'It was always sold there.' };
  return town.as('Nadia Lambert').post(`/cases/${caseId}/appeals`, said);
};

const giveUp: Act = (town, { seen: { status, rights } }) => {
  const [right] = rights;
  if (status !== 'granted' || right?.state.key !== 'active') return nothing;
  return town.as('Nadia Lambert').post(`/rights/${right.id}/moves`, { to: 'withdrawn', reason: 'Given up' });
};

/** What comes after paying. */
const acts: { readonly [One in Plan]?: Act } = {
  withdrawn: withdraw,
  refusedAndRight: appeal,
  refusedAndWrong: appeal,
  givenUp: giveUp,
};

/** The next thing that an applicant and their clerk do of themselves; what is done already is left alone. */
export const goOn = async (town: Town, matter: Matter): Promise<void> => {
  const { caseId, plan, hasPaid } = matter;
  if (caseId === null) return file(town, matter);
  const seen = await lookAt(town, caseId);
  const [owed] = seen.owed;
  if (!hasPaid && plan !== 'unpaid' && owed !== undefined) return pay(town, matter, owed);
  await acts[plan]?.(town, { matter, caseId, seen });
};

/** Where what was paid too much goes back to. */
export const refundAccount = payersAccount;

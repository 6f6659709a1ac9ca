import type { Matter } from './matters.ts';
import { lookAt, type MatterSeen, type Town } from './town.ts';

/** A matter with what the platform says of it. */
export interface Told {
  readonly matter: Matter;
  readonly seen: MatterSeen;
}

export const tellAll = async (town: Town, matters: readonly Matter[] = town.matters.all()): Promise<Told[]> => {
  const all: Told[] = [];
  for (const matter of matters)
    if (matter.caseId !== null) all.push({ matter, seen: await lookAt(town, matter.caseId) });
  return all;
};

const countOf = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;
const twiceIn = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

/** A case in a line, for whoever looks into what went wrong. */
export const describeMatter = ({ matter, seen }: Told): string => {
  const { status, places, rights, notices, owed, appeals } = seen;
  const parts = [
    ...owed.map(
      ({ state, refundDue }) => `fee ${state}${refundDue === '0.00' ? '' : ` with ${refundDue} to give back`}`,
    ),
    ...places.map(({ state, quotaKey }) => `place in ${quotaKey} ${state}`),
    ...rights.map(({ state }) => `right ${state.key}`),
    ...notices.map(
      ({ channels }) => `letter ${channels.map(({ channel, state }) => `${channel} ${state}`).join(' and ')}`,
    ),
    ...appeals.map(() => 'appeal'),
  ];
  return `${matter.number} ${matter.caseId} (${matter.plan}, ${status}): ${parts.join(', ')}`;
};

/** Whether it waits for a day that may be far away: the last one to pay, or to appeal. */
const waitsForDays = ({ matter, seen }: Told): boolean =>
  (matter.plan === 'unpaid' && seen.owed.length === 1) ||
  (matter.plan === 'refused' && seen.notices.some(({ term }) => term?.running?.state === 'running'));

const isOver = ({ places }: MatterSeen): boolean => places.every(({ state }) => state === 'over');

const isGrantedForGood = ({ matter, seen }: Told): boolean => {
  const { rights, places, notices } = seen;
  const [right] = rights;
  if (right === undefined || notices.length === 0) return false;
  if (matter.plan === 'givenUp') return isOver(seen) && right.state.key === 'withdrawn';
  return places.some(({ state }) => state === 'held');
};

/** By the status of a case, whether nothing more comes of it. */
const ends: Readonly<Record<string, (told: Told) => boolean>> = {
  withdrawn: ({ seen }) => isOver(seen),
  closed: ({ seen }) => isOver(seen),
  refused: ({ seen }) => isOver(seen) && seen.notices.length > 0,
  granted: isGrantedForGood,
};

/** Whether nothing more will happen with it by itself, or nothing before days have gone by. */
export const isSettled = (told: Told): boolean => {
  const { status, places, owed, notices } = told.seen;
  // A letter in the middle of whose handing over somebody died is taken in hand again after two minutes.
  if (notices.some(({ number }) => number === null)) return false;
  if (waitsForDays(told)) return true;
  if (owed.some(({ refundDue }) => refundDue !== '0.00')) return false;
  return places.some(({ state }) => state === 'waiting') || (ends[status]?.(told) ?? false);
};

/** What is wrong with one case: everything of it is there once, and goes together. */
const wrongWith = ({ matter, seen }: Told): string[] => {
  const { status, decisions, rights, places, notices, owed, terms, appeals, timeline } = seen;
  const outcomes = (outcome: string) => countOf(decisions, (one) => one.outcome === outcome);
  const subject = (word: RegExp) => countOf(notices, (one) => word.test(one.subject.en));
  const expired = countOf(terms, ({ key, state }) => key === 'appeal' && state === 'expired');
  const mostRefusals = matter.plan === 'refusedAndWrong' ? 2 : 1;
  const said: readonly (readonly [string, boolean])[] = [
    ['one fee', owed.length === 1],
    ['one place at most', places.length <= 1],
    ['one right at most', rights.length <= 1],
    ['one right for a grant', status === 'withdrawn' || rights.length === outcomes('granted')],
    ['one letter for a grant', status === 'withdrawn' || subject(/^Your market stall/) === outcomes('granted')],
    ['no right of who withdrew', status !== 'withdrawn' || rights.every(({ state }) => state.key !== 'active')],
    ['one withdrawal at most', outcomes('withdrawn') <= 1],
    ['as many refusals as were decided', outcomes('refused') <= mostRefusals],
    ['one letter for a refusal', subject(/refus/i) === Math.min(1, outcomes('refused'))],
    ['one appeal at most', appeals.length <= 1],
    ['one term of appeal at most', countOf(terms, ({ key }) => key === 'appeal') <= 1],
    ['a term that ran out told once', countOf(timeline, ({ kind }) => kind === 'termExpired') === expired],
  ];
  const fates = notices.flatMap(({ fates: all }) =>
    twiceIn(all.map(({ channel, kind }) => `${channel} ${kind}`)).map((twice) => `each fate once, but ${twice}`),
  );
  return [...said.filter(([, holds]) => !holds).map(([what]) => what), ...fates].map(
    (what) => `Expected ${what} in case ${matter.number} (${matter.plan}, ${seen.status})`,
  );
};

interface Books {
  readonly balances: readonly { readonly account: string; readonly balance: string }[];
}
interface Quota {
  readonly ceiling: number;
  readonly reserved: number;
  readonly held: number;
  readonly waiting: number;
  readonly line: readonly { readonly position: number }[];
}

const centsOf = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** The books against each other, and against what bank and payer know themselves. */
const wrongWithBooks = async (town: Town): Promise<string[]> => {
  const { balances } = await town.as('Claire Dubois').get<Books>('/books');
  const standing = (name: string) => centsOf(balances.find(({ account }) => account === name)?.balance ?? '0.00');
  const sum = balances.reduce((total, { balance }) => total + centsOf(balance), 0n);
  const wrong: string[] = [];
  if (sum !== 0n) wrong.push(`Expected the books to balance, but they are ${sum} cents apart`);
  for (const [account, cents] of [
    ['bank', town.bank.balance()],
    ['provider', town.captured()],
    ['suspense', 0n],
    ['transit', 0n],
  ] as const)
    if (standing(account) !== cents)
      wrong.push(`Expected account ${account} at ${cents} cents, but it is at ${standing(account)}`);
  return wrong;
};

/** That no quota gave more places than there are, by what it says and by the cases one by one. */
const wrongWithQuotas = async (town: Town, told: readonly Told[]): Promise<string[]> => {
  const wrong: string[] = [];
  for (const key of ['flagey', 'chatelain']) {
    const quota = await town.as('Nadia Lambert').get<Quota>(`/quotas/market-stall/${key}`);
    const places = told.flatMap(({ seen }) => seen.places).filter(({ quotaKey }) => quotaKey === key);
    const counted = (state: string) => countOf(places, (place) => place.state === state);
    const { ceiling, reserved, held, waiting, line } = quota;
    const positions = places.flatMap(({ position }) => (position === null ? [] : [position])).toSorted((a, b) => a - b);
    if (reserved + held > ceiling || (waiting > 0 && reserved + held < ceiling))
      wrong.push(
        `Expected quota ${key} of ${ceiling} to be exact, but ${reserved + held} are taken and ${waiting} wait`,
      );
    if (reserved !== counted('reserved') || held !== counted('held') || waiting !== counted('waiting'))
      wrong.push(`Expected quota ${key} to count the places of the cases, but it does not`);
    if (line.length !== waiting || positions.some((position, index) => position !== index + 1))
      wrong.push(`Expected who waits for ${key} at 1 to ${waiting}, but found ${positions.join(', ')}`);
  }
  return wrong;
};

const wrongWithInstances = async (town: Town): Promise<string[]> => {
  const { items } = await town
    .as('Karim Haddad')
    .get<{ items: object[] }>('/designer/procedures/market-stall/instances?incidents=true');
  return items.length === 0 ? [] : [`Expected nothing to stand still, but ${items.length} instances do`];
};

/** Everything that is wrong, as people see it through the front door. */
export const lookForFaults = async (town: Town): Promise<string[]> => {
  const told = await tellAll(town);
  return [
    ...told.flatMap(wrongWith),
    ...(await wrongWithBooks(town)),
    ...(await wrongWithQuotas(town, told)),
    ...(await wrongWithInstances(town)),
  ];
};

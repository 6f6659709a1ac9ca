import { randomBytes } from 'node:crypto';
import type { Step } from './carrier-modes.ts';

export type CarrierKind = 'registered' | 'ebox';

export type LetterEvent = { readonly id: string; readonly status: string; readonly at: string };

/** A letter as whoever handed it over said. */
export type HandedOver = {
  readonly kind: CarrierKind;
  readonly reference: string;
  readonly account: string;
  readonly sender: string;
  readonly subject: string;
  /** An address or a number, in a few lines. */
  readonly recipient: readonly string[];
  readonly bytes: number;
  readonly webhookUrl: string;
};

export type Letter = HandedOver & {
  readonly id: string;
  /** The barcode of a registered one. */
  readonly number: string | null;
  readonly events: readonly LetterEvent[];
  /** Questions about it that meet a carrier which is away. */
  readonly silences: number;
};

export type LetterBook = {
  /** The letter that was handed over under this key already, or a new one. */
  readonly take: (key: string, handed: HandedOver) => Letter;
  readonly find: (id: string) => Letter | undefined;
  readonly all: () => readonly Letter[];
  /** What has happened by now: what lies ahead nobody tells. */
  readonly eventsOf: (letter: Letter) => readonly LetterEvent[];
  readonly step: (id: string, step: Step) => void;
  readonly silence: (id: string, silences: number) => void;
};

const DAY_MS = 24 * 3_600_000;
const KEPT_DAYS = 15;

/** What each step says happened, and how many days from now. */
const said: { readonly [One in Step]: readonly (readonly [status: string, days: number])[] } = {
  deposited: [['deposited', 0]],
  presented: [['presented', 0]],
  delivered: [['delivered', 0]],
  'delivered-twice': [
    ['delivered', 0],
    ['delivered', 0],
  ],
  unclaimed: [['unclaimed', 0]],
  'unclaimed-after-15-days': [
    ['presented', 0],
    ['unclaimed', KEPT_DAYS],
    ['returned', KEPT_DAYS + 2],
  ],
  refused: [['refused', 0]],
  returned: [['returned', 0]],
  available: [['available', 0]],
  read: [['read', 0]],
};

/** The letters of one sandbox; gone with it. */
export const createLetterBook = (now: () => number = Date.now): LetterBook => {
  const letters = new Map<string, Letter>();
  const byKey = new Map<string, string>();
  let count = 0;
  const put = (id: string, change: (found: Letter) => Letter): void => {
    const found = letters.get(id);
    if (found !== undefined) letters.set(id, change(found));
  };
  const eventAt = ([status, days]: readonly [string, number]): LetterEvent => ({
    id: `evt_${randomBytes(9).toString('base64url')}`,
    status,
    at: new Date(now() + days * DAY_MS).toISOString(),
  });
  return {
    find: (id) => letters.get(id),
    all: () => [...letters.values()].toReversed(),
    take: (key, handed) => {
      const known = letters.get(byKey.get(key) ?? '');
      if (known !== undefined) return known;
      count += 1;
      const id = `ltr_${randomBytes(12).toString('base64url')}`;
      const number = handed.kind === 'registered' ? `RS${String(count).padStart(9, '0')}BE` : null;
      const letter: Letter = { ...handed, id, number, events: [], silences: 0 };
      letters.set(id, letter);
      byKey.set(key, id);
      return letter;
    },
    eventsOf: ({ events }) => events.filter(({ at }) => Date.parse(at) <= now()),
    step: (id, step) => put(id, (found) => ({ ...found, events: [...found.events, ...said[step].map(eventAt)] })),
    silence: (id, silences) => put(id, (found) => ({ ...found, silences })),
  };
};

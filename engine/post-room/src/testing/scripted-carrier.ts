import { CaseworkError } from '@irisflow/foundation';
import type { CarrierEvent, HandedLetter, LetterCarrier, Rejection } from '../carriers/letter-carrier.ts';

interface Known {
  readonly handed: HandedLetter;
  events: readonly CarrierEvent[];
}

export interface ScriptedCarrier {
  readonly carrier: LetterCarrier;
  /** Every letter that it has, by the carrier's key of it. */
  readonly letters: Map<string, Known>;
  /** Answers nothing to the next questions. */
  fail(times: number): void;
  /** Takes the next letter, and dies before it says so. */
  loseAnswer(): void;
  /** Does this after it was asked of a letter, before its answer arrives. */
  meanwhile(work: () => Promise<void>): void;
  /** Does not take the next letter. */
  reject(why: Rejection): void;
  /** Says that something happened to a letter; answers the event. */
  happen(carrierId: string, kind: CarrierEvent['kind'], iso: string): CarrierEvent;
  /** Tells everything of a letter once more, under other names. */
  repeat(carrierId: string): void;
}

interface Mood {
  failures: number;
  isLosing: boolean;
  why: Rejection | null;
  meanwhile: (() => Promise<void>) | null;
}

const unavailable = (why: string) => new CaseworkError('CARRIER_UNAVAILABLE', why);

const refuse = (mood: Mood): void => {
  if (mood.failures === 0) return;
  mood.failures -= 1;
  throw unavailable('Expected the carrier to answer, but it is away');
};

/** The letters that it has, with the keys and the idempotency of a real one. */
const letterBook = () => {
  const letters = new Map<string, Known>();
  let events = 0;
  const known = (carrierId: string): Known => {
    const found = letters.get(carrierId);
    if (found === undefined) throw new Error(`Expected a letter ${carrierId}, but there is none`);
    return found;
  };
  return {
    letters,
    known,
    numberOf: (carrierId: string): string | null => {
      const place = [...letters.keys()].indexOf(carrierId) + 1;
      return known(carrierId).handed.channel === 'registered' ? `RS${String(place).padStart(9, '0')}BE` : null;
    },
    take: (handed: HandedLetter): string => {
      const carrierId = `ltr_${handed.key}`;
      const before = letters.get(carrierId)?.handed;
      if (before === undefined) letters.set(carrierId, { handed, events: [] });
      else if (JSON.stringify(before) !== JSON.stringify(handed))
        throw unavailable('Expected the same letter under one key, but it is another');
      return carrierId;
    },
    add: (carrierId: string, event: Omit<CarrierEvent, 'id'>): CarrierEvent => {
      const one = known(carrierId);
      const added = { ...event, id: `e${(events += 1)}` };
      one.events = [...one.events, added];
      return added;
    },
  };
};

const carrierWith = (mood: Mood, { take, known, numberOf }: ReturnType<typeof letterBook>): LetterCarrier => ({
  handOver: async (handed) => {
    refuse(mood);
    const { why, isLosing } = mood;
    mood.why = null;
    if (why !== null) return { isTaken: false, why };
    const carrierId = take(handed);
    mood.isLosing = false;
    if (isLosing) throw unavailable('Expected an answer, but the connection broke');
    return { isTaken: true, carrierId, number: numberOf(carrierId) };
  },
  read: async (carrierId) => {
    refuse(mood);
    const word = { number: numberOf(carrierId), events: known(carrierId).events };
    const { meanwhile } = mood;
    mood.meanwhile = null;
    await meanwhile?.();
    return word;
  },
});

/** A carrier that does what a test says. */
export const scriptedCarrier = (): ScriptedCarrier => {
  const mood: Mood = { failures: 0, isLosing: false, why: null, meanwhile: null };
  const book = letterBook();
  const { letters, known, add } = book;
  return {
    letters,
    carrier: carrierWith(mood, book),
    fail: (times) => {
      mood.failures = times;
    },
    loseAnswer: () => {
      mood.isLosing = true;
    },
    meanwhile: (work) => {
      mood.meanwhile = work;
    },
    reject: (why) => {
      mood.why = why;
    },
    happen: (carrierId, kind, iso) => add(carrierId, { kind, at: Date.parse(iso) }),
    repeat: (carrierId) => {
      for (const { kind, at } of known(carrierId).events) add(carrierId, { kind, at });
    },
  };
};

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
  /** Does not take the next letter. */
  reject(why: Rejection): void;
  /** Says that something happened to a letter; answers the event. */
  happen(carrierId: string, kind: CarrierEvent['kind'], iso: string): CarrierEvent;
  /** Tells everything of a letter once more, under other names. */
  repeat(carrierId: string): void;
}

/** A carrier that does what a test says, with the keys and the idempotency of a real one. */
export const scriptedCarrier = (): ScriptedCarrier => {
  const letters = new Map<string, Known>();
  let failures = 0;
  let isLosing = false;
  let why: Rejection | null = null;
  let events = 0;
  const refuse = (): void => {
    if (failures === 0) return;
    failures -= 1;
    throw new CaseworkError('CARRIER_UNAVAILABLE', 'Expected the carrier to answer, but it is away');
  };
  const known = (carrierId: string): Known => {
    const found = letters.get(carrierId);
    if (found === undefined) throw new Error(`Expected a letter ${carrierId}, but there is none`);
    return found;
  };
  const numberOf = (carrierId: string): string | null => {
    const place = [...letters.keys()].indexOf(carrierId) + 1;
    return known(carrierId).handed.channel === 'registered' ? `RS${String(place).padStart(9, '0')}BE` : null;
  };
  const add = (carrierId: string, event: Omit<CarrierEvent, 'id'>): CarrierEvent => {
    const one = known(carrierId);
    const added = { ...event, id: `e${(events += 1)}` };
    one.events = [...one.events, added];
    return added;
  };
  return {
    letters,
    carrier: {
      handOver: async (handed) => {
        refuse();
        if (why !== null) {
          const said = why;
          why = null;
          return { isTaken: false, why: said };
        }
        const carrierId = `ltr_${handed.key}`;
        const before = letters.get(carrierId)?.handed;
        if (before === undefined) letters.set(carrierId, { handed, events: [] });
        else if (JSON.stringify(before) !== JSON.stringify(handed))
          throw new CaseworkError('CARRIER_UNAVAILABLE', 'Expected the same letter under one key, but it is another');
        if (isLosing) {
          isLosing = false;
          throw new CaseworkError('CARRIER_UNAVAILABLE', 'Expected an answer, but the connection broke');
        }
        return { isTaken: true, carrierId, number: numberOf(carrierId) };
      },
      read: async (carrierId) => {
        refuse();
        return { number: numberOf(carrierId), events: known(carrierId).events };
      },
    },
    fail: (times) => {
      failures = times;
    },
    loseAnswer: () => {
      isLosing = true;
    },
    reject: (said) => {
      why = said;
    },
    happen: (carrierId, kind, iso) => add(carrierId, { kind, at: Date.parse(iso) }),
    repeat: (carrierId) => {
      for (const { kind, at } of known(carrierId).events) add(carrierId, { kind, at });
    },
  };
};

import type { FrontDoor } from '../journeys/kit/front-door.ts';
import type { Bank } from './bank.ts';
import type { Dice } from './dice.ts';
import type { createMatters } from './matters.ts';

/** Everybody and everything that people of the experiment reach. */
export interface Town {
  readonly dice: Dice;
  readonly bank: Bank;
  readonly matters: ReturnType<typeof createMatters>;
  /** Pages of the sandbox, where the postman and the payer are played. */
  readonly sandboxUrl: string;
  /** The door of somebody, by the beginning of their name. */
  as(name: string): FrontDoor;
  today(): string;
  /** What the payment provider took in, in cents. */
  captured(): bigint;
  capture(cents: bigint): void;
}

export interface CaseSeen {
  readonly reference: string;
  readonly letters: readonly { readonly channels: readonly string[] }[];
  readonly status: string;
  readonly decisions: readonly { readonly outcome: string }[];
  readonly appeals: readonly { readonly id: string }[];
  readonly terms: readonly { readonly key: string; readonly state: string }[];
  readonly timeline: readonly { readonly kind: string; readonly text: { readonly en: string } }[];
}
export interface PlaceSeen {
  readonly id: string;
  readonly quotaKey: string;
  readonly state: 'waiting' | 'reserved' | 'held' | 'over';
  readonly position: number | null;
}
export interface RightSeen {
  readonly id: string;
  readonly number: string;
  readonly standing: string;
  readonly state: { readonly key: string };
}
export interface NoticeSeen {
  readonly id: string;
  readonly subject: { readonly en: string };
  readonly channels: readonly { readonly channel: string; readonly state: string | null }[];
  readonly number: string | null;
  readonly fates: readonly { readonly channel: string; readonly kind: string; readonly source: string }[];
  readonly term: { readonly running: { readonly state: string } | null } | null;
}
export interface OwedSeen {
  readonly id: string;
  readonly caseId: string;
  readonly communication: string;
  readonly state: string;
  readonly rest: string;
  readonly refundDue: string;
}

/** A case with what hangs on it, as a clerk sees it. */
export interface MatterSeen extends CaseSeen {
  readonly places: readonly PlaceSeen[];
  readonly rights: readonly RightSeen[];
  readonly notices: readonly NoticeSeen[];
  readonly owed: readonly OwedSeen[];
}

/** By turns: nobody asks more than the platform lets a person ask. */
const clerks = ['Nadia Lambert', 'Wim Peeters', 'Sofie De Smet'] as const;
let turn = 0;

export const lookAt = async (town: Town, caseId: string): Promise<MatterSeen> => {
  turn += 1;
  const clerk = town.as(clerks[turn % clerks.length] ?? clerks[0]);
  const address = `/cases/${caseId}`;
  const [seen, places, rights, notices, owed] = await Promise.all([
    clerk.get<CaseSeen>(address),
    clerk.get<PlaceSeen[]>(`${address}/places`),
    clerk.get<RightSeen[]>(`${address}/rights`),
    clerk.get<NoticeSeen[]>(`${address}/notices`),
    clerk.get<OwedSeen[]>(`${address}/payments`),
  ]);
  return { ...seen, places, rights, notices, owed };
};

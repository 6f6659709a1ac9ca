import type { Locale } from '@irisflow/foundation';
import type { Pdf } from '../read-pdf.ts';

/** Ways on which somebody else carries a letter. */
export const carriedChannels = ['registered', 'ebox'] as const;
export type CarriedChannel = (typeof carriedChannels)[number];

/** Whom a letter is for: on paper an address, in a digital mailbox a number. */
export type Recipient =
  | { readonly kind: 'address'; readonly lines: readonly string[] }
  | { readonly kind: 'nationalNumber'; readonly number: string }
  | { readonly kind: 'enterpriseNumber'; readonly number: string };

/** A letter as it is handed over. */
export interface HandedLetter {
  /** Ours: handed over again under the same key, it is the same letter. */
  readonly key: string;
  readonly channel: CarriedChannel;
  /** Whose letter it is, and under which number the carrier knows them. */
  readonly administration: string;
  readonly sender: string;
  readonly account: string;
  readonly recipient: Recipient;
  readonly subject: string;
  readonly language: Locale;
  readonly pdf: Pdf;
  /** Where the carrier says that something changed; it says only of which letter. */
  readonly webhookUrl: string;
}

/** Why a carrier does not take a letter, and will not when it is asked again. */
export type Rejection = 'unknownAddress' | 'inactiveMailbox' | 'notTaken';

export type Taken =
  | { readonly isTaken: true; readonly carrierId: string; readonly number: string | null }
  | { readonly isTaken: false; readonly why: Rejection };

/** What became of a letter, under the name that the carrier gives the event. */
export interface CarrierEvent {
  readonly id: string;
  readonly kind: 'sent' | 'presented' | 'delivered' | 'unclaimed' | 'refused' | 'returned' | 'read';
  readonly at: number;
}

/** What the carrier says of a letter when it is asked. */
export interface CarrierWord {
  readonly number: string | null;
  readonly events: readonly CarrierEvent[];
}

/** Whoever carries letters for administrations. Rejects with `CARRIER_UNAVAILABLE` where it does not answer, or not as it should. */
export interface LetterCarrier {
  readonly handOver: (letter: HandedLetter) => Promise<Taken>;
  readonly read: (carrierId: string) => Promise<CarrierWord>;
}

import type { Cents } from './amount.ts';
import type { Communication } from './communication.ts';

/** What stood on an account at the end of a day. */
export interface Balance {
  /** Below zero where the account is overdrawn. */
  readonly cents: Cents;
  /** `2026-11-28`. */
  readonly day: string;
}

export interface Counterparty {
  readonly name: string | null;
  /** As the bank writes it; an IBAN within Europe. */
  readonly account: string | null;
  /** Its BIC. */
  readonly bank: string | null;
}

/** Money that came to an account or left it. */
export interface Movement {
  /** Its place in the statement, from 1. */
  readonly place: number;
  /** Above zero what came, below zero what left. */
  readonly cents: Cents;
  /** `2026-11-28`. */
  readonly bookedOn: string;
  /** The day from which it counts for interest, where the bank says one. */
  readonly valueOn: string | null;
  readonly counterparty: Counterparty;
  readonly communication: Communication | null;
  /** By which the bank finds it again. */
  readonly bankReference: string | null;
  /** What a payment of ours was called when it was ordered. */
  readonly endToEndId: string | null;
  /** The batch of ours that it belongs to, by PmtInfId or MsgId, where the bank names it so. */
  readonly batchReference: string | null;
  /** Why a payment came back, as a code of ISO 20022 such as `AC04`. */
  readonly returnReason: string | null;
  /** Of movements that the account knows as one sum: which one, by its own number in the statement. */
  readonly bundle: string | null;
}

/** Begins a statement; its movements follow. */
export interface StatementStart {
  readonly kind: 'start';
  /** The account, an IBAN where it has one. */
  readonly account: string;
  /** Of three letters. */
  readonly currency: string;
  readonly owner: string | null;
  /** By which the bank counts the statements of this account, where it does. */
  readonly number: string | null;
  /** That the bank gives a statement again which it gave before. */
  readonly isDuplicate: boolean;
  readonly opening: Balance | null;
}

/** Ends a statement whose movements lead from its first balance to this one. */
export interface StatementEnd {
  readonly kind: 'end';
  readonly closing: Balance;
}

/**
 * A file of statements, piece by piece. Whether a statement can be believed is known at its end: whoever books it does so in one
 * transaction, which a fault undoes.
 */
export type StatementPiece = StatementStart | ({ readonly kind: 'movement' } & Movement) | StatementEnd;

/** Bytes as they come, in whatever pieces. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

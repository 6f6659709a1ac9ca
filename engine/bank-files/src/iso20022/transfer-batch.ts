import type { Cents } from '../amount.ts';
import type { Communication } from '../communication.ts';

/** Of the parts that a bank reads since November 2026, or none at all: addresses in lines are refused. */
export interface PostalAddress {
  readonly street?: string;
  readonly number?: string;
  readonly box?: string;
  readonly postcode?: string;
  readonly town: string;
  /** Two letters of ISO 3166. */
  readonly country: string;
}

/** Money that one party gets. */
export interface CreditTransfer {
  /** Unique for ever: what is offered again has the same, and a bank that has executed it knows it. */
  readonly endToEndId: string;
  /** Above zero. */
  readonly cents: Cents;
  readonly creditor: {
    readonly name: string;
    readonly iban: string;
    readonly address?: PostalAddress;
  };
  readonly communication: Communication | null;
}

/** Transfers from one account on one day, which its owner releases together. */
export interface TransferBatch {
  /** MsgId and PmtInfId; the same batch has the same when it is sent again. */
  readonly messageId: string;
  /** A moment with its offset: `2026-11-28T14:30:00+01:00`. */
  readonly createdAt: string;
  /** `2026-12-01`. */
  readonly executeOn: string;
  readonly debtor: {
    readonly name: string;
    readonly iban: string;
    /** Ten digits, as the register of enterprises has them. */
    readonly enterpriseNumber?: string;
    readonly address?: PostalAddress;
  };
  /** Why the money goes, as ISO 20022 calls it: `SSBE` for benefits, `GOVT` for what a government pays. */
  readonly categoryPurpose?: string;
  /** That the account statement shows one sum instead of each transfer. */
  readonly bookedAsOne: boolean;
  readonly transfers: readonly CreditTransfer[];
}

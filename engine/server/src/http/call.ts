import type { Readable } from 'node:stream';
import type { Actor } from '@irisflow/access';
import type { BodyOf, Operation, OperationId, ParamsOf, QueryOf, ReplyOf, operations } from '../api/contract/index.ts';

/** A file on its way in. */
export interface IncomingFile {
  readonly name: string;
  readonly content: Readable;
}

/** A file on its way out. `inline` shows it in the browser instead of saving it. */
export interface FileReply {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable | Uint8Array;
  readonly inline?: boolean;
  /** A picture that we wrote ourselves, for everybody; its address names these bytes and no others. */
  readonly picture?: { readonly hash: string };
}

export interface RedirectReply {
  readonly location: string;
}

/** One cookie as handlers may read and change it. */
export interface CookieSlot {
  readonly value: string | null;
  set(value: string): void;
  clear(): void;
}

/** One request to one operation, already checked against the contract. */
export interface Call<O extends Operation> {
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  readonly actor: Actor;
  readonly session: CookieSlot;
  /** What must survive the trip to the identity provider and back. */
  readonly signInTrip: CookieSlot;
  /** What a link from a mail has to be opened with. */
  readonly linkBrowser: CookieSlot;
  readonly url: URL;
  /** Where the request comes from. */
  readonly address: string;
  readonly userAgent: string;
  readonly idempotencyKey: string | null;
  /** A header, where it came once. */
  readonly header: (name: string) => string | null;
  /** The body as it came, of an operation that takes bytes; null where it was longer than what the operation reads. */
  readonly bytes: () => Uint8Array | null;
  /** The uploaded file of an operation whose body is a file. */
  readonly file: () => Promise<IncomingFile>;
}

type HandlerReply<O extends Operation> = O['reply'] extends 'none'
  ? void
  : O['reply'] extends 'file'
    ? FileReply
    : O['reply'] extends 'redirect'
      ? RedirectReply
      : ReplyOf<O>;

export type Handler<O extends Operation> = (call: Call<O>) => Promise<HandlerReply<O>>;

/** A handler for every operation: leaving one out does not compile. */
export type Handlers<Ids extends OperationId = OperationId> = { readonly [K in Ids]: Handler<(typeof operations)[K]> };

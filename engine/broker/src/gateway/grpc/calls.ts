import type { GatewayEngine } from '../engine.ts';
import type { Answer } from './answer.ts';

/** What a call may use beside its request. */
export interface CallContext {
  readonly engine: GatewayEngine;
  /** Epoch milliseconds at which the client gives up; Infinity when it did not say. */
  readonly deadline: number;
  /** Calls back when the client has gone; gives how to stop listening. */
  readonly onCanceled: (listener: () => void) => () => void;
}

export type UnaryCall<Request> = (request: Request, context: CallContext) => Promise<Answer>;

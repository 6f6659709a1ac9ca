import type { AnyReply, Command, CommandKind, Outcome, ReplyOf } from '@irisflow/core';
import type { CommandRejection } from '@irisflow/protocol';
import type { ResourceContent } from '../storage/rows/definition-rows.ts';
import type { Caller } from './caller.ts';

/** Why the engine gave no answer to a command that it may accept later. */
export type FailureCode = 'UNAVAILABLE' | 'OVERLOADED' | 'INTERNAL' | 'CANCELED';

/** How a command ended, after its commit. */
export type Settled<Reply> =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'rejection'; readonly rejection: CommandRejection }
  | { readonly kind: 'failure'; readonly code: FailureCode; readonly message: string };

export type SettledCommand<Kind extends CommandKind> = Settled<ReplyOf<Kind>>;

export const failure = (code: FailureCode, message: string): Settled<never> => ({ kind: 'failure', code, message });

/** What somebody wants to know of a command that is on its way. */
export interface WorkHooks {
  /** Asked right before the decision: what is not wanted any more is not decided, and fails as CANCELED. */
  readonly isWanted?: () => boolean;
  /** Hears the decision before it is stored; again, when the command is decided anew because the batch failed. */
  readonly onDecided?: (outcome: Outcome) => void;
  /** Hears how it ended in the order of the decisions, before whoever awaits it. */
  readonly onSettled?: (outcome: Settled<AnyReply>) => void;
}

/** A command on its way through the pipeline. */
export interface Work extends WorkHooks {
  readonly command: Command;
  readonly caller: Caller;
  /** Bytes to keep when the command deploys them. */
  readonly contents: readonly ResourceContent[];
  readonly settle: (outcome: Settled<AnyReply>) => void;
  /** How many batches in a row were full of what led here; absent for what comes from outside. */
  readonly laps?: number;
}

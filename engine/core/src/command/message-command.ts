import type { MessageKey } from '@irisflow/protocol';

export interface PublishMessageCommand {
  readonly kind: 'publishMessage';
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  /** Milliseconds; 0 or less means that the message is not buffered. */
  readonly timeToLive: number;
  /** Empty disables the check for duplicates. */
  readonly messageId: string;
  readonly variables: string;
}

/** Publishes without buffering and says which instance took it; refused when nobody does. */
export interface CorrelateMessageCommand {
  readonly kind: 'correlateMessage';
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: string;
}

export interface BroadcastSignalCommand {
  readonly kind: 'broadcastSignal';
  readonly tenantId: string;
  readonly name: string;
  readonly variables: string;
}

/** The time to live of a buffered message is over. */
export interface ExpireMessageCommand {
  readonly kind: 'expireMessage';
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageKey: MessageKey;
}

/** Messages and signals. */
export type MessageCommand =
  | PublishMessageCommand
  | CorrelateMessageCommand
  | BroadcastSignalCommand
  | ExpireMessageCommand;

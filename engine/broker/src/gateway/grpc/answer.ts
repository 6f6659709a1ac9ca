import { status } from '@grpc/grpc-js';
import type { CommandKind, ReplyOf } from '@irisflow/core';
import type { RejectionType } from '@irisflow/protocol';
import type { FailureCode, SettledCommand } from '../../pipeline/work.ts';
import { refusalText } from '../../pipeline/refusal-text.ts';

/** What a call is answered: a message, or a status with its text. */
export type Answer = { readonly ok: true; readonly message: object } | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly code: status;
  readonly details: string;
}

const REJECTIONS: { readonly [Type in RejectionType]: status } = {
  INVALID_ARGUMENT: status.INVALID_ARGUMENT,
  NOT_FOUND: status.NOT_FOUND,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  INVALID_STATE: status.FAILED_PRECONDITION,
  PROCESSING_ERROR: status.INTERNAL,
  UNIMPLEMENTED: status.UNIMPLEMENTED,
};

const FAILURES: { readonly [Code in FailureCode]: status } = {
  UNAVAILABLE: status.UNAVAILABLE,
  OVERLOADED: status.RESOURCE_EXHAUSTED,
  INTERNAL: status.INTERNAL,
  CANCELED: status.DEADLINE_EXCEEDED,
};

export const message = (fields: object): Answer => ({ ok: true, message: fields });
export const refuse = (code: status, details: string): Refusal => ({ ok: false, code, details });
export const invalid = (details: string): Refusal => refuse(status.INVALID_ARGUMENT, details);

/** The answer to a settled command: its reply as a message, its rejection as a status. */
export const answerTo = <Kind extends CommandKind>(
  kind: Kind,
  settled: SettledCommand<Kind>,
  toMessage: (reply: ReplyOf<Kind>) => object = () => ({}),
): Answer => {
  switch (settled.kind) {
    case 'reply':
      return message(toMessage(settled.reply));
    case 'rejection':
      return refuse(REJECTIONS[settled.rejection.type], refusalText(kind, settled.rejection));
    case 'failure':
      return refuse(FAILURES[settled.code], settled.message);
  }
};

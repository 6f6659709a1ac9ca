import type { CommandKind, ReplyOf } from '@irisflow/core';
import type { RejectionType } from '@irisflow/protocol';
import type { FailureCode, SettledCommand } from '../../pipeline/work.ts';
import { refusalText } from '../../pipeline/refusal-text.ts';
import { RestProblem } from './problem.ts';

const REJECTIONS: { readonly [Type in RejectionType]: number } = {
  INVALID_ARGUMENT: 400,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  INVALID_STATE: 409,
  PROCESSING_ERROR: 500,
  UNIMPLEMENTED: 501,
};

const FAILURES: { readonly [Code in FailureCode]: { readonly status: number; readonly title: string } } = {
  UNAVAILABLE: { status: 503, title: 'UNAVAILABLE' },
  OVERLOADED: { status: 503, title: 'RESOURCE_EXHAUSTED' },
  INTERNAL: { status: 500, title: 'INTERNAL' },
  CANCELED: { status: 504, title: 'DEADLINE_EXCEEDED' },
};

/** The reply to an accepted command; any other end of it is thrown as a problem. */
export const replyOf = <Kind extends CommandKind>(kind: Kind, settled: SettledCommand<Kind>): ReplyOf<Kind> => {
  switch (settled.kind) {
    case 'reply':
      return settled.reply;
    case 'rejection': {
      const { rejection } = settled;
      throw new RestProblem(REJECTIONS[rejection.type], rejection.type, refusalText(kind, rejection));
    }
    case 'failure': {
      const { status, title } = FAILURES[settled.code];
      throw new RestProblem(status, title, settled.message);
    }
  }
};

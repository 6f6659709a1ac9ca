import type { CommandKind } from '@irisflow/core';
import type { SettledCommand } from '../../pipeline/work.ts';
import { type LateCommand, settleWithin } from '../settle-within.ts';
import type { Call, RestContext } from './route.ts';

/** Submits a command whose answer may take time, until the connection closes or the gateway stops. */
export const settleForCall = <Kind extends CommandKind>(
  call: Call,
  { engine, stopping }: RestContext,
  late: Omit<LateCommand<Kind>, 'onGone'>,
): Promise<SettledCommand<Kind>> =>
  settleWithin<Kind>(engine, {
    ...late,
    onGone: (giveUp) => {
      call.onClosed(giveUp);
      stopping.addEventListener('abort', giveUp, { once: true });
      return () => stopping.removeEventListener('abort', giveUp);
    },
  });

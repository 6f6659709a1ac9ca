import type { CommandKind, CommandOf } from '../command/command.ts';
import type { Outcome } from '../command/reply.ts';
import type { Desk } from '../desk/desk.ts';

/** Decides one kind of command: checks first and refuses by throwing `CommandRefused`, then writes. */
export type Handler<Kind extends CommandKind> = (desk: Desk, command: CommandOf<Kind>) => Outcome;

/** The answer of a command that has nothing to say but "done". */
export const done: Outcome = { kind: 'reply', reply: null };

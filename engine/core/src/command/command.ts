import type { DefinitionCommand } from './definition-command.ts';
import type { FollowUp } from './follow-up.ts';
import type { InstanceCommand } from './instance-command.ts';
import type { JobCommand } from './job-command.ts';
import type { MessageCommand } from './message-command.ts';
import type { ModificationCommand } from './modification-command.ts';
import type { UserTaskCommand } from './user-task-command.ts';

/** What can be asked of the engine from outside or by its scheduler. */
export type Request =
  | DefinitionCommand
  | InstanceCommand
  | MessageCommand
  | JobCommand
  | ModificationCommand
  | UserTaskCommand;

/** A request, or what one aggregate asks of another in the same transaction. */
export type Command = Request | FollowUp;

export type CommandKind = Command['kind'];

export type CommandOf<Kind extends CommandKind> = Extract<Command, { readonly kind: Kind }>;

import type { ElementEvent, VariableEvent } from './element-event.ts';
import type { InstanceEvent } from './instance-event.ts';
import type { JobEvent } from './job-event.ts';
import type { MigrationEvent } from './migration-event.ts';
import type { ScopeEvent } from './scope-event.ts';
import type { SubscriptionEvent } from './subscription-event.ts';
import type { UserTaskEvent } from './user-task-event.ts';

/** What can happen in an instance tree: each noun says its own events. */
export type TreeEvent =
  | InstanceEvent
  | ElementEvent
  | VariableEvent
  | JobEvent
  | UserTaskEvent
  | SubscriptionEvent
  | ScopeEvent
  | MigrationEvent;

/** The shape of the event with this kind, also when several kinds share one shape. */
export type EventOf<Event, Kind> = Event extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? Event
    : never
  : never;

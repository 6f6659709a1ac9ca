import type { ModdleElement } from '@irisflow/xml';

import type { EventDefinition, EventKind } from '../../graph.ts';
import type { Reading } from '../reading.ts';
import type { EventRole } from './event-role.ts';

/** An event definition in its place. */
export interface EventSite {
  readonly definition: ModdleElement;
  /** The event that carries the definition. */
  readonly event: ModdleElement;
  readonly role: EventRole;
}

export type EventReader<K extends EventKind> = (
  reading: Reading,
  site: EventSite,
) => Extract<EventDefinition, { readonly kind: K }>;

import type { EventBasedGatewayElement } from '@irisflow/bpmn';
import type { ElementBehavior } from '../run/behavior.ts';
import { justWait } from '../run/effect.ts';

/** Waits on behalf of the events behind it; the first one wins. */
export const eventBasedGatewayBehavior: ElementBehavior<EventBasedGatewayElement> = {
  catches: (_run, { events }) => events,
  activate: () => justWait,
};

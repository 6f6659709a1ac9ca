import type { EventBasedGatewayElement } from '@irisflow/bpmn';
import type { ElementBehavior } from '../execution/behavior.ts';
import { justWait } from '../execution/effect.ts';

/** Waits on behalf of the events behind it; the first one wins. */
export const eventBasedGatewayBehavior: ElementBehavior<EventBasedGatewayElement> = {
  catches: (_run, { events }) => events,
  activate: () => justWait,
};

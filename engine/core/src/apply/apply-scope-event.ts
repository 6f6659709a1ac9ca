import type { LoopEvent, ScopeEvent } from '../event/scope-event.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';
import { putToken } from './apply-token.ts';

/** What concerns one element instance alone. */
type OwnScopeEvent = Exclude<ScopeEvent, LoopEvent | { readonly kind: 'tokenMoved' }>;

/** Changes what an element instance remembers about the tokens, events and loops inside it. */
export const applyScopeEvent = (tree: InstanceTree, event: OwnScopeEvent): void => {
  const element = tree.elements.get(event.kind === 'flowTaken' ? event.scopeKey : event.key);
  if (element !== undefined) changeElement(element, event);
};

const changeElement = (element: ElementInstance, event: OwnScopeEvent): void => {
  switch (event.kind) {
    case 'flowTaken':
      putToken(element, event.flow);
      return;
    case 'tokensDropped':
      element.tokens = null;
      return;
    case 'triggerStored':
      element.interrupted ||= event.interrupting;
      element.trigger = event.trigger;
      return;
    case 'triggerConsumed':
      element.trigger = null;
      return;
    case 'listenersAdvanced':
      element.listenersDone = event.done;
      return;
    default:
      changeCompensation(element, event);
  }
};

type CompensationEvent = Extract<
  ScopeEvent,
  { kind: 'compensationOpened' | 'compensationTriggered' | 'compensationHandlerStarted' | 'escalationThrown' }
>;

const changeCompensation = (element: ElementInstance, event: CompensationEvent): void => {
  switch (event.kind) {
    case 'compensationOpened':
      element.compensations = [...(element.compensations ?? []), event.subscription];
      return;
    case 'compensationTriggered': {
      const left = (element.compensations ?? []).filter((subscription) => subscription.key !== event.subscriptionKey);
      element.compensations = left.length === 0 ? null : left;
      return;
    }
    case 'compensationHandlerStarted':
      element.compensatedBy = event.thrownBy;
      return;
    case 'escalationThrown':
  }
};

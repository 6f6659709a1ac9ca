import type { EventBasedGatewayElement, EventKind, ExecutableElement } from '../graph.ts';
import { elementAt, expressionText, flowAt } from '../graph-access.ts';
import type { Rule, RuleSubject } from './rule.ts';

/** With a choice, every way but the default needs its condition. */
const decidingConditions: Rule = ({ process, report }) => {
  for (const gateway of process.elements) {
    if (gateway.kind !== 'exclusiveGateway' && gateway.kind !== 'inclusiveGateway') continue;
    if (gateway.outgoing.length < 2) continue;
    for (const index of gateway.outgoing) {
      const { id, condition } = flowAt(process, index);
      if (condition === null && index !== gateway.defaultFlow) {
        report('BPMN_GATEWAY_CONDITION_MISSING', id, { gateway: gateway.id });
      }
    }
  }
};

const awaitable: ReadonlySet<EventKind> = new Set<EventKind>(['message', 'timer', 'signal', 'conditional']);

const canBeAwaited = (element: ExecutableElement): boolean =>
  element.kind === 'intermediateCatchEvent' && awaitable.has(element.event.kind);

const checkMessages = ({ process, report }: RuleSubject, gateway: EventBasedGatewayElement): void => {
  const names = new Set<string>();
  for (const index of gateway.events) {
    const target = elementAt(process, index);
    if (target.kind !== 'intermediateCatchEvent' || target.event.kind !== 'message') continue;
    const name = expressionText(target.event.message.name);
    if (names.has(name)) report('BPMN_EVENT_GATEWAY_MESSAGE_DUPLICATE', target.id, { gateway: gateway.id, name });
    names.add(name);
  }
};

/** An event-based gateway waits for the first of several events, and for nothing else. */
const awaitedEvents: Rule = (subject) => {
  const { process, report } = subject;
  for (const gateway of process.elements) {
    if (gateway.kind !== 'eventBasedGateway') continue;
    if (gateway.outgoing.length < 2) {
      report('BPMN_EVENT_GATEWAY_OUTGOING', gateway.id, { found: gateway.outgoing.length });
    }
    for (const index of gateway.events) {
      const target = elementAt(process, index);
      if (!canBeAwaited(target)) report('BPMN_EVENT_GATEWAY_TARGET', target.id, { gateway: gateway.id });
      else if (target.incoming.length > 1) {
        report('BPMN_EVENT_GATEWAY_TARGET_INCOMING', target.id, { gateway: gateway.id });
      }
    }
    checkMessages(subject, gateway);
  }
};

export const gatewayRules: readonly Rule[] = [decidingConditions, awaitedEvents];

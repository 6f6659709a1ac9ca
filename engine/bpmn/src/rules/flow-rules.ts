import type { ElementKind } from '../graph.ts';
import { elementAt } from '../graph-access.ts';
import type { Rule } from './rule.ts';

/** Nothing flows out of an end or into a start. */
const eventEnds: Rule = ({ process, report }) => {
  for (const { kind, id, incoming, outgoing } of process.elements) {
    if (kind === 'endEvent' && outgoing.length > 0) report('BPMN_END_EVENT_OUTGOING', id);
    if (kind === 'startEvent' && incoming.length > 0) report('BPMN_START_EVENT_INCOMING', id);
  }
};

const decides: ReadonlySet<ElementKind> = new Set<ElementKind>(['exclusiveGateway', 'inclusiveGateway']);

/** Elsewhere a condition would be drawn and never asked. */
const conditions: Rule = ({ process, report }) => {
  for (const { id, condition, source } of process.flows) {
    if (condition === null) continue;
    const { kind, id: sourceId } = elementAt(process, source);
    if (!decides.has(kind)) report('BPMN_FLOW_CONDITION_MISPLACED', id, { source: sourceId });
  }
};

export const flowRules: readonly Rule[] = [eventEnds, conditions];

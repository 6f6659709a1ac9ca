import { elementOf, elementsOf, tagOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { ElementIndex, ElementKind } from '../graph.ts';
import type { ProblemLog } from '../problem-log.ts';
import { isActivity, kindOf } from './element-kinds.ts';

/** A place in the graph, before anything is known but where it belongs and what it is connected to. */
export interface OutlineNode {
  readonly index: ElementIndex;
  readonly id: string;
  readonly kind: ElementKind;
  readonly source: ModdleElement;
  readonly scope: ElementIndex | null;
  readonly children: ElementIndex[];
  readonly incoming: number[];
  readonly outgoing: number[];
  readonly boundaryEvents: ElementIndex[];
}

export interface OutlineFlow {
  readonly id: string;
  readonly index: number;
  readonly source: ElementIndex;
  readonly target: ElementIndex;
  readonly element: ModdleElement;
}

/** The skeleton of a process: who contains whom, who flows to whom. */
export interface Outline {
  readonly nodes: readonly OutlineNode[];
  readonly flows: readonly OutlineFlow[];
  readonly indexOf: (element: ModdleElement | null) => ElementIndex | null;
  readonly flowOf: (element: ModdleElement | null) => OutlineFlow | null;
  /** Where an association leads from an element, if that is a flow node. */
  readonly associatedWith: (element: ModdleElement) => ElementIndex | null;
  /** False when something had to be left out; rules about the whole would then complain about the gap. */
  readonly complete: boolean;
}

interface Draft {
  readonly log: ProblemLog;
  readonly nodes: OutlineNode[];
  readonly indexes: Map<ModdleElement, ElementIndex>;
  readonly sequenceFlows: ModdleElement[];
  readonly associations: ModdleElement[];
  complete: boolean;
}

const idPattern = /^[\p{L}_][\p{L}\p{N}_.-]{0,254}$/u;

/** Says whether the element has an id that can name it in records and addresses. */
const hasUsableId = (draft: Draft, element: ModdleElement): element is ModdleElement & { readonly id: string } => {
  if (typeof element.id !== 'string' || element.id === '') {
    draft.log.report('BPMN_ID_MISSING', element, { element: tagOf(element) });
    return false;
  }
  if (idPattern.test(element.id)) return true;
  draft.log.report('BPMN_ID_INVALID', element);
  return false;
};

const addNode = (draft: Draft, source: ModdleElement, kind: ElementKind, scope: OutlineNode | null): void => {
  if (!hasUsableId(draft, source)) {
    draft.complete = false;
    return;
  }
  const node: OutlineNode = {
    index: draft.nodes.length,
    id: source.id,
    kind,
    source,
    scope: scope?.index ?? null,
    children: [],
    incoming: [],
    outgoing: [],
    boundaryEvents: [],
  };
  draft.nodes.push(node);
  draft.indexes.set(source, node.index);
  scope?.children.push(node.index);
  addContent(draft, node);
};

const addContent = (draft: Draft, scope: OutlineNode): void => {
  for (const element of elementsOf(scope.source, 'flowElements')) addFlowElement(draft, element, scope);
  for (const artifact of elementsOf(scope.source, 'artifacts')) {
    if (artifact.$type === 'bpmn:Association') draft.associations.push(artifact);
  }
};

const addFlowElement = (draft: Draft, element: ModdleElement, scope: OutlineNode): void => {
  if (element.$type === 'bpmn:SequenceFlow') {
    draft.sequenceFlows.push(element);
    return;
  }
  const kind = kindOf(element);
  if (kind === 'ignored') return;
  if (kind === 'unsupported') {
    draft.log.report('BPMN_ELEMENT_UNSUPPORTED', element, { element: tagOf(element) });
    draft.complete = false;
    return;
  }
  addNode(draft, element, kind, scope);
};

const nodeOf = (draft: Draft, element: ModdleElement | null): OutlineNode | null => {
  const index = element === null ? undefined : draft.indexes.get(element);
  return index === undefined ? null : (draft.nodes[index] ?? null);
};

const connect = (draft: Draft, element: ModdleElement, index: number): OutlineFlow | null => {
  const source = nodeOf(draft, elementOf(element, 'sourceRef'));
  const target = nodeOf(draft, elementOf(element, 'targetRef'));
  if (!hasUsableId(draft, element)) return null;
  if (source === null || target === null) {
    // With a gap in the graph the end may well exist, as something that was refused already.
    if (draft.complete) draft.log.report('BPMN_FLOW_END_MISSING', element);
    return null;
  }
  if (source.scope !== target.scope) {
    draft.log.report('BPMN_FLOW_CROSSES_SCOPE', element, { source: source.id, target: target.id });
    return null;
  }
  source.outgoing.push(index);
  target.incoming.push(index);
  return { id: element.id, index, source: source.index, target: target.index, element };
};

const connectAll = (draft: Draft): OutlineFlow[] => {
  const flows: OutlineFlow[] = [];
  let broken = false;
  for (const element of draft.sequenceFlows) {
    const flow = connect(draft, element, flows.length);
    if (flow === null) broken = true;
    else flows.push(flow);
  }
  if (broken) draft.complete = false;
  return flows;
};

const attachBoundaryEvents = (draft: Draft): void => {
  for (const node of draft.nodes) {
    if (node.kind !== 'boundaryEvent') continue;
    const host = nodeOf(draft, elementOf(node.source, 'attachedToRef'));
    if (host !== null && host.scope === node.scope && isActivity(host.kind)) {
      host.boundaryEvents.push(node.index);
    } else {
      draft.log.report('BPMN_BOUNDARY_UNATTACHED', node.source);
      draft.complete = false;
    }
  }
};

/** Gives every element of a process its index, in document order, and connects them. */
export const outlineProcess = (process: ModdleElement, log: ProblemLog): Outline => {
  const draft: Draft = {
    log,
    nodes: [],
    indexes: new Map(),
    sequenceFlows: [],
    associations: [],
    complete: true,
  };
  addNode(draft, process, 'process', null);
  const flows = connectAll(draft);
  attachBoundaryEvents(draft);
  const flowByElement = new Map(flows.map((flow) => [flow.element, flow]));
  const handlers = new Map(
    draft.associations.map((association) => [
      elementOf(association, 'sourceRef'),
      nodeOf(draft, elementOf(association, 'targetRef'))?.index ?? null,
    ]),
  );
  return {
    nodes: draft.nodes,
    flows,
    indexOf: (element) => nodeOf(draft, element)?.index ?? null,
    flowOf: (element) => (element === null ? null : (flowByElement.get(element) ?? null)),
    associatedWith: (element) => handlers.get(element) ?? null,
    complete: draft.complete,
  };
};

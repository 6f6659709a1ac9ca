import type { ElementLike } from 'diagram-js/lib/model/Types';

/** A shape or connection of the canvas, as far as walking needs it. */
export interface FlowElement extends ElementLike {
  type: string;
  children?: FlowElement[];
  incoming?: FlowElement[];
  outgoing?: FlowElement[];
  source?: FlowElement;
  target?: FlowElement;
  parent?: FlowElement;
  /** The element that an external label belongs to. */
  labelTarget?: FlowElement;
  x?: number;
  y?: number;
  businessObject: { name?: string; $type: string };
}

export type Direction = 'next' | 'previous' | 'below' | 'above';

const isFlowNode = (element: FlowElement): boolean =>
  element.x !== undefined && element.type !== 'label' && element.incoming !== undefined;

const byPlace = (a: FlowElement, b: FlowElement): number => (a.x ?? 0) - (b.x ?? 0) || (a.y ?? 0) - (b.y ?? 0);

const nodesOf = (scope: FlowElement): FlowElement[] => (scope.children ?? []).filter(isFlowNode).toSorted(byPlace);

const first = (scope: FlowElement): FlowElement | null => {
  const nodes = nodesOf(scope);
  return nodes.find((node) => node.type === 'bpmn:StartEvent') ?? nodes[0] ?? null;
};

const nextAlong = (current: FlowElement): FlowElement | null => current.target ?? current.outgoing?.[0]?.target ?? null;

const previousAlong = (current: FlowElement): FlowElement | null =>
  current.source ?? current.incoming?.[0]?.source ?? null;

/** The element after or before in the reading order of its scope, from top to bottom. */
const inColumn = (current: FlowElement, step: -1 | 1): FlowElement | null => {
  const column = (current.parent === undefined ? [] : nodesOf(current.parent)).toSorted(
    (a, b) => (a.y ?? 0) - (b.y ?? 0) || (a.x ?? 0) - (b.x ?? 0),
  );
  const at = column.indexOf(current);
  return at < 0 ? null : (column[at + step] ?? null);
};

const walks: Readonly<Record<Direction, (current: FlowElement) => FlowElement | null>> = {
  next: nextAlong,
  previous: previousAlong,
  below: (current) => inColumn(current, 1),
  above: (current) => inColumn(current, -1),
};

/** Where the walk goes from an element: along the flow, or to the next element above or below in the same scope. */
export const neighbor = (current: FlowElement | null, direction: Direction, root: FlowElement): FlowElement | null =>
  current === null ? first(root) : walks[direction](current);

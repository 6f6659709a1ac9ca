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
  element.x !== undefined &&
  !element.type.startsWith('label') &&
  element.type !== 'label' &&
  element.incoming !== undefined;

const byPlace = (a: FlowElement, b: FlowElement): number => (a.x ?? 0) - (b.x ?? 0) || (a.y ?? 0) - (b.y ?? 0);

const nodesOf = (scope: FlowElement): FlowElement[] =>
  (scope.children ?? []).filter((child) => isFlowNode(child) && child.type !== 'label').toSorted(byPlace);

const first = (scope: FlowElement): FlowElement | null => {
  const nodes = nodesOf(scope);
  return nodes.find((node) => node.type === 'bpmn:StartEvent') ?? nodes[0] ?? null;
};

/** Where the walk goes from an element: along the flow, or to the next element above or below in the same scope. */
export const neighbor = (current: FlowElement | null, direction: Direction, root: FlowElement): FlowElement | null => {
  if (current === null) return first(root);
  switch (direction) {
    case 'next':
      return current.target ?? current.outgoing?.toSorted(byPlace)[0]?.target ?? null;
    case 'previous':
      return current.source ?? current.incoming?.[0]?.source ?? null;
    case 'below':
    case 'above': {
      const column = (current.parent === undefined ? [] : nodesOf(current.parent)).toSorted(
        (a, b) => (a.y ?? 0) - (b.y ?? 0) || (a.x ?? 0) - (b.x ?? 0),
      );
      const at = column.indexOf(current);
      return at < 0 ? null : (column[direction === 'below' ? at + 1 : at - 1] ?? null);
    }
  }
};

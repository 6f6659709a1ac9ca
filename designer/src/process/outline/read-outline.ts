import type { FlowElement } from '../modeler/neighbor.ts';

/** One line of the outline: an element with its depth in the nesting of sub-processes and boundary events. */
export interface OutlineItem {
  id: string;
  type: string;
  name: string;
  depth: number;
  /** Where it goes next: the flow with its label, if any, and the name of its target. */
  exits: readonly { id: string; label: string; target: string }[];
}

interface OutlineElement extends FlowElement {
  attachers?: OutlineElement[];
  host?: OutlineElement;
}

const nameOf = (element: FlowElement | undefined): string => element?.businessObject.name ?? element?.id ?? '';

const isNode = (element: FlowElement): boolean =>
  element.x !== undefined && element.incoming !== undefined && element.type !== 'label';

const isStep = (element: FlowElement): boolean =>
  isNode(element) && /Event$|Task$|Activity$|Gateway$|SubProcess$|^bpmn:Transaction$/.test(element.type);

const isContainer = (element: FlowElement): boolean => /Participant$|Lane$|SubProcess$|Transaction$/.test(element.type);

const byPlace = (a: FlowElement, b: FlowElement): number => (a.x ?? 0) - (b.x ?? 0) || (a.y ?? 0) - (b.y ?? 0);

/** Starts first, then along the flows; what no flow reaches comes last, by its place. */
const inFlowOrder = (steps: readonly OutlineElement[]): OutlineElement[] => {
  const members = new Set(steps);
  const ordered = new Set<OutlineElement>();
  const visit = (start: OutlineElement): void => {
    const queue = [start];
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      if (!members.has(step) || ordered.has(step)) continue;
      ordered.add(step);
      const exits = [step, ...(step.attachers ?? [])].flatMap((source) => source.outgoing ?? []);
      queue.push(...exits.flatMap((flow) => (flow.target === undefined ? [] : [flow.target as OutlineElement])));
    }
  };
  const roots = steps.filter((step) => (step.incoming ?? []).length === 0 && step.host === undefined);
  for (const root of [...roots.toSorted(byPlace), ...steps.toSorted(byPlace)]) if (root.host === undefined) visit(root);
  return [...ordered];
};

const toItem = (element: OutlineElement, depth: number): OutlineItem => ({
  id: element.id,
  type: element.type,
  name: element.businessObject.name ?? '',
  depth,
  exits: (element.outgoing ?? [])
    .filter((flow) => flow.target !== undefined && flow.type === 'bpmn:SequenceFlow')
    .map((flow) => ({ id: flow.id, label: flow.businessObject.name ?? '', target: nameOf(flow.target) })),
});

const readScope = (scope: OutlineElement, depth: number): OutlineItem[] => {
  const children = (scope.children ?? []) as OutlineElement[];
  const steps = children.filter((child) => isStep(child));
  const pools = children.filter((child) => child.type.endsWith('Participant'));
  const items = inFlowOrder(steps).flatMap((step) => [
    toItem(step, depth),
    ...(step.attachers ?? []).filter(isStep).flatMap((event) => toItem(event, depth + 1)),
    ...(isContainer(step) ? readScope(step, depth + 1) : []),
  ]);
  return [...pools.flatMap((pool) => [toItem(pool, depth), ...readScope(pool, depth + 1)]), ...items];
};

/** The process as a list in reading order, the equivalent of the drawing for who cannot see or point at it. */
export const readOutline = (root: FlowElement): OutlineItem[] => readScope(root, 0);

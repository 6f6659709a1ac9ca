import { idOf } from './cursor.ts';
import { xmlNode } from './xml-node.ts';
import type { XmlNode } from './xml-node.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 60;

const elementsOf = (scope: XmlNode): readonly XmlNode[] =>
  scope.children.filter((child): child is XmlNode => typeof child !== 'string' && child.attributes['id'] !== undefined);

const isFlow = ({ tag }: XmlNode): boolean => tag === 'bpmn:sequenceFlow';
const isEdge = (node: XmlNode): boolean => isFlow(node) || node.tag === 'bpmn:association';
const isScope = ({ tag }: XmlNode): boolean => tag.endsWith('ubProcess');

const isBoundary = ({ tag }: XmlNode): boolean => tag === 'bpmn:boundaryEvent';

/** The column of every element: one to the right of the first that leads to it. */
const columnsOf = (nodes: readonly XmlNode[], flows: readonly XmlNode[]): ReadonlyMap<string, number> => {
  const hosts = new Map(nodes.filter(isBoundary).map((event) => [idOf(event), event.attributes['attachedToRef']]));
  const ends = flows.map(({ attributes: { sourceRef = '', targetRef = '' } }) => ({
    source: hosts.get(sourceRef) ?? sourceRef,
    target: targetRef,
  }));
  const entered = new Set(ends.map(({ target }) => target));
  const columns = new Map<string, number>();
  for (const node of nodes) if (!isBoundary(node) && !entered.has(idOf(node))) columns.set(idOf(node), 0);
  for (const [id, column] of columns) {
    for (const { source, target } of ends) if (source === id && !columns.has(target)) columns.set(target, column + 1);
  }
  return columns;
};

interface Corner {
  readonly x: number;
  readonly y: number;
}

type Size = Pick<Box, 'width' | 'height'>;

const placeNode = (node: XmlNode, at: Corner, boxes: Map<string, Box>): Size => {
  const small = node.tag.endsWith('Event') ? 36 : 50;
  const isSmall = node.tag.endsWith('Event') || node.tag.endsWith('Gateway');
  const plain = isSmall ? { width: small, height: small } : { width: 100, height: 80 };
  const size = isScope(node) ? placeContent(node, at, boxes) : plain;
  boxes.set(idOf(node), { ...at, ...size });
  return size;
};

const placeBoundaryEvents = (nodes: readonly XmlNode[], boxes: Map<string, Box>): void => {
  for (const event of nodes.filter(isBoundary)) {
    const host = boxes.get(event.attributes['attachedToRef'] ?? '');
    if (host === undefined) continue;
    const at = { x: host.x + host.width / 2 - 18, y: host.y + host.height - 18 };
    boxes.set(idOf(event), { ...at, width: 36, height: 36 });
  }
};

/** Lays out the content of a scope from its top left corner and answers the room it takes. */
const placeContent = (scope: XmlNode, at: Corner, boxes: Map<string, Box>): Size => {
  const nodes = elementsOf(scope).filter((node) => !isEdge(node));
  const columns = columnsOf(nodes, elementsOf(scope).filter(isFlow));
  const laidOut = nodes.filter((node) => !isBoundary(node));
  const columnOf = (node: XmlNode): number => columns.get(idOf(node)) ?? 0;
  let right = at.x + GAP;
  let bottom = at.y + GAP;
  for (const column of [...new Set(laidOut.map(columnOf))].sort((left, other) => left - other)) {
    let y = at.y + GAP;
    let widest = 0;
    for (const node of laidOut.filter((candidate) => columnOf(candidate) === column)) {
      const { width, height } = placeNode(node, { x: right, y }, boxes);
      y += height + GAP;
      widest = Math.max(widest, width);
    }
    right += widest + GAP;
    bottom = Math.max(bottom, y);
  }
  placeBoundaryEvents(nodes, boxes);
  return { width: right - at.x, height: bottom - at.y };
};

const edgeXml = (edge: XmlNode, boxes: ReadonlyMap<string, Box>): readonly XmlNode[] => {
  const from = boxes.get(edge.attributes['sourceRef'] ?? '');
  const to = boxes.get(edge.attributes['targetRef'] ?? '');
  if (from === undefined || to === undefined) return [];
  return [
    xmlNode('bpmndi:BPMNEdge', { id: `${idOf(edge)}_di`, bpmnElement: idOf(edge) }, [
      xmlNode('di:waypoint', { x: from.x + from.width, y: from.y + from.height / 2 }),
      xmlNode('di:waypoint', { x: to.x, y: to.y + to.height / 2 }),
    ]),
  ];
};

const allEdges = (scope: XmlNode): readonly XmlNode[] =>
  elementsOf(scope).flatMap((node) => (isEdge(node) ? [node] : isScope(node) ? allEdges(node) : []));

/** A plain diagram of a process, from left to right. */
export const layoutXml = (process: XmlNode): XmlNode => {
  const boxes = new Map<string, Box>();
  placeContent(process, { x: 0, y: 0 }, boxes);
  const shapes = [...boxes].map(([id, { x, y, width, height }]) =>
    xmlNode('bpmndi:BPMNShape', { id: `${id}_di`, bpmnElement: id }, [xmlNode('dc:Bounds', { x, y, width, height })]),
  );
  const edges = allEdges(process).flatMap((edge) => edgeXml(edge, boxes));
  const plane = xmlNode('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: idOf(process) }, [...shapes, ...edges]);
  return xmlNode('bpmndi:BPMNDiagram', { id: 'diagram' }, [plane]);
};

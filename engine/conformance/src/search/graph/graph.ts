import { bpmnProcess, type ProcessPath } from '@irisflow/bpmn';
import fc from 'fast-check';

const kinds = [
  'serviceTask',
  'userTask',
  'task',
  'timer',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'scriptTask',
] as const;

/** A circle of scripts deploys, and takes seconds until the engine stops it: they are rare. */
const kind = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...kinds.slice(0, -1)) },
  fc.constant<(typeof kinds)[number]>('scriptTask'),
);

interface Flow {
  /** The node it leads to, counted modulo the nodes. */
  readonly to: number;
  readonly when: number;
}

export interface Node {
  readonly kind: (typeof kinds)[number];
  readonly flows: readonly Flow[];
  /** Where a boundary timer leads, if there is one. */
  readonly late: { readonly to: number; readonly interrupting: boolean } | null;
}

/** Nodes that lead to each other as chance will have it: no blocks, no promise that anything ends. */
export type Graph = readonly Node[];

const target = fc.nat(11);

export const anyGraph: fc.Arbitrary<Graph> = fc.array(
  fc.record({
    kind,
    flows: fc.array(fc.record({ to: target, when: fc.nat(2) }), { maxLength: 3, size: 'max' }),
    late: fc.option(fc.record({ to: target, interrupting: fc.boolean() }), { freq: 3 }),
  }),
  { minLength: 3, maxLength: 12, size: 'max' },
);

const idOf = (graph: Graph, at: number): string => `node${at % graph.length}`;

const drawNode = (path: ProcessPath, id: string, { kind }: Node, stamp: string): void => {
  path.breakOff();
  if (kind === 'serviceTask') path.serviceTask(id, { type: stamp });
  else if (kind === 'scriptTask') path.scriptTask(id, { expression: '= c0 + 1', resultVariable: `set_${id}` });
  else if (kind === 'timer') path.catchEvent(id, { event: { timer: { duration: 'PT1H' } } });
  else path[kind](id);
};

const chooses = ({ kind, flows }: Node): boolean =>
  flows.length > 1 && (kind === 'exclusiveGateway' || kind === 'inclusiveGateway');

const drawFlows = (graph: Graph, path: ProcessPath, node: Node): void => {
  for (const [at, { to, when }] of node.flows.entries()) {
    const connect = (aside: ProcessPath) => aside.connectTo(idOf(graph, to));
    if (!chooses(node)) path.branch(connect);
    else if (at === 0) path.otherwise(connect);
    else path.when(`= c${when} > ${at}`, connect);
  }
};

const holdsBoundary = ({ kind }: Node): boolean => kind === 'serviceTask' || kind === 'userTask';

/** The BPMN file of a graph; its jobs have the stamp as their type. */
export const drawGraph = (graph: Graph, stamp: string): string => {
  const path = bpmnProcess(stamp).start();
  path.connectTo(idOf(graph, 0));
  for (const [at, node] of graph.entries()) drawNode(path, idOf(graph, at), node, stamp);
  for (const [at, node] of graph.entries()) {
    path.at(idOf(graph, at));
    const { late } = node;
    if (late !== null && holdsBoundary(node)) {
      const options = { event: { timer: { duration: 'PT2H' } }, interrupting: late.interrupting };
      path.boundary(`late${at}`, options, (aside) => aside.connectTo(idOf(graph, late.to)));
    }
    drawFlows(graph, path, node);
  }
  return path.toXml();
};

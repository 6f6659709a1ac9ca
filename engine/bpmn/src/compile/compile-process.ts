import { elementOf, elementsOf, extensionOf, textOf } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { ExecutableElement, ExecutableProcess, SequenceFlow } from '../graph.ts';
import type { ProblemLog } from '../problem-log.ts';
import { elementReaders } from './element-readers.ts';
import { startEventsOf } from './elements/scope.ts';
import type { FeelLeft } from './feel-left.ts';
import { freezeGraph } from './freeze-graph.ts';
import { outlineProcess } from './outline.ts';
import type { OutlineFlow, OutlineNode } from './outline.ts';
import { readFeelBody } from './read-expression.ts';
import { readExecutionListeners } from './read-listeners.ts';
import { readMappings } from './read-mappings.ts';
import { reportIgnoredExtensions } from './report-ignored-extensions.ts';
import type { CommonKey, Reading } from './reading.ts';

const readProperties = (element: ModdleElement): readonly { readonly name: string; readonly value: string }[] => {
  const container = extensionOf(element, 'zeebe:Properties');
  if (container === null) return [];
  return elementsOf(container, 'properties').map((property) => ({
    name: textOf(property, 'name') ?? '',
    value: textOf(property, 'value') ?? '',
  }));
};

const readCommon = (reading: Reading, node: OutlineNode): Pick<ExecutableElement, CommonKey> => ({
  index: node.index,
  id: node.id,
  name: textOf(node.source, 'name'),
  scope: node.scope,
  incoming: node.incoming,
  outgoing: node.outgoing,
  ...readMappings(reading, node.source),
  listeners: readExecutionListeners(reading, node),
  properties: readProperties(node.source),
});

const readElement = (reading: Reading, node: OutlineNode): ExecutableElement => {
  reportIgnoredExtensions(reading, node.source);
  const special = elementReaders[node.kind](reading, node);
  return { ...readCommon(reading, node), ...special };
};

const readFlow = (reading: Reading, flow: OutlineFlow): SequenceFlow => ({
  id: flow.id,
  index: flow.index,
  source: flow.source,
  target: flow.target,
  condition: readFeelBody(reading, flow.element, elementOf(flow.element, 'conditionExpression')),
});

/** A process as a graph, with `complete: false` when some of what was drawn could not become part of it. */
export interface CompiledProcess {
  readonly graph: ExecutableProcess;
  readonly complete: boolean;
}

/** Compiles one `bpmn:Process`; every problem of its single elements goes into the log. */
export const compileProcess = (process: ModdleElement, log: ProblemLog, feelLeft: FeelLeft): CompiledProcess | null => {
  const outline = outlineProcess(process, log);
  const [root] = outline.nodes;
  if (root === undefined) return null;
  const reading: Reading = { outline, log, feelLeft };
  const graph: ExecutableProcess = {
    id: root.id,
    name: textOf(process, 'name'),
    versionTag: textOf(extensionOf(process, 'zeebe:VersionTag') ?? process, 'value'),
    elements: outline.nodes.map((node) => readElement(reading, node)),
    indexById: new Map(outline.nodes.map((node) => [node.id, node.index])),
    flows: outline.flows.map((flow) => readFlow(reading, flow)),
    startEvents: startEventsOf(outline, root).map(({ index }) => index),
  };
  return { graph: freezeGraph(graph), complete: outline.complete };
};

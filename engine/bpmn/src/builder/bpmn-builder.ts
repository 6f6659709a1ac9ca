import { cursorAt } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { eventSteps } from './event-steps.ts';
import { commonExtensions, extension, extensionElements } from './extensions.ts';
import { gatewaySteps } from './gateway-steps.ts';
import { layoutXml } from './layout-xml.ts';
import { createDraft, freshId } from './model-draft.ts';
import type { ModelDraft } from './model-draft.ts';
import type { ProcessOptions, XmlOptions } from './options.ts';
import type { DrawPath, ProcessPath } from './process-path.ts';
import { scopeSteps } from './scope-steps.ts';
import { taskSteps } from './task-steps.ts';
import { writeXml, xmlNode } from './xml-node.ts';
import type { XmlNode } from './xml-node.ts';

const pathFrom = (cursor: Cursor): ProcessPath => {
  const path = {} as ProcessPath;
  return Object.assign(
    path,
    eventSteps(cursor, path),
    taskSteps(cursor, path),
    gatewaySteps(cursor, path, pathFrom),
    scopeSteps(cursor, path, pathFrom),
    { toXml: (options: XmlOptions = {}) => modelXml(cursor.draft, options) },
  );
};

const laneSets = (draft: ModelDraft, { lanes }: ProcessOptions): readonly XmlNode[] => {
  if (lanes === undefined) return [];
  const drawn = Object.entries(lanes).map(([name, ids]) =>
    xmlNode(
      'bpmn:lane',
      { id: freshId(draft, 'lane'), name },
      ids.map((id) => xmlNode('bpmn:flowNodeRef', {}, [id])),
    ),
  );
  return [xmlNode('bpmn:laneSet', { id: freshId(draft, 'lanes') }, drawn)];
};

const drawProcess = (draft: ModelDraft, id: string, options: ProcessOptions): ProcessPath => {
  const extensions = [...extension('zeebe:versionTag', { value: options.versionTag }), ...commonExtensions(options)];
  const attributes = { id, name: options.name, isExecutable: options.executable ?? true };
  const scope = xmlNode('bpmn:process', attributes, [...extensionElements(extensions), ...laneSets(draft, options)]);
  draft.processes.push(scope);
  if (options.pool !== undefined) {
    const pool = { id: freshId(draft, 'pool'), name: options.pool, processRef: id };
    draft.participants.push(xmlNode('bpmn:participant', pool));
  }
  return pathFrom(cursorAt(draft, scope, null));
};

const namespaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:zeebe': 'http://camunda.org/schema/zeebe/1.0',
};

const definitionsXml = (draft: ModelDraft, { layout = 'none' }: XmlOptions): XmlNode =>
  xmlNode('bpmn:definitions', { ...namespaces, id: 'definitions', targetNamespace: 'http://bpmn.io/schema/bpmn' }, [
    ...(draft.participants.length === 0
      ? []
      : [xmlNode('bpmn:collaboration', { id: 'collaboration' }, draft.participants)]),
    ...draft.processes,
    ...draft.roots.values(),
    ...(layout === 'none' ? [] : draft.processes.slice(0, 1).map(layoutXml)),
  ]);

const modelXml = (draft: ModelDraft, options: XmlOptions): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(definitionsXml(draft, options))}`;

/** A file of several processes. */
export interface ModelBuilder {
  process(id: string, draw: DrawPath, options?: ProcessOptions): ModelBuilder;
  toXml(options?: XmlOptions): string;
}

/** Builds a BPMN file of any number of processes. */
export const bpmnModel = (): ModelBuilder => {
  const draft = createDraft();
  const model: ModelBuilder = {
    process: (id, draw, options = {}) => {
      draw(drawProcess(draft, id, options));
      return model;
    },
    toXml: (options = {}) => modelXml(draft, options),
  };
  return model;
};

/**
 * Draws a BPMN file of one process, for tests and examples; `toXml` at any point answers the whole file.
 *
 * @example
 * bpmnProcess('permit')
 *   .start()
 *   .serviceTask('check', { type: 'check-address' })
 *   .exclusiveGateway('known')
 *   .when('= found', (known) => known.userTask('decide').end())
 *   .otherwise((unknown) => unknown.end('refused'))
 *   .toXml();
 */
export const bpmnProcess = (id: string, options: ProcessOptions = {}): ProcessPath =>
  drawProcess(createDraft(), id, options);

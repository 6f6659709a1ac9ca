import { isTrue } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

import type { ElementKind } from '../graph.ts';

const kindByType: ReadonlyMap<string, ElementKind> = new Map<string, ElementKind>([
  ['bpmn:AdHocSubProcess', 'adHocSubProcess'],
  ['bpmn:CallActivity', 'callActivity'],
  ['bpmn:ServiceTask', 'serviceTask'],
  ['bpmn:SendTask', 'sendTask'],
  ['bpmn:ScriptTask', 'scriptTask'],
  ['bpmn:BusinessRuleTask', 'businessRuleTask'],
  ['bpmn:UserTask', 'userTask'],
  ['bpmn:ReceiveTask', 'receiveTask'],
  ['bpmn:ManualTask', 'manualTask'],
  ['bpmn:Task', 'undefinedTask'],
  ['bpmn:ExclusiveGateway', 'exclusiveGateway'],
  ['bpmn:ParallelGateway', 'parallelGateway'],
  ['bpmn:InclusiveGateway', 'inclusiveGateway'],
  ['bpmn:EventBasedGateway', 'eventBasedGateway'],
  ['bpmn:StartEvent', 'startEvent'],
  ['bpmn:IntermediateCatchEvent', 'intermediateCatchEvent'],
  ['bpmn:IntermediateThrowEvent', 'intermediateThrowEvent'],
  ['bpmn:EndEvent', 'endEvent'],
  ['bpmn:BoundaryEvent', 'boundaryEvent'],
]);

/** Drawn for people; they mean nothing to the engine. */
const withoutMeaning: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

/** What a flow element is to the engine: a kind, nothing at all, or something it does not run. */
export const kindOf = (element: ModdleElement): ElementKind | 'ignored' | 'unsupported' => {
  if (element.$type === 'bpmn:SubProcess')
    return isTrue(element, 'triggeredByEvent') ? 'eventSubProcess' : 'subProcess';
  if (withoutMeaning.has(element.$type)) return 'ignored';
  return kindByType.get(element.$type) ?? 'unsupported';
};

const activityKinds: ReadonlySet<ElementKind> = new Set<ElementKind>([
  'subProcess',
  'adHocSubProcess',
  'callActivity',
  'serviceTask',
  'sendTask',
  'scriptTask',
  'businessRuleTask',
  'userTask',
  'receiveTask',
  'manualTask',
  'undefinedTask',
]);

/** Activities may carry boundary events, loop, and be compensated. */
export const isActivity = (kind: ElementKind): boolean => activityKinds.has(kind);

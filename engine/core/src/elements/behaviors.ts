import type { ExecutableElement } from '@irisflow/bpmn';
import type { Behaviors, ElementBehavior } from '../run/behavior.ts';
import { multiInstanceBehavior } from '../loops/multi-instance.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { adHocInnerBehavior, adHocSubProcessBehavior } from './ad-hoc-sub-process.ts';
import { callActivityBehavior } from './call-activity.ts';
import { eventBasedGatewayBehavior } from './event-based-gateway.ts';
import {
  boundaryEventBehavior,
  catchEventBehavior,
  endEventBehavior,
  startEventBehavior,
  throwEventBehavior,
} from './events.ts';
import { exclusiveGatewayBehavior } from './exclusive-gateway.ts';
import { inclusiveGatewayBehavior } from './inclusive-gateway.ts';
import { parallelGatewayBehavior } from './parallel-gateway.ts';
import { passThroughTaskBehavior } from './pass-through-task.ts';
import { processBehavior } from './process.ts';
import { receiveTaskBehavior } from './receive-task.ts';
import { eventSubProcessBehavior, subProcessBehavior } from './sub-process.ts';
import { userTaskBehavior } from './user-task.ts';
import { workTaskBehavior } from './work-task.ts';

const behaviors: Behaviors = {
  process: processBehavior,
  subProcess: subProcessBehavior,
  eventSubProcess: eventSubProcessBehavior,
  adHocSubProcess: adHocSubProcessBehavior,
  callActivity: callActivityBehavior,
  serviceTask: workTaskBehavior,
  sendTask: workTaskBehavior,
  scriptTask: workTaskBehavior,
  businessRuleTask: workTaskBehavior,
  userTask: userTaskBehavior,
  receiveTask: receiveTaskBehavior,
  manualTask: passThroughTaskBehavior,
  undefinedTask: passThroughTaskBehavior,
  exclusiveGateway: exclusiveGatewayBehavior,
  inclusiveGateway: inclusiveGatewayBehavior,
  parallelGateway: parallelGatewayBehavior,
  eventBasedGateway: eventBasedGatewayBehavior,
  startEvent: startEventBehavior,
  intermediateCatchEvent: catchEventBehavior,
  intermediateThrowEvent: throwEventBehavior,
  endEvent: endEventBehavior,
  boundaryEvent: boundaryEventBehavior,
};

/** What is special about an element; the instance tells wrappers from what they wrap. */
export const behaviorOf = (
  element: ExecutableElement,
  instance: ElementInstance | null,
): ElementBehavior<ExecutableElement> => {
  if (instance?.type === 'MULTI_INSTANCE_BODY') return multiInstanceBehavior;
  if (instance?.type === 'AD_HOC_SUB_PROCESS_INNER_INSTANCE') {
    return adHocInnerBehavior as ElementBehavior<ExecutableElement>;
  }
  return behaviors[element.kind] as ElementBehavior<ExecutableElement>;
};

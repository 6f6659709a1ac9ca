import type { ElementKind } from '../graph.ts';
import { readAdHocSubProcess } from './elements/ad-hoc-sub-process.ts';
import { readCallActivity } from './elements/call-activity.ts';
import { readBoundaryEvent, readCatchEvent, readEndEvent, readStartEvent, readThrowEvent } from './elements/event.ts';
import { readEventSubProcess } from './elements/event-sub-process.ts';
import {
  readEventBasedGateway,
  readExclusiveGateway,
  readInclusiveGateway,
  readParallelGateway,
} from './elements/gateway.ts';
import { readManualTask, readUndefinedTask } from './elements/pass-through-task.ts';
import { readReceiveTask } from './elements/receive-task.ts';
import { readProcess, readSubProcess } from './elements/scope.ts';
import { readUserTask } from './elements/user-task.ts';
import { readBusinessRuleTask, readScriptTask, readSendTask, readServiceTask } from './elements/work-task.ts';
import type { ElementReader } from './reading.ts';

/** How to read what is special about each kind of element. */
export const elementReaders: { readonly [K in ElementKind]: ElementReader<K> } = {
  process: readProcess,
  subProcess: readSubProcess,
  eventSubProcess: readEventSubProcess,
  adHocSubProcess: readAdHocSubProcess,
  callActivity: readCallActivity,
  serviceTask: readServiceTask,
  sendTask: readSendTask,
  scriptTask: readScriptTask,
  businessRuleTask: readBusinessRuleTask,
  userTask: readUserTask,
  receiveTask: readReceiveTask,
  manualTask: readManualTask,
  undefinedTask: readUndefinedTask,
  exclusiveGateway: readExclusiveGateway,
  parallelGateway: readParallelGateway,
  inclusiveGateway: readInclusiveGateway,
  eventBasedGateway: readEventBasedGateway,
  startEvent: readStartEvent,
  intermediateCatchEvent: readCatchEvent,
  intermediateThrowEvent: readThrowEvent,
  endEvent: readEndEvent,
  boundaryEvent: readBoundaryEvent,
};

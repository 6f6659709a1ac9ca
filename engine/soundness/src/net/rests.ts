import type { ExecutableElement } from '@irisflow/bpmn';

type RestRule<Kind extends ExecutableElement['kind']> = (
  element: Extract<ExecutableElement, { kind: Kind }>,
) => boolean;

const always = (): boolean => true;
const never = (): boolean => false;
const throws = ({ job, event }: Extract<ExecutableElement, { kind: 'intermediateThrowEvent' | 'endEvent' }>): boolean =>
  job !== null || event.kind === 'compensation';

const rules: { readonly [Kind in ExecutableElement['kind']]: RestRule<Kind> } = {
  process: never,
  subProcess: always,
  eventSubProcess: always,
  adHocSubProcess: always,
  callActivity: always,
  serviceTask: always,
  sendTask: always,
  scriptTask: always,
  businessRuleTask: always,
  userTask: always,
  receiveTask: always,
  manualTask: always,
  undefinedTask: always,
  exclusiveGateway: never,
  parallelGateway: never,
  inclusiveGateway: never,
  eventBasedGateway: always,
  startEvent: never,
  intermediateCatchEvent: ({ event }) => event.kind !== 'none' && event.kind !== 'link',
  intermediateThrowEvent: throws,
  endEvent: throws,
  boundaryEvent: never,
};

/** Whether a token stays at the element for a while; at everything else it waits on the flow before it. */
export const rests = (element: ExecutableElement): boolean =>
  (rules[element.kind] as RestRule<typeof element.kind>)(element);

/** Whether the engine finishes the activity in the moment it begins, so that nothing can happen to it meanwhile. */
export const isInstant = (element: ExecutableElement): boolean => {
  if (element.listeners.some(({ eventType }) => eventType === 'end')) return false;
  if ('work' in element) return element.work.kind !== 'job';
  return element.kind === 'manualTask' || element.kind === 'undefinedTask';
};

import { isTrue } from '@irisflow/xml';
import type { ModdleElement } from '@irisflow/xml';

/** What decides how a process runs; lanes, data, artifacts and everything around processes are for people. */
const running = [
  'bpmn:Process',
  'bpmn:FlowNode',
  'bpmn:SequenceFlow',
  'bpmn:EventDefinition',
  'bpmn:LoopCharacteristics',
  'bpmn:Expression',
];

/** What processes wait for and throw stands beside them. */
const exchanged: ReadonlySet<string> = new Set(['bpmn:Message', 'bpmn:Signal', 'bpmn:Error', 'bpmn:Escalation']);

/** References that the compiler follows; it finds the flows of a node by their ends. */
const followed: ReadonlySet<string> = new Set([
  'sourceRef',
  'targetRef',
  'default',
  'attachedToRef',
  'messageRef',
  'signalRef',
  'errorRef',
  'escalationRef',
  'activityRef',
  'eventDefinitionRef',
]);

const isOf = (element: ModdleElement, type: string): boolean => element.$instanceOf?.(type) ?? false;

const around = (element: ModdleElement): readonly ModdleElement[] => {
  const found: ModdleElement[] = [];
  for (let at: ModdleElement | undefined = element; at !== undefined; at = at.$parent) found.push(at);
  return found;
};

/** Says whether an element decides how an executable process of the file runs. */
export const playsPart = (element: ModdleElement): boolean => {
  const [self, ...outer] = around(element);
  if (self === undefined) return false;
  if ([self, ...outer].some(({ $type }) => exchanged.has($type))) return true;
  const process = [self, ...outer].find(({ $type }) => $type === 'bpmn:Process');
  if (process === undefined || !isTrue(process, 'isExecutable')) return false;
  return self.$type.startsWith('zeebe:') || running.some((type) => isOf(self, type));
};

/** A message that is sent is a worker's job; what the model calls it is a label. */
const isLabel = (element: ModdleElement, property: string): boolean =>
  property === 'messageRef' &&
  (element.$type === 'bpmn:SendTask' || (element.$parent !== undefined && isOf(element.$parent, 'bpmn:ThrowEvent')));

/** Says whether a reference decides how an executable process of the file runs. */
export const referencePlaysPart = (element: ModdleElement, property: string): boolean =>
  followed.has(property) && playsPart(element) && !isLabel(element, property);

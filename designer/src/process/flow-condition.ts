import type Modeler from 'bpmn-js/lib/Modeler';
import type { FlowElement } from './modeler/neighbor.ts';

interface FlowObject {
  conditionExpression?: { body?: string };
  sourceRef?: { $type: string; default?: unknown; outgoing?: readonly unknown[] };
}

const flowOf = ({ businessObject }: FlowElement): FlowObject => businessObject as unknown as FlowObject;

/** Whether an element is a flow out of a place where the process chooses. */
export const isChosenFlow = (element: FlowElement): boolean => {
  if (element.type !== 'bpmn:SequenceFlow') return false;
  const { sourceRef, conditionExpression } = flowOf(element);
  const isChoice = /^bpmn:(?:Exclusive|Inclusive)Gateway$/.test(sourceRef?.$type ?? '');
  return (isChoice && (sourceRef?.outgoing ?? []).length > 1) || conditionExpression !== undefined;
};

/** FEEL of the condition of a flow, without its `=`; empty where it has none. */
export const conditionOf = (element: FlowElement): string =>
  (flowOf(element).conditionExpression?.body ?? '').replace(/^\s*=\s*/, '');

/** Whether the process goes this way when no condition holds. */
export const isDefaultFlow = (element: FlowElement): boolean =>
  flowOf(element).sourceRef?.default === element.businessObject;

interface Modeling {
  updateProperties(element: FlowElement, properties: object): void;
}
interface CommandStack {
  execute(command: string, context: object): void;
}

/** Writes the condition of a flow as one undoable step; an empty one is taken out. */
export const setCondition = (modeler: Modeler, element: FlowElement, feel: string): void => {
  const factory = modeler.get<{ create(type: string, properties: object): object }>('bpmnFactory');
  const conditionExpression =
    feel.trim() === '' ? undefined : factory.create('bpmn:FormalExpression', { body: `= ${feel}` });
  modeler.get<Modeling>('modeling').updateProperties(element, { conditionExpression });
};

/** Says that the process goes this way when no condition holds, or no longer; a default has no condition of its own. */
export const setDefault = (modeler: Modeler, element: FlowElement, isDefault: boolean): void => {
  const { source } = element;
  if (source === undefined) return;
  const update = (of: FlowElement, properties: object) => ({
    cmd: 'element.updateProperties',
    context: { element: of, properties },
  });
  const asDefault = update(source, { default: isDefault ? element.businessObject : undefined });
  const plain = isDefault ? [update(element, { conditionExpression: undefined })] : [];
  modeler.get<CommandStack>('commandStack').execute('properties-panel.multi-command-executor', [asDefault, ...plain]);
};

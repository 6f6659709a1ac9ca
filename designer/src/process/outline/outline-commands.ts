import type Modeler from 'bpmn-js/lib/Modeler';
import type { AskedRemoval } from '../modeler/asked-removal.ts';
import type { FlowElement } from '../modeler/neighbor.ts';
import { addEventSubProcess } from './add-event-sub-process.ts';
import { flowToStandIn, insertBetween, type Bounds } from './insert-between.ts';

/** Not a type of its own in BPMN: a sub-process that an event begins. */
const eventSubProcess = 'bpmn:EventSubProcess';

/** What may be appended from the outline, in the order of the menu. */
export const appendableTypes = [
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:BusinessRuleTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:ScriptTask',
  'bpmn:CallActivity',
  'bpmn:SubProcess',
  eventSubProcess,
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:EventBasedGateway',
  'bpmn:EndEvent',
] as const;
export type AppendableType = (typeof appendableTypes)[number];

interface Modeling {
  updateLabel(element: FlowElement, text: string): void;
}

type Shape = FlowElement & Bounds;

/** The edits the outline offers; each is one undoable step of the modeler. */
export const outlineCommands = (modeler: Modeler) => {
  const find = (id: string) => modeler.get<{ get(id: string): FlowElement | undefined }>('elementRegistry').get(id);
  const modeling = modeler.get<Modeling>('modeling');
  const selection = modeler.get<{ select(element: FlowElement): void }>('selection');
  const reveal = (element: FlowElement): void => {
    selection.select(element);
    modeler.get<{ scrollToElement(element: FlowElement): void }>('canvas').scrollToElement(element);
  };
  return {
    select(id: string): void {
      const element = find(id);
      if (element !== undefined) reveal(element);
    },
    rename(id: string, name: string): void {
      const element = find(id);
      if (element !== undefined && element.businessObject.name !== name) modeling.updateLabel(element, name);
    },
    /** Answers whether it is gone: somebody may have been asked, and said no. */
    async remove(id: string): Promise<boolean> {
      const element = find(id);
      return element !== undefined && modeler.get<AskedRemoval>('askedRemoval').remove([element]);
    },
    /** Puts a step after another one, between it and what follows where that is one thing; answers the id of the new one. */
    append(id: string, type: AppendableType): string | null {
      const source = find(id);
      if (source === undefined) return null;
      if (type === eventSubProcess) {
        const handling = addEventSubProcess(modeler, source);
        if (handling !== null) reveal(handling);
        return handling?.id ?? null;
      }
      const shape = modeler
        .get<{ createShape(attributes: object): Shape }>('elementFactory')
        .createShape({ type, ...(type === 'bpmn:SubProcess' ? { isExpanded: true } : {}) });
      const flow = flowToStandIn(source, type);
      if (flow === null)
        modeler
          .get<{ append(source: FlowElement, shape: FlowElement): FlowElement }>('autoPlace')
          .append(source, shape);
      else insertBetween(modeler, flow, shape);
      reveal(shape);
      return shape.id;
    },
  };
};
export type OutlineCommands = ReturnType<typeof outlineCommands>;

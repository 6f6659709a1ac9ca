import type Modeler from 'bpmn-js/lib/Modeler';
import type { FlowElement } from '../modeler/neighbor.ts';
import type { Bounds } from './insert-between.ts';

type Shape = FlowElement & Bounds;

interface ElementFactory {
  createShape(attributes: object): Shape;
}

interface Modeling {
  createElements(
    elements: readonly FlowElement[],
    center: { readonly x: number; readonly y: number },
    scope: FlowElement,
  ): readonly FlowElement[];
}

/** Between what is there and what begins by itself beneath it, in pixels of the drawing. */
const gap = 60;
const startsAt = { x: 40, y: 82 };

/** The room that the steps of a scope take. */
const boundsWithin = (scope: FlowElement): Bounds => {
  const shapes = (scope.children ?? []).filter((child): child is Shape => child.x !== undefined);
  const [x, y] = [Math.min(...shapes.map((shape) => shape.x)), Math.min(...shapes.map((shape) => shape.y))];
  const right = Math.max(...shapes.map((shape) => shape.x + shape.width));
  const bottom = Math.max(...shapes.map((shape) => shape.y + shape.height));
  return { x, y, width: right - x, height: bottom - y };
};

/** Draws a sub-process that an event begins beneath all that is in the scope of a step, with its start; no flow leads to it. */
export const addEventSubProcess = (modeler: Modeler, beside: FlowElement): FlowElement | null => {
  const scope = beside.parent;
  if (scope === undefined) return null;
  const factory = modeler.get<ElementFactory>('elementFactory');
  const shape = factory.createShape({
    type: 'bpmn:SubProcess',
    triggeredByEvent: true,
    isExpanded: true,
    x: 0,
    y: 0,
  });
  const start = factory.createShape({ type: 'bpmn:StartEvent', ...startsAt, parent: shape });
  const taken = boundsWithin(scope);
  const center = { x: taken.x + shape.width / 2, y: taken.y + taken.height + gap + shape.height / 2 };
  modeler.get<Modeling>('modeling').createElements([shape, start], center, scope);
  return shape;
};

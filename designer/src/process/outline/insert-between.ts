import type Modeler from 'bpmn-js/lib/Modeler';
import type { FlowElement } from '../modeler/neighbor.ts';

/** A place on the drawing, in its pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Adjustments {
  readonly movingShapes: readonly FlowElement[];
  readonly resizingShapes: readonly FlowElement[];
}

interface SpaceTool {
  calculateAdjustments(elements: readonly FlowElement[], axis: 'x', delta: number, start: number): Adjustments;
}

interface CommandStack {
  execute(command: string, context: object): void;
}

/** Between two steps there is as much room as the drawing gives to what is appended. */
const gap = 50;

/** The flow in which a new step stands when it comes after another one; null where it begins a way of its own. */
export const flowToStandIn = (source: FlowElement, type: string): FlowElement | null => {
  // A gateway has a way more with each step after it, and nothing comes after an end.
  if (source.type.endsWith('Gateway') || type === 'bpmn:EndEvent') return null;
  const flows = (source.outgoing ?? []).filter((flow) => flow.type === 'bpmn:SequenceFlow');
  return flows.length === 1 ? (flows[0] ?? null) : null;
};

const boundsOf = ({ x = 0, y = 0, ...element }: FlowElement): Bounds => {
  const { width, height } = element as unknown as Bounds;
  return { x, y, width, height };
};

/** Puts a step into a flow: what comes after moves on as far as it has to. One step back undoes all of it. */
export const insertBetween = (modeler: Modeler, flow: FlowElement, shape: FlowElement & Bounds): void => {
  const { source, target } = flow;
  if (source === undefined || target === undefined) return;
  const before = boundsOf(source);
  const end = before.x + before.width;
  const isForward = boundsOf(target).x >= end;
  const missing = isForward ? Math.max(0, end + shape.width + 2 * gap - boundsOf(target).x) : 0;
  const all = modeler.get<{ filter(keep: (element: FlowElement) => boolean): FlowElement[] }>('elementRegistry');
  const root = modeler.get<{ getRootElement(): FlowElement }>('canvas').getRootElement();
  const moved = modeler.get<SpaceTool>('spaceTool').calculateAdjustments(
    all.filter((element) => element !== root),
    'x',
    missing,
    end,
  );
  const position = { x: end + gap + shape.width / 2, y: before.y + before.height / 2 };
  modeler
    .get<CommandStack>('commandStack')
    .execute('properties-panel.multi-command-executor', [
      ...(missing === 0
        ? []
        : [{ cmd: 'spaceTool', context: { ...moved, delta: { x: missing, y: 0 }, direction: 'e', start: end } }]),
      { cmd: 'shape.create', context: { shape, position, parent: flow, hints: {} } },
    ]);
};

import { expect, test } from 'vitest';
import { neighbor, type FlowElement } from './neighbor.ts';

const shape = (id: string, x: number, y: number): FlowElement => ({
  id,
  type: id === 'start' ? 'bpmn:StartEvent' : 'bpmn:Task',
  x,
  y,
  incoming: [],
  outgoing: [],
  businessObject: { $type: 'bpmn:Task' },
});

/** start -> a -> end, with b below a. */
const diagram = () => {
  const [start, a, b, end] = [shape('start', 0, 50), shape('a', 100, 50), shape('b', 100, 150), shape('end', 200, 50)];
  const root = { ...shape('p', 0, 0), type: 'bpmn:Process', children: [end, b, a, start] };
  const connect = (source: FlowElement, target: FlowElement): FlowElement => {
    const flow = { ...shape(`${source.id}-${target.id}`, 0, 0), type: 'bpmn:SequenceFlow', source, target };
    source.outgoing?.push(flow);
    target.incoming?.push(flow);
    return flow;
  };
  connect(start, a);
  const flow = connect(a, end);
  for (const child of [start, a, b, end]) child.parent = root;
  return { root, start, a, b, end, flow };
};

test('the walk begins at the start event', () => {
  const { root, start } = diagram();
  expect(neighbor(null, 'next', root)).toBe(start);
});

test('it follows the flow and comes back', () => {
  const { root, start, a, end } = diagram();
  expect(neighbor(a, 'next', root)).toBe(end);
  expect(neighbor(a, 'previous', root)).toBe(start);
  expect(neighbor(end, 'next', root)).toBeNull();
});

test('from a flow it goes to either end', () => {
  const { root, a, end, flow } = diagram();
  expect([neighbor(flow, 'previous', root), neighbor(flow, 'next', root)]).toEqual([a, end]);
});

test('up and down go through the scope from top to bottom', () => {
  const { root, b, end } = diagram();
  expect(neighbor(end, 'below', root)).toBe(b);
  expect(neighbor(b, 'below', root)).toBeNull();
  expect(neighbor(b, 'above', root)).toBe(end);
});

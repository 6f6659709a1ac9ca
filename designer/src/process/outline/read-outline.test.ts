import { expect, test } from 'vitest';
import type { FlowElement } from '../modeler/neighbor.ts';
import { readOutline } from './read-outline.ts';

type Shape = FlowElement & { attachers: Shape[]; host?: Shape };

const shape = (id: string, type: string, x = 0): Shape => ({
  id,
  type: `bpmn:${type}`,
  x,
  y: 0,
  incoming: [],
  outgoing: [],
  attachers: [],
  children: [],
  businessObject: { $type: `bpmn:${type}`, name: id.toUpperCase() },
});

const connect = (source: Shape, target: Shape, label = ''): Shape => {
  const flow = { id: `${source.id}-${target.id}`, type: 'bpmn:SequenceFlow', source, target } as unknown as Shape;
  flow.businessObject = { $type: 'bpmn:SequenceFlow', name: label };
  source.outgoing?.push(flow);
  target.incoming?.push(flow);
  return flow;
};

test('steps come in the order of the flow, not of the drawing', () => {
  const [start, review, end] = [
    shape('start', 'StartEvent', 50),
    shape('review', 'UserTask', 10),
    shape('end', 'EndEvent', 5),
  ];
  const flows = [connect(start, review), connect(review, end, 'granted')];
  const root = shape('p', 'Process');
  root.children = [end, review, start, ...flows];

  const outline = readOutline(root);

  expect(outline.map((item) => item.id)).toEqual(['start', 'review', 'end']);
  expect(outline[1]?.exits).toEqual([{ id: 'review-end', label: 'granted', target: 'END' }]);
});

test('boundary events and steps of a sub-process are one level deeper', () => {
  const [sub, inner, timer, after] = [
    shape('sub', 'SubProcess'),
    shape('inner', 'UserTask'),
    shape('timer', 'BoundaryEvent'),
    shape('after', 'EndEvent', 90),
  ];
  sub.children = [inner];
  sub.attachers = [timer];
  timer.host = sub;
  const root = shape('p', 'Process');
  root.children = [sub, timer, after, connect(timer, after)];

  expect(readOutline(root).map((item) => [item.id, item.depth])).toEqual([
    ['sub', 0],
    ['timer', 1],
    ['inner', 1],
    ['after', 0],
  ]);
});

import { expect, test } from 'vitest';
import { lengthOf, pointAlong } from './polyline.ts';
import { tokenPlace, tokenTrack, type DrawnElement } from './token-places.ts';

const corner = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 50 },
];

test('a line is as long as its parts, and one never leaves it', () => {
  expect(lengthOf(corner)).toBe(150);
  expect([0, 40, 120, 999, -5].map((far) => pointAlong(corner, far))).toEqual([
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 100, y: 20 },
    { x: 100, y: 50 },
    { x: 0, y: 0 },
  ]);
  expect(pointAlong([], 1)).toBeNull();
});

const businessObject = { $type: 'bpmn:Task' };
const task: DrawnElement = { id: 'task', type: 'bpmn:Task', businessObject, x: 100, y: 30, width: 100, height: 80 };
const flow: DrawnElement = { id: 'flow', type: 'bpmn:SequenceFlow', businessObject, waypoints: corner, target: task };

test('a token rests below the text of a step, in the middle of a gateway, and before the end of a flow', () => {
  expect(tokenPlace(task)).toEqual({ x: 150, y: 96 });
  expect(tokenPlace({ ...task, type: 'bpmn:ParallelGateway' })).toEqual({ x: 150, y: 70 });
  expect(tokenPlace(flow)?.y).toBeCloseTo(28);
});

test('a token runs into the step behind a flow, or stops before it', () => {
  expect(tokenTrack(flow, ['task']).at(-1)).toEqual({ x: 150, y: 96 });
  expect(tokenTrack(flow, ['flow']).at(-1)?.y).toBeCloseTo(28);
});

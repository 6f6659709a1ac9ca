import { expect, test } from 'vitest';
import { affectedSteps } from './running-effect.ts';

test('cases that wait at a step that changes are told, those elsewhere and those of the process as a whole are not', () => {
  const count = (elementId: string, active: number) => ({ elementId, active, completed: 0, canceled: 0, incidents: 0 });
  const element = (elementId: string, kind: 'added' | 'changed' | 'removed', type = 'userTask') =>
    ({ elementId, kind, type, name: elementId.toUpperCase(), aspects: [] }) as const;
  const changes = [
    {
      path: 'p.bpmn',
      kind: 'changed',
      content: '',
      linesAdded: 1,
      linesRemoved: 1,
      elements: [
        element('a', 'changed'),
        element('b', 'removed'),
        element('p', 'changed', 'process'),
        element('c', 'added'),
      ],
    },
  ] as const;

  expect(affectedSteps(changes, [count('a', 1), count('b', 4), count('p', 9), count('c', 2), count('d', 3)])).toEqual([
    { elementId: 'b', name: 'B', kind: 'removed', cases: 4 },
    { elementId: 'a', name: 'A', kind: 'changed', cases: 1 },
  ]);
});

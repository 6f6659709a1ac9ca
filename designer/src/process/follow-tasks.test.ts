import { expect, test } from 'vitest';
import { followNames, followTasks, type DescribedTasks, type DrawnTasks, type Followed } from './follow-tasks.ts';

const [instruct, validate] = [{}, {}];
const name = { fr: 'x', nl: 'x', en: 'x' };
const tasks: DescribedTasks = {
  instruct: { name, form: 'instruct', separateFrom: [] },
  validate: { name, form: 'validate', separateFrom: ['instruct'] },
};
const drawn: DrawnTasks = new Map([
  [instruct, 'instruct'],
  [validate, 'validate'],
]);
const start: Followed = { tasks, left: new Map() };

test('a task that is renamed keeps its form, and who may not do the next one', () => {
  const after = new Map([...drawn, [instruct, 'examine']] as const);
  const followed = followTasks(drawn, after, start);
  expect(Object.keys(followed.tasks)).toEqual(['examine', 'validate']);
  expect(followed.tasks['examine']?.form).toBe('instruct');
  expect(followed.tasks['validate']?.separateFrom).toEqual(['examine']);
});

test('a task that is deleted leaves nothing behind, and has all of it again when that is undone', () => {
  const without = new Map([[validate, 'validate']]);
  const followed = followTasks(drawn, without, start);
  expect(followed.tasks).toEqual({ validate: { ...tasks['validate'], separateFrom: [] } });

  const undone = followTasks(without, drawn, followed);
  expect(undone.tasks).toEqual(tasks);
});

test('a task that becomes another kind of user task stays what it was', () => {
  const replaced = new Map<object, string>([
    [{}, 'instruct'],
    [validate, 'validate'],
  ]);
  expect(followTasks(drawn, replaced, start).tasks).toEqual(tasks);
});

test('a task without a description changes nothing', () => {
  const fresh = {};
  const added = new Map([...drawn, [fresh, 'Activity_1']] as const);
  const followed = followTasks(drawn, added, start);
  expect(followed.tasks).toEqual(tasks);
  expect(followTasks(added, drawn, followed).tasks).toEqual(tasks);
});

const called = { names: { instruct: 'a', validate: 'b', elsewhere: 'c' }, left: new Map() };

test('the names of a step follow it when it gets another id, go with it, and come back when that is undone', () => {
  const renamed = new Map([[instruct, 'examine']]);
  const followed = followNames(drawn, renamed, called);
  expect(followed.names).toEqual({ examine: 'a', elsewhere: 'c' });

  const undone = followNames(renamed, drawn, followed);
  expect(undone.names).toEqual(called.names);
});

test('a step that becomes another kind of step keeps its names', () => {
  const replaced = new Map<object, string>([
    [{}, 'instruct'],
    [validate, 'validate'],
  ]);
  expect(followNames(drawn, replaced, called).names).toEqual(called.names);
});

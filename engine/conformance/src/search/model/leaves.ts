import fc from 'fast-check';
import type { Activity, AdHoc, Block, Choice, Code, Finish, Outer, Repeat, Thrown, Trigger } from './block.ts';

export const id = fc.constant('');
export const choice = fc.constantFrom<Choice>('c0', 'c1', 'c2');
const code = fc.constantFrom<Code>('A', 'A', 'B');
const caught = fc.constantFrom<Code | null>('A', 'B', null, null);
export const outer = fc.constantFrom<Outer>('timer', 'message', 'signal', 'condition');

export const rarely = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(arbitrary, { freq: 2, nil: null });

export const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.record({ on: outer }),
  fc.record({ on: fc.constantFrom('error', 'escalation'), code: caught }),
);

const alarm = fc.record({ event: fc.constant('signal'), rank: fc.nat(9), to: id });

const thrown: fc.Arbitrary<Thrown> = fc.oneof(
  alarm,
  fc.record({ event: fc.constant('escalation'), code }),
  fc.record({ event: fc.constant('compensation') }),
);

export const failure: fc.Arbitrary<Extract<Finish, { readonly code: Code }>> = fc.record({
  event: fc.constantFrom('error', 'escalation'),
  code,
});

const finish: fc.Arbitrary<Finish> = fc.oneof(
  fc.record({ event: fc.constantFrom('none', 'terminate', 'compensation') }),
  failure,
  alarm,
);

export const repeat: fc.Arbitrary<Repeat> = fc.record({
  items: fc.nat(4),
  mode: fc.constantFrom('parallel', 'sequential'),
  enough: fc.constantFrom(0, 0, 1, 2),
  collects: fc.constantFrom('item', 'result', 'nothing'),
});

export const adHoc: fc.Arbitrary<AdHoc> = fc.record({
  kind: fc.constant('adHoc'),
  jobs: fc.integer({ min: 1, max: 3 }),
  stops: fc.option(choice, { nil: null }),
  rest: fc.constantFrom('canceled', 'awaited'),
});

/** Work without a wait state must not race with a condition that ends the loop. */
export const settled = (activity: Activity): Activity =>
  activity.repeat !== null && activity.repeat.mode === 'parallel' && 'content' in activity.work
    ? { ...activity, repeat: { ...activity.repeat, enough: 0 } }
    : activity;

export const task = fc.constantFrom('serviceTask', 'sendTask', 'scriptTask', 'businessRuleTask');

export const plainJob: fc.Arbitrary<Activity> = fc.record({
  kind: fc.constant('activity'),
  id,
  work: fc.record({ kind: fc.constant('job'), task: fc.constant('serviceTask') }),
  guards: fc.constant([]),
  repeat: fc.constant(null),
  undoable: fc.constant(false),
  shields: fc.constant(null),
  yields: fc.constant(null),
});

export const small: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('pass'), id, task: fc.constantFrom('task', 'manualTask') }),
  fc.record({ kind: fc.constant('script'), id, reads: choice }),
  fc.record({ kind: fc.constant('catch'), id, on: outer }),
  fc.record({ kind: fc.constant('link'), id }),
  fc.record({ kind: fc.constant('throw'), id, what: thrown }),
  fc.record({ kind: fc.constant('finish'), id, how: finish }),
);

import fc from 'fast-check';
import type {
  Activity,
  Block,
  Choice,
  Code,
  Content,
  Finish,
  Guard,
  Handler,
  Path,
  Racer,
  Repeat,
  Thrown,
  Trigger,
  Work,
} from './block.ts';
import { label } from './label.ts';

const id = fc.constant('');
const choice = fc.constantFrom<Choice>('c0', 'c1', 'c2');
const code = fc.constantFrom<Code>('A', 'B');
const caught = fc.constantFrom<Code | null>('A', 'B', null);
const outer = fc.constantFrom('timer', 'message', 'signal');

const rarely = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(arbitrary, { freq: 2, nil: null });

const trigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.record({ on: outer }),
  fc.record({ on: fc.constantFrom('error', 'escalation'), code: caught }),
);

const thrown: fc.Arbitrary<Thrown> = fc.oneof(
  fc.record({ event: fc.constant('escalation'), code }),
  fc.record({ event: fc.constant('compensation') }),
);

const finish: fc.Arbitrary<Finish> = fc.oneof(
  fc.record({ event: fc.constantFrom('none', 'terminate', 'compensation') }),
  fc.record({ event: fc.constantFrom('error', 'escalation'), code }),
);

const repeat: fc.Arbitrary<Repeat> = fc.record({
  items: fc.nat(4),
  mode: fc.constantFrom('parallel', 'sequential'),
  enough: fc.constantFrom(0, 0, 1, 2),
  collects: fc.constantFrom('item', 'result', 'nothing'),
});

/** Work without a wait state must not race with a condition that ends the loop. */
const settled = (activity: Activity): Activity =>
  activity.repeat !== null && activity.repeat.mode === 'parallel' && 'content' in activity.work
    ? { ...activity, repeat: { ...activity.repeat, enough: 0 } }
    : activity;

const task = fc.constantFrom('serviceTask', 'sendTask', 'scriptTask', 'businessRuleTask');

const plainJob: fc.Arbitrary<Activity> = fc.record({
  kind: fc.constant('activity'),
  id,
  work: fc.record({ kind: fc.constant('job'), task: fc.constant('serviceTask') }),
  guards: fc.constant([]),
  repeat: fc.constant(null),
  undoable: fc.constant(false),
  shields: fc.constant(null),
  yields: fc.constant(null),
});

const small: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('pass'), id, task: fc.constantFrom('task', 'manualTask') }),
  fc.record({ kind: fc.constant('script'), id, reads: choice }),
  fc.record({ kind: fc.constant('catch'), id, on: outer }),
  fc.record({ kind: fc.constant('link'), id }),
  fc.record({ kind: fc.constant('throw'), id, what: thrown }),
);

type Parts = {
  readonly block: Block;
  readonly path: Path;
  readonly content: Content;
};

const most = { maxLength: 3 };

const { content } = fc.letrec<Parts>((tie) => {
  const path = tie('path');
  const guard: fc.Arbitrary<Guard> = fc.record({
    id,
    trigger,
    interrupting: fc.boolean(),
    path,
    rejoins: fc.boolean(),
  });
  const handler: fc.Arbitrary<Handler> = fc.record({ id, trigger, interrupting: fc.boolean(), path });
  const work: fc.Arbitrary<Work> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('job'), task }) },
    fc.record({ kind: fc.constantFrom('user', 'receive') }),
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('sub'), content: tie('content') }) },
    fc.record({ kind: fc.constant('call'), content: tie('content') }),
  );
  const activity: fc.Arbitrary<Activity> = fc
    .record({
      kind: fc.constant('activity'),
      id,
      work,
      guards: fc.array(guard, { maxLength: 2 }),
      repeat: rarely(repeat),
      undoable: fc.boolean(),
      shields: rarely(choice),
      yields: rarely(choice),
    })
    .map(settled);
  const branches = fc.array(path, { minLength: 2, ...most });
  const racer: fc.Arbitrary<Racer> = fc.record({ id, on: outer, path });
  const nested: fc.Arbitrary<Block> = fc.oneof(
    { weight: 4, arbitrary: activity },
    fc.record({ kind: fc.constant('and'), id, branches }),
    fc.record({ kind: fc.constantFrom('xor', 'or'), id, reads: choice, branches, hasDefault: fc.boolean() }),
    fc.record({ kind: fc.constant('race'), id, racers: fc.array(racer, { minLength: 2, ...most }) }),
    fc.record({ kind: fc.constant('loop'), id, times: fc.integer({ min: 1, max: 3 }), body: path }),
    fc.record({ kind: fc.constant('finish'), id, how: finish }),
  );
  return {
    block: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'block', withCrossShrink: true },
      plainJob,
      { weight: 1, arbitrary: small },
      { weight: 3, arbitrary: nested },
    ),
    path: fc.array(tie('block'), { ...most, depthIdentifier: 'block' }),
    content: fc.record({ id, path, handlers: fc.array(handler, { maxLength: 1, depthIdentifier: 'block' }) }),
  };
});

/** Processes of a few nested blocks, each element with its id. */
export const anyProcess: fc.Arbitrary<Content> = content.map((made) => label(made));

/** One thing to do: which of those that are possible, and in what way. */
export interface Pick {
  readonly which: number;
  readonly how: number;
}

export const anyPicks: fc.Arbitrary<readonly Pick[]> = fc.array(fc.record({ which: fc.nat(11), how: fc.nat(59) }), {
  minLength: 2,
  maxLength: 14,
});

export const anyStart = fc.record({ c0: fc.nat(3), c1: fc.nat(3), c2: fc.nat(3) });

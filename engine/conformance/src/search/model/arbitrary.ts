import fc from 'fast-check';
import type { Activity, Block, Content, Guard, Handler, Path, Racer, Work } from './block.ts';
import { label } from './label.ts';
import {
  adHoc,
  choice,
  failure,
  id,
  outer,
  plainJob,
  rarely,
  repeat,
  settled,
  small,
  task,
  trigger,
} from './leaves.ts';

/** All the ways to build on blocks that are themselves at most `depth` deep. */
const nestedIn = (inner: fc.Arbitrary<Path>, content: fc.Arbitrary<Content>): fc.Arbitrary<Block> => {
  const guard: fc.Arbitrary<Guard> = fc.record({
    id,
    trigger,
    interrupting: fc.boolean(),
    path: inner,
    rejoins: fc.boolean(),
  });
  const work: fc.Arbitrary<Work> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('job'), task }) },
    fc.record({ kind: fc.constantFrom('user', 'receive') }),
    adHoc,
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('sub'), content }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('call'), content }) },
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
  /** What goes wrong inside is more often caught than chance alone would have it. */
  const failing: fc.Arbitrary<Activity> = fc
    .record({ activity, content, failure, alert: guard })
    .map(({ activity: around, content: inside, failure: how, alert }) => ({
      ...around,
      work: { kind: 'sub', content: { ...inside, path: [...inside.path, { kind: 'finish', id: '', how }] } },
      guards: [...around.guards, { ...alert, trigger: { on: how.event, code: null } }],
    }));
  const branches = fc.array(inner, { minLength: 2, maxLength: 3 });
  const racer: fc.Arbitrary<Racer> = fc.record({ id, on: outer, path: inner });
  return fc.oneof(
    { weight: 5, arbitrary: activity },
    failing,
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('and'), id, branches, maps: rarely(choice) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('xor', 'or'),
        id,
        reads: choice,
        branches,
        hasDefault: fc.boolean(),
        maps: rarely(choice),
      }),
    },
    fc.record({ kind: fc.constant('race'), id, racers: fc.array(racer, { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('loop'), id, times: fc.integer({ min: 1, max: 3 }), body: inner }),
  );
};

const DEPTH = 3;

const pathOf = (depth: number): fc.Arbitrary<Path> =>
  fc.array(blockOf(depth), { minLength: depth < 2 ? 0 : 1, maxLength: depth < 2 ? 2 : 4, size: 'max' });

/** Compensation undoes what came before: at the end of a path there is most of it. */
const regret: fc.Arbitrary<Path> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  fc.constant<Path>([{ kind: 'throw', id: '', what: { event: 'compensation' } }]),
);

const contentOf = (depth: number): fc.Arbitrary<Content> => {
  const inner = pathOf(Math.max(0, depth - 1));
  const handler: fc.Arbitrary<Handler> = fc.record({ id, trigger, interrupting: fc.boolean(), path: inner });
  const handlers = fc.array(handler, { maxLength: depth > 0 ? 2 : 0 });
  return fc.record({ id, path: fc.tuple(pathOf(depth), regret).map((parts) => parts.flat()), handlers });
};

const blockOf = (depth: number): fc.Arbitrary<Block> => {
  const leaf = fc.oneof({ weight: 2, arbitrary: plainJob }, { weight: 3, arbitrary: small });
  if (depth === 0) return leaf;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: leaf },
    { weight: 5, arbitrary: nestedIn(pathOf(depth - 1), contentOf(depth - 1)) },
  );
};

/** Processes of a few blocks nested at most three deep, each element with its id. */
export const anyProcess: fc.Arbitrary<Content> = fc
  .oneof({ weight: 3, arbitrary: contentOf(DEPTH - 1) }, contentOf(DEPTH))
  .map((made) => label(made));

/** One thing to do: which of those that are possible, and in what way. */
export interface Pick {
  readonly which: number;
  readonly how: number;
}

export const anyPicks: fc.Arbitrary<readonly Pick[]> = fc.array(fc.record({ which: fc.nat(12), how: fc.nat(59) }), {
  minLength: 2,
  maxLength: 14,
});

export const anyStart = fc.record({ c0: fc.nat(3), c1: fc.nat(3), c2: fc.nat(3) });

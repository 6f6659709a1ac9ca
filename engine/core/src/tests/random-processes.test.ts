import { bpmnProcess, type ProcessPath, type StartOptions } from '@irisflow/bpmn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBucket, decodeChange, decodeTree, encodeBucket, encodeChange, encodeTree } from '../index.ts';
import { createTestEngine, type TestEngine } from '../testing/index.ts';

type Leaf = 'job' | 'user' | 'timer' | 'message' | 'pass' | 'boundary' | 'listener';

const repeat = { inputCollection: '= [1, 2]', outputElement: '= loopCounter' };

/** A block is a piece of process with one way in and one way out. */
type Block =
  | { readonly kind: Leaf }
  | { readonly kind: 'sequence'; readonly blocks: readonly Block[] }
  | { readonly kind: 'and' | 'xor' | 'or' | 'sub' | 'loop' | 'guarded'; readonly blocks: readonly Block[] };

const { block } = fc.letrec<{ block: Block; leaf: Block; nested: Block }>((tie) => ({
  leaf: fc.record({
    kind: fc.constantFrom('job', 'user', 'timer', 'message', 'pass', 'boundary', 'listener'),
  }) as fc.Arbitrary<Block>,
  nested: fc.record({
    kind: fc.constantFrom('sequence', 'and', 'xor', 'or', 'sub', 'loop', 'guarded'),
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  }) as fc.Arbitrary<Block>,
  block: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('leaf'), tie('nested')),
}));

const drawer = () => {
  let count = 0;
  const id = (prefix: string) => `${prefix}${(count += 1)}`;

  const split = (path: ProcessPath, kind: 'and' | 'xor' | 'or', blocks: readonly Block[]): void => {
    const gateway = { and: 'parallelGateway', xor: 'exclusiveGateway', or: 'inclusiveGateway' } as const;
    const join = id('join');
    path[gateway[kind]](id(kind));
    const branches = blocks.length === 1 ? [...blocks, { kind: 'pass' } as const] : blocks;
    const branch = (inner: Block, index: number) => (aside: ProcessPath) => {
      draw(aside, inner);
      if (index === 0) aside[gateway[kind]](join);
      else aside.connectTo(join);
    };
    for (const [index, inner] of branches.entries()) {
      if (kind === 'and') path.branch(branch(inner, index));
      else if (index === 0) path.otherwise(branch(inner, index));
      else path.when(`= modulo(choice, ${index + 2}) = 0`, branch(inner, index));
    }
    path.at(join);
  };

  const leaves: Readonly<Record<Leaf, (path: ProcessPath) => unknown>> = {
    job: (path) =>
      path.serviceTask(id('job'), { type: 'w', inputs: { x: '= choice' }, outputs: { [id('y')]: '= x + 1' } }),
    listener: (path) =>
      path.serviceTask(id('job'), {
        type: 'w',
        listeners: [
          { on: 'start', type: 'l' },
          { on: 'end', type: 'l' },
        ],
      }),
    user: (path) => path.userTask(id('user')),
    timer: (path) => path.catchEvent(id('timer'), { event: { timer: { duration: 'PT1H' } } }),
    message: (path) => path.catchEvent(id('message'), { event: { message: 'm', correlationKey: '= "k"' } }),
    pass: (path) => path.task(id('pass')),
    boundary(path) {
      const merge = id('merge');
      path.serviceTask(id('job'), { type: 'w' });
      path.boundary(id('note'), { event: { timer: { cycle: 'R2/PT30M' } }, interrupting: false }, (aside) =>
        aside.end(id('end')),
      );
      path.boundary(id('late'), { event: { timer: { duration: 'PT3H' } } }, (aside) => aside.connectTo(merge));
      path.exclusiveGateway(merge);
    },
  };

  /** Event sub-processes that interrupt, that run beside, and that catch errors. */
  const guard = (sub: ProcessPath, inner: (sub: ProcessPath) => void): void => {
    const handler = (options: StartOptions) => (esp: ProcessPath) =>
      esp.start(id('start'), options).serviceTask(id('job'), { type: 'w' }).end(id('end'));
    sub.eventSubProcess(id('stop'), handler({ event: { timer: { duration: 'PT2H' } } }));
    sub.eventSubProcess(
      id('beside'),
      handler({ event: { message: 'n', correlationKey: '= "k"' }, interrupting: false }),
    );
    sub.eventSubProcess(id('repair'), handler({ event: { error: 'E' } }));
    inner(sub);
  };

  const draw = (path: ProcessPath, block: Block): void => {
    if (!('blocks' in block)) {
      leaves[block.kind](path);
      return;
    }
    const { kind, blocks } = block;
    const inner = (sub: ProcessPath) => {
      sub.start(id('start'));
      for (const next of blocks) draw(sub, next);
      sub.end(id('end'));
    };
    if (kind === 'sequence') for (const next of blocks) draw(path, next);
    else if (kind === 'sub') path.subProcess(id('sub'), inner);
    else if (kind === 'guarded') path.subProcess(id('guarded'), (sub) => guard(sub, inner));
    else if (kind === 'loop')
      path.subProcess(id('loop'), inner, { multiInstance: { ...repeat, outputCollection: id('out') } });
    else split(path, kind, blocks);
  };
  return draw;
};

const model = (root: Block): string => {
  const path = bpmnProcess('p').start();
  drawer()(path, root);
  return path.end().toXml();
};

/** One thing that the world may do next. */
const action = fc.record({
  what: fc.constantFrom('job', 'error', 'fail', 'user', 'message', 'time'),
  which: fc.nat(20),
});
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

const act = (engine: TestEngine, { what, which }: Action): void => {
  const job = engine.jobs()[which % Math.max(1, engine.jobs().length)];
  const task = engine.userTasks()[which % Math.max(1, engine.userTasks().length)];
  if (what === 'time') engine.advance(30 * 60_000);
  else if (what === 'message') publish(engine, which);
  else if (what === 'user') {
    if (task !== undefined) completeTask(engine, task.key);
  } else if (job?.phase === 'activatable' || job?.phase === 'activated') work(engine, job, { what, which });
};

const publish = (engine: TestEngine, which: number): void => {
  const name = which % 2 === 0 ? 'm' : 'n';
  engine.publish(name, 'k', { timeToLive: which * 1000, variables: `{"m":${which}}` });
};

const work = (
  engine: TestEngine,
  { key: jobKey, kind }: ReturnType<TestEngine['jobs']>[number],
  { what, which }: Action,
): void => {
  const told = { jobKey, errorMessage: 'no' };
  if (what === 'job') {
    engine.send({ kind: 'completeJob', jobKey, variables: `{"r${which}":${which}}`, result: null });
  } else if (what === 'fail') {
    engine.send({ kind: 'failJob', ...told, retries: which % 2, retryBackOff: 0, variables: '{}' });
  } else if (kind === 'BPMN_ELEMENT') {
    engine.send({ kind: 'throwError', ...told, errorCode: 'E', variables: '{}' });
  }
};

const completeTask = (engine: TestEngine, userTaskKey: ReturnType<TestEngine['userTasks']>[number]['key']): void => {
  engine.send({ kind: 'completeUserTask', userTaskKey, variables: '{}', action: '', requestId: null });
};

/** Does whatever is left to do, until the instance has ended or nothing can be done. */
const finish = (engine: TestEngine): void => {
  for (let round = 0; round < 500 && engine.active().length > 0; round += 1) {
    for (const { key, jobKey } of engine.incidents()) {
      if (jobKey !== null) engine.send({ kind: 'updateJobRetries', jobKey, retries: 1 });
      engine.send({ kind: 'resolveIncident', incidentKey: key });
    }
    const [job] = engine.jobs();
    const [task] = engine.userTasks();
    if (job !== undefined) engine.send({ kind: 'completeJob', jobKey: job.key, variables: '{}', result: null });
    else if (task !== undefined) completeTask(engine, task.key);
    else if (engine.subscriptions().some((waiting) => waiting.kind === 'message' && waiting.name === 'm'))
      engine.publish('m', 'k');
    else engine.advance(3_600_000);
  }
};

const canonical = (engine: Pick<TestEngine, 'state'>) => ({
  trees: Array.from(engine.state.trees.values(), encodeTree),
  buckets: Array.from(engine.state.buckets.values(), encodeBucket).filter(
    (text) => !text.includes('"subscriptions":[],"messages":[]'),
  ),
});

describe('random processes', () => {
  it('end, keep every invariant after every command, and are rebuilt from their events', () => {
    fc.assert(
      fc.property(
        block,
        fc.nat(11),
        fc.array(action, { maxLength: 30 }),
        fc.constantFrom(1000, 7),
        (root, choice, actions, maxSteps) => {
          // given
          const engine = createTestEngine({ maxSteps });
          engine.deploy(model(root));
          const { processInstanceKey } = engine.create('p', { choice });
          // when: the test engine checks I3, I6, I7 and I13 after each command
          for (const next of actions) act(engine, next);
          // then
          expect(canonical({ state: engine.replay() })).toEqual(canonical(engine));
          for (const tree of engine.state.trees.values()) expect(decodeTree(encodeTree(tree))).toEqual(tree);
          for (const bucket of engine.state.buckets.values())
            expect(decodeBucket(encodeBucket(bucket))).toEqual(bucket);
          for (const change of engine.changes()) expect(decodeChange(encodeChange(change))).toEqual(change);
          finish(engine);
          expect(engine.isActive(processInstanceKey), engine.story()).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('rest while they are suspended, whatever happens around them, and go on as if nothing had been', () => {
    fc.assert(
      fc.property(
        block,
        fc.array(action, { maxLength: 12 }),
        fc.array(action, { maxLength: 6 }),
        (root, before, meanwhile) => {
          const engine = createTestEngine();
          engine.deploy(model(root));
          const { processInstanceKey } = engine.create('p', { choice: 6 });
          for (const next of before) act(engine, next);
          if (!engine.isActive(processInstanceKey)) return;
          const trees = () => Array.from(engine.state.trees.values(), encodeTree);
          const moving = trees();
          engine.send({ kind: 'suspendInstance', processInstanceKey });
          engine.send({ kind: 'resumeInstance', processInstanceKey });
          expect(trees()).toEqual(moving);
          engine.send({ kind: 'suspendInstance', processInstanceKey });
          const resting = trees();
          for (const { what, which } of meanwhile) {
            if (what === 'time') engine.advance(30 * 60_000);
            else publish(engine, which);
          }
          expect(trees()).toEqual(resting);
          expect(canonical({ state: engine.replay() })).toEqual(canonical(engine));
          for (const tree of engine.state.trees.values()) expect(decodeTree(encodeTree(tree))).toEqual(tree);
          engine.send({ kind: 'resumeInstance', processInstanceKey });
          expect(canonical({ state: engine.replay() })).toEqual(canonical(engine));
          finish(engine);
          expect(engine.isActive(processInstanceKey), engine.story()).toBe(false);
          for (const { subscriptions } of engine.state.buckets.values()) expect(subscriptions.size).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('can be canceled at any moment, leaving nothing behind', () => {
    fc.assert(
      fc.property(block, fc.array(action, { maxLength: 12 }), (root, actions) => {
        const engine = createTestEngine();
        engine.deploy(model(root));
        const { processInstanceKey } = engine.create('p', { choice: 6 });
        for (const next of actions) act(engine, next);
        if (engine.isActive(processInstanceKey)) engine.send({ kind: 'cancelInstance', processInstanceKey });
        const tree = engine.state.tree(processInstanceKey);
        expect([
          tree?.elements.size,
          tree?.jobs.size,
          tree?.userTasks.size,
          tree?.subscriptions.size,
          tree?.incidents.size,
        ]).toEqual([0, 0, 0, 0, 0]);
        for (const { subscriptions } of engine.state.buckets.values()) expect(subscriptions.size).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

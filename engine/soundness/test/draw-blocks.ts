import { bpmnProcess, type ProcessPath } from '@irisflow/bpmn';
import fc from 'fast-check';

type Leaf = 'job' | 'pass' | 'message' | 'late' | 'remind' | 'await' | 'race';
type Split = 'and' | 'xor' | 'or';

/** A piece of process with one way in and one way out, sound by construction. */
export type Block =
  | { readonly kind: Leaf }
  | { readonly kind: 'sequence' | 'sub' | 'guarded' | 'each' | 'again'; readonly blocks: readonly Block[] }
  | { readonly kind: Split; readonly blocks: readonly Block[] };

/** Blocks in blocks, at most four deep. */
export const { block } = fc.letrec<{ block: Block; leaf: Block; nested: Block }>((tie) => ({
  leaf: fc.record({
    kind: fc.constantFrom('job', 'pass', 'message', 'late', 'remind', 'await', 'race'),
  }) as fc.Arbitrary<Block>,
  nested: fc.record({
    kind: fc.constantFrom('sequence', 'and', 'xor', 'or', 'sub', 'guarded', 'each', 'again'),
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  }) as fc.Arbitrary<Block>,
  block: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('leaf'), tie('nested')),
}));

const gatewayOf = { and: 'parallelGateway', xor: 'exclusiveGateway', or: 'inclusiveGateway' } as const;

/** A join of a block, by what was split. */
export interface Joined {
  readonly id: string;
  readonly split: Split;
}

export interface DrawnModel {
  readonly path: ProcessPath;
  readonly joins: readonly Joined[];
}

export interface DrawOptions {
  /** The joins that are drawn as another gateway than their split, by position. */
  readonly mistakes?: ReadonlyMap<number, Split>;
}

/** Ways are taken when their key is in the variable `ways`, so that a test can choose them. */
const condition = (key: string): string => `= list contains(ways, "${key}")`;

const at = { correlationKey: '= "k"' } as const;

interface Pen {
  readonly joins: Joined[];
  readonly mistakes: ReadonlyMap<number, Split>;
  readonly id: (prefix: string) => string;
}

const createPen = (mistakes: ReadonlyMap<number, Split>): Pen => {
  let count = 0;
  return { joins: [], mistakes, id: (prefix) => `${prefix}${(count += 1)}` };
};

const drawJob = ({ id }: Pen, path: ProcessPath): ProcessPath => {
  const type = id('job');
  return path.serviceTask(type, { type });
};

const drawAwait = ({ id }: Pen, path: ProcessPath): void => {
  const merge = id('merge');
  path.eventBasedGateway(id('await'));
  for (const index of [0, 1]) {
    const message = id('event');
    path.branch((aside) => {
      aside.catchEvent(message, { event: { message, ...at } });
      if (index === 0) aside.exclusiveGateway(merge);
      else aside.connectTo(merge);
    });
  }
  path.at(merge);
};

/** Two jobs side by side, of which the first to be done ends both. */
const drawRace = (pen: Pen, path: ProcessPath): void => {
  const [fork, merge] = [pen.id('fork'), pen.id('merge')];
  path.subProcess(pen.id('race'), (inner) => {
    inner.start(pen.id('start')).parallelGateway(fork);
    inner.branch((aside) => drawJob(pen, aside).exclusiveGateway(merge));
    inner.branch((aside) => drawJob(pen, aside).connectTo(merge));
    inner.at(merge).end(pen.id('first'), { event: { terminate: true } });
  });
};

const leaves: Readonly<Record<Leaf, (pen: Pen, path: ProcessPath) => unknown>> = {
  job: drawJob,
  pass: ({ id }, path) => path.task(id('pass')),
  message: ({ id }, path) => {
    const message = id('message');
    path.catchEvent(message, { event: { message, ...at } });
  },
  late: (pen, path) => {
    const message = pen.id('late');
    const merge = pen.id('merge');
    drawJob(pen, path).boundary(message, { event: { message, ...at } }, (aside) => aside.connectTo(merge));
    path.exclusiveGateway(merge);
  },
  remind: (pen, path) => {
    const message = pen.id('remind');
    const event = { event: { message, ...at }, interrupting: false };
    drawJob(pen, path).boundary(message, event, (aside) => drawJob(pen, aside).end(pen.id('end')));
  },
  await: drawAwait,
  race: drawRace,
};

const drawSplit = (pen: Pen, path: ProcessPath, kind: Split, blocks: readonly Block[]): void => {
  const gateway = pen.id(kind);
  const join = pen.id('join');
  const closing = gatewayOf[pen.mistakes.get(pen.joins.length) ?? kind];
  pen.joins.push({ id: join, split: kind });
  path[gatewayOf[kind]](gateway);
  const branches = blocks.length === 1 ? [...blocks, { kind: 'pass' } as const] : blocks;
  for (const [index, inner] of branches.entries()) {
    const branch = (aside: ProcessPath): void => {
      // A step of its own keeps two branches from becoming one flow.
      drawBlock(pen, aside.task(pen.id('way')), inner);
      if (index === 0) aside[closing](join);
      else aside.connectTo(join);
    };
    if (kind === 'and') path.branch(branch);
    else if (index === 0) path.otherwise(branch);
    else path.when(condition(`${gateway}_${index}`), branch);
  }
  path.at(join);
};

const drawAll = (pen: Pen, path: ProcessPath, blocks: readonly Block[]): void => {
  for (const next of blocks) drawBlock(pen, path, next);
};

const drawAgain = (pen: Pen, path: ProcessPath, blocks: readonly Block[]): void => {
  const first = pen.id('again');
  const last = pen.id('enough');
  drawAll(pen, drawJob(pen, path.exclusiveGateway(first)), blocks);
  path
    .exclusiveGateway(last)
    .when(condition(`${last}_back`), (aside) => aside.task(pen.id('back')).connectTo(first))
    .otherwise((aside) => aside.task(`${last}Out`))
    .at(`${last}Out`);
};

/** One event sub-process that interrupts, one that runs beside. */
const drawGuards = (pen: Pen, scope: ProcessPath): void => {
  for (const interrupting of [true, false]) {
    const message = pen.id('guard');
    scope.eventSubProcess(pen.id('on'), (inner) => {
      inner.start(message, { event: { message, ...at }, interrupting });
      drawJob(pen, inner).end(pen.id('end'));
    });
  }
};

const drawScope = (pen: Pen, path: ProcessPath, kind: 'sub' | 'guarded' | 'each', blocks: readonly Block[]): void => {
  const options = kind === 'each' ? { multiInstance: { inputCollection: '= [1]' } } : {};
  const draw = (inner: ProcessPath): void => {
    if (kind === 'guarded') drawGuards(pen, inner);
    drawAll(pen, inner.start(pen.id('start')), blocks);
    inner.end(pen.id('end'));
  };
  path.subProcess(pen.id(kind), draw, options);
};

const drawBlock = (pen: Pen, path: ProcessPath, block: Block): void => {
  if (!('blocks' in block)) {
    leaves[block.kind](pen, path);
    return;
  }
  const { kind, blocks } = block;
  if (kind === 'sequence') drawAll(pen, path, blocks);
  else if (kind === 'again') drawAgain(pen, path, blocks);
  else if (kind === 'sub' || kind === 'guarded' || kind === 'each') drawScope(pen, path, kind, blocks);
  else drawSplit(pen, path, kind, blocks);
};

/** Draws a block as a process. Each job has its id as type, each message its id as name. */
export const drawBlocks = (root: Block, { mistakes = new Map<number, Split>() }: DrawOptions = {}): DrawnModel => {
  const pen = createPen(mistakes);
  const path = bpmnProcess('p').start();
  drawBlock(pen, path, root);
  path.end();
  return { path, joins: pen.joins };
};

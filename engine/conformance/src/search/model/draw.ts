import {
  bpmnModel,
  type BoundaryOptions,
  type DrawPath,
  type ElementOptions,
  type EventOptions,
  type ModelBuilder,
  type MultiInstanceOptions,
  type ProcessPath,
} from '@irisflow/bpmn';
import type { Activity, AdHoc, Block, Content, Outer, Path, Repeat, Thrown, Trigger } from './block.ts';
import { adHocJobs, flagOf, pathPasses, pauseOf, ROUNDS } from './block.ts';

/** Draws a model; names that the whole engine shares carry the stamp. */
interface Pen {
  readonly stamp: string;
  readonly called: Content[];
}

const seconds = (id: string): string => `PT${pauseOf(id)}S`;

const eventOf = ({ stamp }: Pen, id: string, on: Outer): EventOptions => {
  if (on === 'timer') return { timer: { duration: seconds(id) } };
  if (on === 'condition') return { condition: `= ${flagOf(id)} = 1` };
  if (on === 'signal') return { signal: `${stamp}_${id}` };
  return { message: `${stamp}_${id}`, correlationKey: '= "key"' };
};

const triggerOf = (pen: Pen, id: string, trigger: Trigger, interrupting: boolean): EventOptions => {
  if (trigger.on === 'error') return { error: trigger.code };
  if (trigger.on === 'escalation') return { escalation: trigger.code };
  if (trigger.on === 'timer' && !interrupting) return { timer: { cycle: `R${ROUNDS}/${seconds(id)}` } };
  return eventOf(pen, id, trigger.on);
};

const thrownOf = ({ stamp }: Pen, what: Thrown): EventOptions => {
  switch (what.event) {
    case 'error':
      return { error: what.code };
    case 'escalation':
      return { escalation: what.code };
    case 'compensation':
      return { compensation: null };
    case 'signal':
      return { signal: `${stamp}_${what.to}` };
  }
};

const job = ({ stamp }: Pen, id: string) => ({ type: `${stamp}_${id}` });

const loopOf = (id: string, { items, mode, enough, collects }: Repeat): MultiInstanceOptions => ({
  inputCollection: `= [${Array.from({ length: items }, (_, at) => (at + 1) * 10).join(', ')}]`,
  inputElement: `item_${id}`,
  sequential: mode === 'sequential',
  ...(collects === 'nothing'
    ? {}
    : { outputCollection: `out_${id}`, outputElement: collects === 'item' ? `= item_${id}` : '= r' }),
  ...(enough === 0 ? {} : { completionCondition: `= numberOfCompletedInstances >= ${enough}` }),
});

const optionsOf = ({ id, repeat, shields, yields }: Activity) => ({
  ...(shields === null ? {} : { inputs: { [shields]: `= ${shields}` } }),
  ...(yields === null ? {} : { outputs: { [yields]: '= r' } }),
  ...(repeat === null ? {} : { multiInstance: loopOf(id, repeat) }),
});

interface AdHocDrawing {
  readonly id: string;
  readonly work: AdHoc;
  readonly options: ReturnType<typeof optionsOf>;
}

const drawAdHoc = (pen: Pen, path: ProcessPath, { id, work, options }: AdHocDrawing): void => {
  const inside = adHocJobs(id, work);
  path.adHocSubProcess(
    id,
    (inner) => {
      for (const [at, one] of inside.entries()) (at === 0 ? inner : inner.breakOff()).serviceTask(one, job(pen, one));
    },
    {
      ...options,
      activeElements: `= [${inside.map((one) => `"${one}"`).join(', ')}]`,
      ...(work.stops === null
        ? {}
        : { completionCondition: `= ${work.stops} = 1`, cancelRemainingInstances: work.rest === 'canceled' }),
    },
  );
};

const drawWork = (pen: Pen, path: ProcessPath, activity: Activity): void => {
  const { id, work } = activity;
  const options = optionsOf(activity);
  switch (work.kind) {
    case 'job':
      path[work.task](id, { ...options, ...job(pen, id) });
      break;
    case 'user':
      path.userTask(id, options);
      break;
    case 'receive':
      path.receiveTask(id, { ...options, message: `${pen.stamp}_${id}`, correlationKey: '= "key"' });
      break;
    case 'sub':
      path.subProcess(id, drawContent(pen, work.content), options);
      break;
    case 'adHoc':
      drawAdHoc(pen, path, { id, work, options });
      break;
    case 'call':
      pen.called.push(work.content);
      path.callActivity(id, { ...options, processId: `${pen.stamp}_${work.content.id}` });
  }
};

const drawActivity = (pen: Pen, path: ProcessPath, activity: Activity): void => {
  const { id, guards } = activity;
  const merge = `${id}_merge`;
  drawWork(pen, path, activity);
  if (activity.undoable)
    path.compensation(`${id}_undone`, (aside) => aside.serviceTask(`${id}_undo`, job(pen, `${id}_undo`)));
  for (const guard of guards) {
    const options: BoundaryOptions = {
      event: triggerOf(pen, guard.id, guard.trigger, guard.interrupting),
      interrupting: guard.interrupting,
    };
    path.boundary(guard.id, options, (aside) => {
      drawPath(pen, aside, guard.path);
      if (guard.rejoins) aside.connectTo(merge);
      else if (pathPasses(guard.path)) aside.end(`${guard.id}_end`);
    });
  }
  if (guards.some(({ rejoins }) => rejoins)) path.exclusiveGateway(merge);
};

const gateways = { and: 'parallelGateway', xor: 'exclusiveGateway', or: 'inclusiveGateway' } as const;

type Split = Extract<Block, { readonly branches: readonly Path[] }>;

const conditionOf = (split: Split, at: number): string | null => {
  if (split.kind === 'and' || (split.hasDefault && at === split.branches.length - 1)) return null;
  return split.kind === 'xor' ? `= ${split.reads} = ${at}` : `= ${split.reads} > ${at}`;
};

/** Assigned only once somebody has made it 1. */
const mappingOf = ({ id, maps = null }: Split): ElementOptions =>
  maps === null ? {} : { outputs: { [`m_${id}`]: `= assert(${maps}, ${maps} = 1)` } };

const drawSplit = (pen: Pen, path: ProcessPath, split: Split): void => {
  const { id, kind, branches } = split;
  const join = `${id}_join`;
  path[gateways[kind]](id, mappingOf(split));
  for (const [at, branch] of branches.entries()) {
    const condition = conditionOf(split, at);
    const draw: DrawPath = (aside) => {
      drawPath(pen, aside, branch);
      if (pathPasses(branch)) aside.connectTo(join);
    };
    if (condition !== null) path.when(condition, draw);
    else if (kind === 'and') path.branch(draw);
    else path.otherwise(draw);
  }
  path.breakOff();
  if (branches.some(pathPasses)) path[gateways[kind]](join);
};

const drawRace = (pen: Pen, path: ProcessPath, { id, racers }: Extract<Block, { kind: 'race' }>): void => {
  const join = `${id}_join`;
  path.eventBasedGateway(id);
  for (const racer of racers) {
    path.branch((aside) => {
      drawPath(pen, aside.catchEvent(racer.id, { event: eventOf(pen, racer.id, racer.on) }), racer.path);
      if (pathPasses(racer.path)) aside.connectTo(join);
    });
  }
  path.breakOff();
  if (racers.some((racer) => pathPasses(racer.path))) path.exclusiveGateway(join);
};

const drawLoop = (pen: Pen, path: ProcessPath, { id, times, body }: Extract<Block, { kind: 'loop' }>): void => {
  const count = `count_${id}`;
  path.subProcess(
    id,
    (inner) => {
      inner
        .start(`${id}_start`)
        .exclusiveGateway(`${id}_again`)
        .serviceTask(`${id}_turn`, job(pen, `${id}_turn`));
      drawPath(pen, inner, body);
      if (!pathPasses(body)) return;
      inner
        .scriptTask(`${id}_count`, { expression: `= ${count} + 1`, resultVariable: count })
        .exclusiveGateway(`${id}_more`)
        .when(`= ${count} < ${times}`, (aside) => aside.connectTo(`${id}_again`))
        .otherwise((aside) => aside.end(`${id}_end`));
    },
    { inputs: { [count]: '= 0' } },
  );
};

const drawFinish = (pen: Pen, path: ProcessPath, { id, how }: Extract<Block, { kind: 'finish' }>): void => {
  path.serviceTask(`${id}_go`, job(pen, `${id}_go`));
  if (how.event === 'none') path.end(id);
  else path.end(id, { event: how.event === 'terminate' ? { terminate: true } : thrownOf(pen, how) });
};

type Drawer<Kind extends Block['kind']> = (
  pen: Pen,
  path: ProcessPath,
  block: Extract<Block, { readonly kind: Kind }>,
) => unknown;

const drawers: { readonly [Kind in Block['kind']]: Drawer<Kind> } = {
  activity: drawActivity,
  pass: (_pen, path, { id, task }) => path[task](id),
  script: (_pen, path, { id, reads }) =>
    path.scriptTask(id, { expression: `= ${reads} + 1`, resultVariable: `set_${id}` }),
  catch: (pen, path, { id, on }) => path.catchEvent(id, { event: eventOf(pen, id, on) }),
  link: (_pen, path, { id }) =>
    path
      .throwEvent(id, { event: { link: id } })
      .breakOff()
      .catchEvent(`${id}_target`, { event: { link: id } }),
  and: drawSplit,
  xor: drawSplit,
  or: drawSplit,
  race: drawRace,
  loop: drawLoop,
  throw: (pen, path, { id, what }) =>
    path.serviceTask(`${id}_go`, job(pen, `${id}_go`)).throwEvent(id, { event: thrownOf(pen, what) }),
  finish: drawFinish,
};

const drawBlock = (pen: Pen, path: ProcessPath, block: Block): void => {
  const draw = drawers[block.kind] as Drawer<Block['kind']>;
  draw(pen, path, block);
};

const drawPath = (pen: Pen, path: ProcessPath, blocks: Path): void => {
  for (const block of blocks) drawBlock(pen, path, block);
};

const drawContent =
  (pen: Pen, { id, path: blocks, handlers }: Content): DrawPath =>
  (path) => {
    for (const handler of handlers) {
      path.eventSubProcess(handler.id, (inner) => {
        const start = `${handler.id}_start`;
        const event = triggerOf(pen, start, handler.trigger, handler.interrupting);
        inner.start(start, { event, interrupting: handler.interrupting });
        drawPath(pen, inner, handler.path);
        if (pathPasses(handler.path)) inner.end(`${handler.id}_end`);
      });
    }
    path.start(`${id}_start`);
    drawPath(pen, path, blocks);
    if (pathPasses(blocks)) path.end(`${id}_end`);
  };

/** The id under which a process is deployed. */
export const processId = (content: Content, stamp: string): string => `${stamp}_${content.id}`;

/** The BPMN file of a labeled process and all that it calls. */
export const drawModel = (content: Content, stamp: string): string => {
  const pen: Pen = { stamp, called: [content] };
  const model: ModelBuilder = bpmnModel();
  for (const process of pen.called) model.process(processId(process, stamp), drawContent(pen, process));
  return model.toXml();
};

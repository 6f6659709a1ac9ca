import type { Activity, Block, Content, Guard, Handler, Outer, Path, Racer, Trigger, Work } from './block.ts';
import { passes } from './block.ts';
import { withAims } from './rewrite.ts';
import { partsIn } from './walk.ts';

/** Gives numbers to everything that is drawn. */
interface Pen {
  readonly name: (stem: string) => string;
  /** Whether conditions may be drawn; elsewhere they become signals. */
  readonly asks: boolean;
}

const createPen = (prefix: string, asks: boolean): Pen => {
  let last = 0;
  return { name: (stem) => `${prefix}${stem}${(last += 1)}`, asks };
};

const outerOf = (on: Outer, { asks }: Pen): Outer => (on === 'condition' && !asks ? 'signal' : on);

const triggerOf = (trigger: Trigger, pen: Pen): Trigger =>
  'code' in trigger ? trigger : { on: outerOf(trigger.on, pen) };

const labelPath = (path: Path, pen: Pen): Path => {
  const labeled: Block[] = [];
  for (const block of path) {
    const next = labelBlock(block, pen);
    labeled.push(next);
    if (!passes(next)) break;
  }
  return labeled;
};

const keyOf = (trigger: Trigger): string => ('code' in trigger ? `${trigger.on}:${trigger.code}` : '');

/** A scope may catch a code only once. */
const distinct = <Catcher extends { readonly trigger: Trigger }>(catchers: readonly Catcher[]): readonly Catcher[] => {
  const seen = new Set<string>();
  return catchers.filter(({ trigger }) => {
    const key = keyOf(trigger);
    const isNew = key === '' || !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

const mustInterrupt = ({ on }: Trigger): boolean => on === 'error';

const labelGuard = (guard: Guard, pen: Pen): Guard => {
  const interrupting = guard.interrupting || mustInterrupt(guard.trigger);
  const id = pen.name('on');
  const path = labelPath(guard.path, pen);
  return {
    ...guard,
    id,
    trigger: triggerOf(guard.trigger, pen),
    interrupting,
    path,
    rejoins: guard.rejoins && interrupting && path.every(passes),
  };
};

const labelHandler = (handler: Handler, pen: Pen): Handler => ({
  ...handler,
  id: pen.name('event'),
  trigger: triggerOf(handler.trigger, pen),
  interrupting: handler.interrupting || mustInterrupt(handler.trigger),
  path: labelPath(handler.path, pen),
});

const labelContent = (content: Content, pen: Pen, stem: string): Content => ({
  id: pen.name(stem),
  path: labelPath(content.path, pen),
  handlers: distinct(content.handlers).map((handler) => labelHandler(handler, pen)),
});

const labelWork = (work: Work, pen: Pen): Work =>
  'content' in work
    ? { ...work, content: labelContent(work.content, pen, work.kind === 'call' ? 'called' : 'in') }
    : work;

const labelActivity = (activity: Activity, pen: Pen): Activity => ({
  ...activity,
  id: pen.name(activity.work.kind),
  work: labelWork(activity.work, pen),
  guards: distinct(activity.guards).map((guard) => labelGuard(guard, pen)),
});

const labelRacer = (racer: Racer, pen: Pen): Racer => ({
  ...racer,
  id: pen.name('race'),
  on: outerOf(racer.on, pen),
  path: labelPath(racer.path, pen),
});

const labelBlock = (block: Block, pen: Pen): Block => {
  switch (block.kind) {
    case 'activity':
      return labelActivity(block, pen);
    case 'and':
    case 'xor':
    case 'or':
      return { ...block, id: pen.name(block.kind), branches: block.branches.map((branch) => labelPath(branch, pen)) };
    case 'race':
      return { ...block, id: pen.name('gate'), racers: block.racers.map((racer) => labelRacer(racer, pen)) };
    case 'catch':
      return { ...block, id: pen.name(block.kind), on: outerOf(block.on, pen) };
    case 'loop':
      return { ...block, id: pen.name('loop'), body: labelPath(block.body, pen) };
    default:
      return { ...block, id: pen.name(block.kind) };
  }
};

const calls = (block: Block): boolean => block.kind === 'activity' && block.work.kind === 'call';

/**
 * Gives every element of a process its id, and leaves out what the rules of BPMN do not allow. Called processes are given copies
 * of all variables and bring them back: beside them there are no conditions.
 */
export const label = (content: Content, prefix = ''): Content => {
  const asks = !partsIn(content).blocks.some(calls);
  return withAims(labelContent(content, createPen(prefix, asks), 'process'));
};

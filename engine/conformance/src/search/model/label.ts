import type { Activity, Block, Content, Guard, Handler, Path, Racer, Trigger, Work } from './block.ts';
import { passes } from './block.ts';
import { withAims } from './rewrite.ts';

/** Gives numbers to everything that is drawn. */
type NameOf = (stem: string) => string;

const numbering = (prefix: string): NameOf => {
  let last = 0;
  return (stem) => `${prefix}${stem}${(last += 1)}`;
};

const labelPath = (path: Path, name: NameOf): Path => {
  const labeled: Block[] = [];
  for (const block of path) {
    const next = labelBlock(block, name);
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

const labelGuard = (guard: Guard, name: NameOf): Guard => {
  const interrupting = guard.interrupting || mustInterrupt(guard.trigger);
  const id = name('on');
  const path = labelPath(guard.path, name);
  return { ...guard, id, interrupting, path, rejoins: guard.rejoins && interrupting && path.every(passes) };
};

const labelHandler = (handler: Handler, name: NameOf): Handler => ({
  ...handler,
  id: name('event'),
  interrupting: handler.interrupting || mustInterrupt(handler.trigger),
  path: labelPath(handler.path, name),
});

const labelContent = (content: Content, name: NameOf, stem: string): Content => ({
  id: name(stem),
  path: labelPath(content.path, name),
  handlers: distinct(content.handlers).map((handler) => labelHandler(handler, name)),
});

const labelWork = (work: Work, name: NameOf): Work =>
  'content' in work
    ? { ...work, content: labelContent(work.content, name, work.kind === 'call' ? 'called' : 'in') }
    : work;

const labelActivity = (activity: Activity, name: NameOf): Activity => ({
  ...activity,
  id: name(activity.work.kind),
  work: labelWork(activity.work, name),
  guards: distinct(activity.guards).map((guard) => labelGuard(guard, name)),
});

const labelRacer = (racer: Racer, name: NameOf): Racer => ({
  ...racer,
  id: name('race'),
  path: labelPath(racer.path, name),
});

const labelBlock = (block: Block, name: NameOf): Block => {
  switch (block.kind) {
    case 'activity':
      return labelActivity(block, name);
    case 'and':
    case 'xor':
    case 'or':
      return { ...block, id: name(block.kind), branches: block.branches.map((branch) => labelPath(branch, name)) };
    case 'race':
      return { ...block, id: name('gate'), racers: block.racers.map((racer) => labelRacer(racer, name)) };
    case 'loop':
      return { ...block, id: name('loop'), body: labelPath(block.body, name) };
    default:
      return { ...block, id: name(block.kind) };
  }
};

/** Gives every element of a process its id, and leaves out what the rules of BPMN do not allow. */
export const label = (content: Content, prefix = ''): Content =>
  withAims(labelContent(content, numbering(prefix), 'process'));

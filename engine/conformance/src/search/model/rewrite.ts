import type { Activity, Block, Content, Finish, Path } from './block.ts';
import { hearersOf } from './walk.ts';

/** Changes every path of a process, from the inside out. */
type Rewrite = (path: Path) => Path;

const inActivity = (activity: Activity, rewrite: Rewrite): Activity => {
  const { work, guards } = activity;
  return {
    ...activity,
    work: 'content' in work ? { ...work, content: rewriteContent(work.content, rewrite) } : work,
    guards: guards.map((guard) => ({ ...guard, path: rewritePath(guard.path, rewrite) })),
  };
};

const inBlock = (block: Block, rewrite: Rewrite): Block => {
  switch (block.kind) {
    case 'activity':
      return inActivity(block, rewrite);
    case 'and':
    case 'xor':
    case 'or':
      return { ...block, branches: block.branches.map((branch) => rewritePath(branch, rewrite)) };
    case 'race':
      return { ...block, racers: block.racers.map((racer) => ({ ...racer, path: rewritePath(racer.path, rewrite) })) };
    case 'loop':
      return { ...block, body: rewritePath(block.body, rewrite) };
    default:
      return block;
  }
};

const rewritePath = (path: Path, rewrite: Rewrite): Path => rewrite(path.map((block) => inBlock(block, rewrite)));

const rewriteContent = (content: Content, rewrite: Rewrite): Content => ({
  ...content,
  path: rewritePath(content.path, rewrite),
  handlers: content.handlers.map((handler) => ({ ...handler, path: rewritePath(handler.path, rewrite) })),
});

/** The process with a task before every block that neither waits nor does anything. */
export const withPauses = (process: Content): Content =>
  rewriteContent(process, (path) =>
    path.flatMap((block): Path => [{ kind: 'pass', id: `pause_${block.id}`, task: 'task' }, block]),
  );

const isTightPath = (path: Path): boolean => path.every(isTight);

/** Whether all tokens that go into the block come out of it together, so that nothing changes when it is put into a scope of its own. */
const isTight = (block: Block): boolean => {
  switch (block.kind) {
    case 'finish':
    case 'throw':
      return false;
    case 'activity':
      return block.guards.every(({ rejoins, path }) => rejoins && isTightPath(path));
    case 'and':
    case 'xor':
    case 'or':
      return block.branches.every(isTightPath);
    case 'race':
      return block.racers.every(({ path }) => isTightPath(path));
    default:
      return true;
  }
};

const wrap = (block: Block): Activity => ({
  kind: 'activity',
  id: `wrap_${block.id}`,
  work: { kind: 'sub', content: { id: `wrapped_${block.id}`, path: [block], handlers: [] } },
  guards: [],
  repeat: null,
  undoable: false,
  shields: null,
  yields: null,
});

/** The process with a sub-process around every block for which that makes no difference. */
export const withScopes = (process: Content): Content =>
  rewriteContent(process, (path) => path.map((block) => (isTight(block) ? wrap(block) : block)));

const aim = <What extends Finish>(what: What, hearers: readonly string[]): What =>
  what.event === 'signal' ? { ...what, to: hearers[what.rank % Math.max(1, hearers.length)] ?? 'nobody' } : what;

/** The process in which each signal that is thrown has somebody who may hear it, if anybody waits for signals at all. */
export const withAims = (process: Content): Content => {
  const hearers = hearersOf(process, 'signal');
  return rewriteContent(process, (path) =>
    path.map((block) => {
      if (block.kind === 'throw') return { ...block, what: aim(block.what, hearers) };
      return block.kind === 'finish' ? { ...block, how: aim(block.how, hearers) } : block;
    }),
  );
};

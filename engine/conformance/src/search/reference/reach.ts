import { type Block, passes, type Path } from '../model/block.ts';
import type { Join, Next } from './frame.ts';

const holds = (block: Block, join: Join): boolean => {
  switch (block.kind) {
    case 'activity':
      return block.guards.some(({ path }) => pathHolds(path, join));
    case 'race':
      return block.racers.some(({ path }) => pathHolds(path, join));
    case 'and':
    case 'xor':
    case 'or':
      return `${block.id}_join` === join.id || block.branches.some((path) => pathHolds(path, join));
    default:
      return false;
  }
};

/** Whether a join stands somewhere on a path. */
export const pathHolds = (path: Path, join: Join): boolean => path.some((block) => holds(block, join));

/** Whether a branch waits for a token: then whoever comes to the gateway before it may bring one. */
const isMissing = (join: Join): boolean => join.tokens.includes(0);

/** Whether the diagram has a way from a path, and from what follows it, to a branch on which the join still waits. */
export const reachesAlong =
  (path: Path, next: Next): Next['reaches'] =>
  (join) =>
    (isMissing(join) && pathHolds(path, join)) || (path.every(passes) && next.reaches(join));

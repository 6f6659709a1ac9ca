import type { Block, Content, Guard, Handler, Path, Racer } from './block.ts';

interface Parts {
  readonly blocks: readonly Block[];
  readonly guards: readonly Guard[];
  readonly handlers: readonly Handler[];
  readonly racers: readonly Racer[];
}

const together = (parts: readonly Parts[]): Parts => ({
  blocks: parts.flatMap(({ blocks }) => blocks),
  guards: parts.flatMap(({ guards }) => guards),
  handlers: parts.flatMap(({ handlers }) => handlers),
  racers: parts.flatMap(({ racers }) => racers),
});

const none: Parts = { blocks: [], guards: [], handlers: [], racers: [] };

const inPaths = (owners: readonly { readonly path: Path }[]): readonly Parts[] =>
  owners.flatMap(({ path }) => path.map(partsOfBlock));

const insideOf = (block: Block): readonly Parts[] => {
  switch (block.kind) {
    case 'activity': {
      const { guards, work } = block;
      return [{ ...none, guards }, ...inPaths(guards), ...('content' in work ? [partsIn(work.content)] : [])];
    }
    case 'and':
    case 'xor':
    case 'or':
      return inPaths(block.branches.map((path) => ({ path })));
    case 'race':
      return [{ ...none, racers: block.racers }, ...inPaths(block.racers)];
    case 'loop':
      return inPaths([{ path: block.body }]);
    default:
      return [];
  }
};

const partsOfBlock = (block: Block): Parts => together([{ ...none, blocks: [block] }, ...insideOf(block)]);

/** Everything that is drawn in a process and in all that it calls. */
export const partsIn = ({ path, handlers }: Content): Parts =>
  together([{ ...none, handlers }, ...inPaths([{ path }]), ...inPaths(handlers)]);

type Heard = 'message' | 'signal';

const catches = (block: Block, what: Heard): boolean => {
  if (block.kind === 'activity') return what === 'message' && block.work.kind === 'receive';
  return block.kind === 'catch' && block.on === what;
};

/** The ids of all elements that may wait for a message, or for a signal. */
export const hearersOf = (process: Content, what: Heard): readonly string[] => {
  const { blocks, guards, handlers, racers } = partsIn(process);
  return [
    ...blocks.filter((block) => catches(block, what)).map(({ id }) => id),
    ...guards.filter(({ trigger }) => trigger.on === what).map(({ id }) => id),
    ...handlers.filter(({ trigger }) => trigger.on === what).map(({ id }) => `${id}_start`),
    ...racers.filter(({ on }) => on === what).map(({ id }) => id),
  ];
};

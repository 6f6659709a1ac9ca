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

const isReceiver = (block: Block): boolean =>
  (block.kind === 'activity' && block.work.kind === 'receive') || (block.kind === 'catch' && block.on === 'message');

/** The ids of all elements that may wait for a message. */
export const messageElements = (process: Content): readonly string[] => {
  const { blocks, guards, handlers, racers } = partsIn(process);
  return [
    ...blocks.filter(isReceiver).map(({ id }) => id),
    ...guards.filter(({ trigger }) => trigger.on === 'message').map(({ id }) => id),
    ...handlers.filter(({ trigger }) => trigger.on === 'message').map(({ id }) => `${id}_start`),
    ...racers.filter(({ on }) => on === 'message').map(({ id }) => id),
  ];
};

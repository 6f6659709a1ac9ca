import type { ExecutableProcess } from '@irisflow/bpmn';
import type { LocalizedText } from '@irisflow/foundation';
import { isOfBlock } from './block.ts';
import { namesIn } from './draw-block.ts';

/** What the steps of the blocks of a folder are called, by their ids in the drawing. */
export const blockNames = (
  processes: readonly { readonly path: string; readonly process: ExecutableProcess }[],
): Readonly<Record<string, LocalizedText>> =>
  Object.fromEntries(
    processes
      .filter(({ path }) => isOfBlock(path))
      .flatMap(({ process }) =>
        process.elements.flatMap(({ id, properties }) => {
          const names = namesIn(properties);
          return names === null ? [] : [[id, names] as const];
        }),
      ),
  );

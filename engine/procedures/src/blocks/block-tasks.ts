import type { ExecutableProcess } from '@irisflow/bpmn';
import type { ProcedureDescription } from '../procedure-description.ts';
import { constantOf } from '@irisflow/names';
import { isOfBlock } from './block.ts';
import { actsIn, namesIn } from './draw-block.ts';

/** The tasks of the blocks of a folder as their drawings say, by their ids: a procedure that describes one itself says more, such as whom to keep from it. */
export const blockTasks = (
  processes: readonly { readonly path: string; readonly process: ExecutableProcess }[],
): ProcedureDescription['tasks'] =>
  Object.fromEntries(
    processes
      .filter(({ path }) => isOfBlock(path))
      .flatMap(({ process }) =>
        process.elements.flatMap((element) => {
          if (element.kind !== 'userTask') return [];
          const name = namesIn(element.properties);
          const { externalReference } = element.userTask;
          const form = externalReference === null ? null : constantOf(externalReference);
          const separateFromActs = actsIn(element.properties);
          return name === null || form === null
            ? []
            : [[element.id, { name, form, separateFrom: [], separateFromActs }] as const];
        }),
      ),
  );

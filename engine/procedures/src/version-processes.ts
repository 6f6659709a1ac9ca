import type { ExecutableProcess } from '@irisflow/bpmn';
import type { Queryable } from '@irisflow/database';
import { readFolder } from './read-folder.ts';
import { withReopenedWork } from './reopening/reopened-work.ts';
import { type DefinitionRow, listProcessDefinitions } from './storage/definitions.ts';
import { listVersionFiles } from './storage/procedures.ts';

/** A process of a published version: as the engine knows it, and what it is made of. */
export interface VersionProcess {
  readonly definition: DefinitionRow;
  readonly process: ExecutableProcess;
}

/** The processes of a published version, those of its blocks and the platform's own included. */
export const readVersionProcesses = async (
  db: Queryable,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<VersionProcess[]> => {
  const { processes } = withReopenedWork(readFolder(await listVersionFiles(db, { key, version })));
  const definitions = (await listProcessDefinitions(db, key)).filter((row) => row.version === version);
  return processes.flatMap(({ path, process }) => {
    const definition = definitions.find((row) => row.path === path && row.original_id === process.id);
    return definition === undefined ? [] : [{ definition, process }];
  });
};

import type { Playable } from '@irisflow/scenarios';
import { fileKindOf } from '../file-kind.ts';
import type { ProcedureFolder } from '../read-folder.ts';

/** What of a folder an engine runs. */
export const playableOf = ({ files, description }: Pick<ProcedureFolder, 'files' | 'description'>): Playable => ({
  processId: description?.process.id ?? '',
  resources: files
    .filter(({ path }) => fileKindOf(path) === 'process' || fileKindOf(path) === 'decision')
    .map(({ path, content }) => ({ name: path, text: content })),
});

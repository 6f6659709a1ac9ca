import type { ProcedureProblem } from '@irisflow/foundation';
import { withBlocks } from '../blocks/with-blocks.ts';
import { requireFolder, type FolderFile } from '../folder-limits.ts';
import { readFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';
import type { ConnectorOffer } from './lint-references.ts';

/**
 * Lints a procedure folder outside the platform, with the same answer as publication gives, except that nobody can be asked
 * which connectors of others there are: those are warnings. INPUT_INVALID for files that an import refuses. Without `connectorTypes` the names of connectors are not checked, without `sourceTypes` not whether
 * the sources they consult are declared, without `templates` not whether steps say what their connectors need.
 * @example lintProcedureFiles(files, { connectorTypes: ['letter', 'case-store'] })
 */
export const lintProcedureFiles = (
  files: readonly FolderFile[],
  { connectorTypes, sourceTypes = [], templates = new Map() }: Partial<Omit<ConnectorOffer, 'servedTypes'>> = {},
): ProcedureProblem[] => {
  requireFolder(files);
  return lintFolder(readFolder(withBlocks(files)), {
    connectorTypes: connectorTypes ?? null,
    sourceTypes,
    servedTypes: null,
    templates,
  });
};

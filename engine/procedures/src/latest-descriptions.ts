import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { ProcedureDescription } from './procedure-description.ts';
import { readDescription } from './read-folder.ts';
import { listLatestDescriptionRows } from './storage/procedures.ts';

/** What the newest usable version of a procedure says of itself. */
export interface LatestDescription {
  readonly version: number;
  readonly administration: string;
  /** As its own file has it: without what its drawings add about tasks and elements. */
  readonly description: ProcedureDescription;
}

/** Of each procedure that may be used, by key. Drawings and forms stay unread: a catalog needs none of them. */
export const listLatestDescriptions = async (db: Queryable): Promise<LatestDescription[]> =>
  (await listLatestDescriptionRows(db)).map(({ version, administration, path, content }) => {
    const { value: description } = readDescription(content, path);
    if (description === null)
      throw new CaseworkError(
        'PROCEDURE_INVALID',
        `Expected ${path} of version ${version} to be readable, but it is not`,
      );
    return { version, administration, description };
  });

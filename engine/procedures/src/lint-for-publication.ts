import { authorizationInForce } from './authorizations/authorization-in-force.ts';
import { withBlocks } from './blocks/with-blocks.ts';
import { connectorOfferFor } from './connector-offer.ts';
import type { Surroundings } from './surroundings.ts';
import type { ProcedureProblem } from '@irisflow/foundation';
import type { FolderFile } from './folder-limits.ts';
import { lintProcedure } from './lint/lint-procedure.ts';
import { problemOf } from './lint/problem.ts';
import { isRightSource } from './right-source-description.ts';
import { answersTo, findRightSource } from './storage/right-sources.ts';
import { readFolder } from './read-folder.ts';

interface Draft {
  readonly key: string;
  readonly administration: string;
  readonly files: readonly FolderFile[];
}

/** What the lint says of a draft, and which of its sources nobody has authorized yet: those will not answer. */
export const lintForPublication = async (
  surroundings: Surroundings,
  { key: procedureKey, administration, files }: Draft,
): Promise<ProcedureProblem[]> => {
  const { database } = surroundings;
  const folder = readFolder(withBlocks(files));
  const offer = await connectorOfferFor(surroundings, administration);
  const problems = await lintProcedure(database, folder, { ...offer, administration });
  for (const [index, { key: sourceKey }] of (folder.description?.sources ?? []).entries()) {
    const found = await authorizationInForce(surroundings, database, { administration, procedureKey, sourceKey });
    const place = { pointer: `/sources/${index}`, severity: 'warning' } as const;
    if (found === null)
      problems.push(problemOf({ file: 'procedure.json', code: 'SOURCE_NOT_AUTHORIZED', subject: sourceKey, place }));
    const offered = isRightSource(sourceKey) ? await findRightSource(database, sourceKey) : undefined;
    if (isRightSource(sourceKey) && (offered === undefined || !answersTo(offered, administration)))
      problems.push(problemOf({ file: 'procedure.json', code: 'RIGHT_SOURCE_CLOSED', subject: sourceKey, place }));
  }
  return problems;
};

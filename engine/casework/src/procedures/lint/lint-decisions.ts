import type { ProcedureProblem } from '../../views/procedure.ts';
import { fileKindOf } from '../file-kind.ts';
import type { ProcedureFolder } from '../read-folder.ts';

/** Ids and problems of the decisions in a folder's DMN files. */
export const lintDecisions = ({
  files,
}: ProcedureFolder): { readonly decisionIds: readonly string[]; readonly problems: readonly ProcedureProblem[] } => ({
  decisionIds: files
    .filter(({ path }) => fileKindOf(path) === 'decision')
    .flatMap(({ content }) =>
      [...content.matchAll(/<(?:\w+:)?decision\b[^>]*\bid="([^"]+)"/g)].map((match) => match[1] ?? ''),
    ),
  problems: [],
});

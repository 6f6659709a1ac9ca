import { requireStaff } from '@irisflow/access';
import { legalText } from '../legal-reference.ts';
import type { ProcedureDescription } from '../procedure-description.ts';
import { listLatestVersionRows } from '../storage/procedures.ts';
import type { UseCase } from '../surroundings.ts';
import type { SourcesOfProcedure } from '../views/authorization.ts';

const viewSources = ({ key: procedureKey, title, sources }: ProcedureDescription): SourcesOfProcedure => ({
  procedureKey,
  title,
  sources: sources.map(({ key, name, what, purpose, legalBasis, fields = [] }) => ({
    key,
    name,
    what,
    purpose,
    legalBasis: legalText(legalBasis),
    fields,
  })),
});

/** What the published procedures of the administrator's administration ask of which source. */
export const listDeclaredSources: UseCase<Record<string, never>, SourcesOfProcedure[]> = async (
  { database, library },
  actor,
) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const rows = await listLatestVersionRows(database);
  const own = rows.filter((row) => row.administration === administration);
  const procedures = await Promise.all(
    own.map(({ procedure_key: key, version }) => library.version(database, key, version)),
  );
  return procedures.map(({ description }) => viewSources(description));
};

import { findAdministration, requireStaff } from '@irisflow/access';
import { inEveryLocale } from '@irisflow/foundation';
import { answersTo, listRightSourceRows } from '@irisflow/procedures';
import type { UseCase } from '../surroundings.ts';
import type { RightSourceView } from '../views/right-source.ts';
import { viewSource } from './view-source.ts';

/** The kinds of rights that my administration offers to others, and those of others that it may ask. */
export const listRightSources: UseCase<Record<string, never>, RightSourceView[]> = async ({ database }, actor) => {
  const { administration } = requireStaff(actor, ['agent', 'supervisor', 'analyst', 'administrator']);
  const views: RightSourceView[] = [];
  for (const row of await listRightSourceRows(database)) {
    const isOwn = row.administration === administration;
    if (!isOwn && !answersTo(row, administration)) continue;
    const owner = await findAdministration(database, row.administration);
    views.push(viewSource(row, { isOwn, administrationName: owner?.name ?? inEveryLocale(() => row.administration) }));
  }
  return views;
};

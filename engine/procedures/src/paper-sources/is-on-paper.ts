import type { Queryable } from '@irisflow/database';
import { dayOf } from '@irisflow/calendar';
import { findPaperSource } from '../storage/paper-sources.ts';
import type { Surroundings } from '../surroundings.ts';

/** Whether an administration has what a source would say proven on paper today. */
export const isOnPaper = async (
  { clock }: Pick<Surroundings, 'clock'>,
  db: Queryable,
  source: { administration: string; sourceKey: string },
): Promise<boolean> => {
  const row = await findPaperSource(db, source);
  return row !== undefined && (row.valid_on === null || row.valid_on >= dayOf(clock.now()));
};

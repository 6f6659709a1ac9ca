import type { Queryable } from '@irisflow/database';
import { setCaseStatusRow, type CaseRow } from '../storage/cases.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import { type CaseStatus, endStatuses } from '@irisflow/procedures';
import { ownStatusAt } from './own-status.ts';
import { meetOpenTerms } from '@irisflow/terms';
import { cancelRequests } from './request-terms.ts';

/** A case that is closed again without another decision ends as it had ended before it was reopened. */
const endOf = ({ reopened_from: before }: CaseRow, wanted: CaseStatus): CaseStatus =>
  wanted === 'closed' ? (before ?? wanted) : wanted;

/** Moves a case to a status; its terms stop and nothing more is asked when that is an end. The status it has already changes nothing. */
export const moveCase = async (
  { clock, library }: Surroundings,
  tx: Queryable,
  row: CaseRow,
  wanted: CaseStatus,
): Promise<void> => {
  const at = clock.now();
  const status = endOf(row, wanted);
  if (row.status !== status) {
    const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
    const ownStatus = ownStatusAt(description, { status, milestone: row.milestone });
    await setCaseStatusRow(tx, { row, status, ownStatus, at });
  }
  if (!endStatuses.includes(status)) return;
  const day = dayOf(at);
  await cancelRequests(tx, row.id, day);
  await meetOpenTerms(tx, row.id, day);
};

import { requireClerk, appendAudit } from '@irisflow/access';
import {
  CaseworkError,
  cursorOf,
  foldedWords,
  pageLimit,
  positionOf,
  instantOf,
  type Locale,
  type Page,
} from '@irisflow/foundation';
import { insertNote } from '../storage/case-parts.ts';
import { countCaseRows, listStatusesInUse, searchCaseRows, touchCase } from '../storage/cases.ts';
import type { UseCase } from '../surroundings.ts';
import { caseStatuses, type CaseStatus } from '@irisflow/procedures';
import type { CaseSummary, CaseView } from '../views/case.ts';
import { requireClerkCase } from './case-access.ts';
import { recordOpening } from './record-opening.ts';
import { summarizeCases } from './case-summary.ts';
import { viewCase } from './case-view.ts';

export interface SearchCases {
  readonly search?: string;
  readonly status?: CaseStatus;
  readonly procedure?: string;
  readonly language?: Locale;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Cases of the clerk's administration, the newest first. */
export const searchCases: UseCase<SearchCases, Page<CaseSummary>> = async (surroundings, actor, input) => {
  const { administration } = requireClerk(actor);
  const { database } = surroundings;
  const limit = pageLimit(input.limit);
  const search = {
    administration,
    words: foldedWords(input.search),
    status: input.status ?? null,
    procedureKey: input.procedure ?? null,
    language: input.language ?? null,
  };
  const position = positionOf(input.cursor, 'instant');
  const before = position === null ? null : { at: position.sort, id: position.id };
  const rows = await searchCaseRows(database, search, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await summarizeCases(surroundings, database, shown),
    total: await countCaseRows(database, search),
    nextCursor:
      rows.length > limit && last !== undefined ? cursorOf({ sort: instantOf(last.submitted_at), id: last.id }) : null,
  };
};

/** The statuses that cases of the clerk's administration have: no other one finds anything. */
export const listCaseStatuses: UseCase<Record<string, never>, CaseStatus[]> = async ({ database }, actor) => {
  const { administration } = requireClerk(actor);
  return listStatusesInUse(database, { administration, statuses: caseStatuses });
};

/** The whole file of a case; that it was read is on record, for the applicant too. */
export const getCase: UseCase<{ caseId: string }, CaseView> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    const view = await viewCase(surroundings, tx, row, { audience: 'agent', language: clerk.person.language });
    await recordOpening(surroundings, tx, { clerk, row });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'case.read',
      object: `case:${row.id}`,
      administration: row.administration,
    });
    return view;
  });

const MAX_NOTE = 5000;

/** Adds a note that applicants never see. */
export const addNote: UseCase<{ caseId: string; text: string }, CaseView> = async (
  surroundings,
  actor,
  { caseId, text },
) => {
  const note = text.trim();
  if (note === '' || note.length > MAX_NOTE)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a note of 1 to ${MAX_NOTE} characters, but found ${note.length}`,
    );
  const at = surroundings.clock.now();
  return surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    await insertNote(tx, { caseId, administration: row.administration, at, personId: clerk.person.id, text: note });
    await touchCase(tx, { id: caseId, at });
    await recordOpening(surroundings, tx, { clerk, row });
    const view = await viewCase(surroundings, tx, row, { audience: 'agent', language: clerk.person.language });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'note.added',
      object: `case:${caseId}`,
      administration: row.administration,
    });
    return view;
  });
};

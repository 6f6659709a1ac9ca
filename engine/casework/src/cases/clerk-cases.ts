import { appendAudit, namedProcedures, noteSystemRead, requireOffice } from '@irisflow/access';
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
import { listOwnStatusesInUse, listStatusesInUse, touchCase } from '../storage/cases.ts';
import { countCaseRows, searchCaseRows } from '../storage/search-cases.ts';
import type { UseCase } from '../surroundings.ts';
import { caseStatuses, type CaseStatus } from '@irisflow/procedures';
import type { CaseSummary, CaseView, OwnStatusView } from '../views/case.ts';
import { requireClerkCase, requireFileReader } from './case-access.ts';
import { recordOpening } from './record-opening.ts';
import { summarizeCases } from './case-summary.ts';
import { viewCase } from './case-view.ts';

export interface SearchCases {
  readonly search?: string;
  readonly status?: CaseStatus;
  readonly procedure?: string;
  readonly language?: Locale;
  /** An own status of the procedure that is given with it. */
  readonly ownStatus?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Cases of the clerk's administration, the newest first. */
export const searchCases: UseCase<SearchCases, Page<CaseSummary>> = async (surroundings, actor, input) => {
  const { administration, procedures } = requireOffice(actor, 'cases.read');
  const { database } = surroundings;
  const limit = pageLimit(input.limit);
  const search = {
    administration,
    words: foldedWords(input.search),
    status: input.status ?? null,
    procedureKey: input.procedure ?? null,
    ...(actor.kind === 'apiToken' && { reach: procedures }),
    ...(actor.kind === 'person' && namedProcedures(actor.person.reach)),
    language: input.language ?? null,
    ownStatus: input.procedure === undefined ? null : (input.ownStatus ?? null),
  };
  const position = positionOf(input.cursor, 'instant');
  const before = position === null ? null : { at: position.sort, id: position.id };
  const rows = await searchCaseRows(database, search, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  await noteSystemRead(surroundings, actor, {
    object: 'cases',
    detail: { count: shown.length, procedure: search.procedureKey, status: search.status },
  });
  return {
    items: await summarizeCases(surroundings, database, shown, 'agent'),
    total: await countCaseRows(database, search),
    nextCursor:
      rows.length > limit && last !== undefined ? cursorOf({ sort: instantOf(last.submitted_at), id: last.id }) : null,
  };
};

/** The statuses that cases of the clerk's administration have: no other one finds anything. */
export const listCaseStatuses: UseCase<Record<string, never>, CaseStatus[]> = async ({ database }, actor) => {
  const { administration } = requireOffice(actor, 'cases.read');
  return listStatusesInUse(database, { administration, statuses: caseStatuses });
};

/** The own statuses that cases of the clerk's administration have, in the words of the office. */
export const listOwnStatuses: UseCase<Record<string, never>, OwnStatusView[]> = async (surroundings, actor) => {
  const { administration } = requireOffice(actor, 'cases.read');
  const { database, library } = surroundings;
  const used = await listOwnStatusesInUse(database, administration);
  const views = used.map(async ({ procedure_key: procedureKey, own_status: key, version }) => {
    const { description } = await library.version(database, procedureKey, version);
    const text = description.statuses?.find((one) => one.key === key)?.internal;
    return text === undefined ? [] : [{ procedureKey, key, text }];
  });
  return (await Promise.all(views)).flat();
};

/** The whole file of a case; that it was read is on record, for the applicant too. */
export const getCase: UseCase<{ caseId: string }, CaseView> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireFileReader(tx, actor, caseId);
    const { person } = clerk;
    const view = await viewCase(surroundings, tx, row, { audience: 'agent', isSystem: person === null, clerk: person });
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
    const view = await viewCase(surroundings, tx, row, {
      audience: 'agent',
      clerk: clerk.person,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'note.added',
      object: `case:${caseId}`,
      administration: row.administration,
    });
    return view;
  });
};

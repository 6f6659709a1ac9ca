import type { Queryable } from '@irisflow/database';
import {
  type DocumentReference,
  keepClerkFile,
  listCaseDocuments,
  showDocuments,
  type Bytes,
} from '@irisflow/casework';
import { CaseworkError, isVisible, requireSaid } from '@irisflow/foundation';
import { listSummons, notePresence, type Presence } from '../storage/summons.ts';
import { MAX_DOCUMENTS, MAX_SAID } from '../said.ts';
import type { UseCase } from '../surroundings.ts';
import type { HearingView } from '../views/hearing.ts';
import { endHearing } from './end-hearing.ts';
import { type ClerkHearing, lockClerkHearing, type OfHearing } from './hearing-access.ts';
import { msOf, viewHearings } from './view-hearings.ts';

/** Of documents that go with the minutes of a hearing. */
const hearingCategory = 'hearing';

/** What came of a hearing. */
export interface HearingReport extends OfHearing {
  /** Of each who was summoned, by the place in the summons. */
  readonly presence: readonly { readonly position: number; readonly came: boolean; readonly statement?: string }[];
  /** What was said; nothing has to be where nobody came. */
  readonly minutes: string;
  /** Files that were added for these minutes. */
  readonly documents: readonly string[];
}

const invalid = (message: string, pointer: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', message, { errors: [{ pointer, keyword: 'required' }] });

const statementOf = (statement: string | undefined, position: number): string | null =>
  statement === undefined || !isVisible(statement)
    ? null
    : requireSaid(statement, { what: 'a statement', pointer: `/presence/${position}/statement`, most: MAX_SAID });

/** Of each who was summoned it is said whether they came, and nothing of anybody else. */
const presenceOf = async (
  tx: Queryable,
  { hearing }: ClerkHearing,
  { presence }: HearingReport,
): Promise<{ readonly present: readonly Presence[]; readonly applicantCame: boolean }> => {
  const summoned = (await listSummons(tx, hearing.case_id)).filter((one) => one.hearing_id === hearing.id);
  const said = new Map(presence.map((one) => [one.position, one]));
  if (said.size !== summoned.length || presence.length !== summoned.length)
    throw invalid(`Expected whether each of ${summoned.length} came, but found ${presence.length}`, '/presence');
  const present = summoned.map(({ position }) => {
    const one = said.get(position);
    if (one === undefined) throw invalid(`Expected whether number ${position} came, but nothing is said`, '/presence');
    return { position, came: one.came, statement: one.came ? statementOf(one.statement, position) : null };
  });
  const [first] = summoned;
  return { present, applicantCame: first?.participant_id === null && present[0]?.came === true };
};

const requireBegun = ({ hearing }: ClerkHearing, now: number): void => {
  if (msOf(hearing) <= now) return;
  throw new CaseworkError('HEARING_NOT_YET', 'Expected a hearing that has begun, but it is still to come');
};

/** Only what was added to this case for the minutes of a hearing goes with them. */
const requireAdded = async (tx: Queryable, caseId: string, documents: readonly string[]): Promise<string[]> => {
  const wanted = [...new Set(documents)];
  if (wanted.length > MAX_DOCUMENTS)
    throw new CaseworkError('DOCUMENT_LIMIT', `Expected at most ${MAX_DOCUMENTS} files, but found ${wanted.length}`);
  const added = (await listCaseDocuments(tx, caseId)).filter(({ category }) => category === hearingCategory);
  const stranger = wanted.find((one) => !added.some(({ id }) => id === one));
  if (stranger === undefined) return wanted;
  throw invalid(`Expected files that were added for minutes, but ${stranger.slice(0, 80)} is none`, '/documents');
};

const minutesOf = (minutes: string, anybodyCame: boolean): string | null =>
  !anybodyCame && !isVisible(minutes)
    ? null
    : requireSaid(minutes, { what: 'minutes', pointer: '/minutes', most: MAX_SAID });

/** Tells what came of a hearing, once: who came and what was said, or that nobody did. The applicant reads it from then on. */
export const holdHearing: UseCase<HearingReport, HearingView[]> = async (surroundings, actor, report) => {
  const { database, clock, outboxBell } = surroundings;
  const { caseId } = report;
  const views = await database.transaction(async (tx) => {
    const found = await lockClerkHearing(tx, actor, report);
    const { clerk, row, hearing } = found;
    requireBegun(found, clock.now());
    const { present, applicantCame } = await presenceOf(tx, found, report);
    const anybodyCame = present.some(({ came }) => came);
    const minutes = minutesOf(report.minutes, anybodyCame);
    const minutesDocuments = await requireAdded(tx, caseId, report.documents);
    for (const one of present) await notePresence(tx, hearing.id, one);
    if (minutesDocuments.length > 0) await showDocuments(tx, { caseId, ids: minutesDocuments });
    const end = { state: anybodyCame ? ('held' as const) : ('missed' as const), minutes, minutesDocuments };
    await endHearing(surroundings, tx, { actor, found, end, applicantCame });
    return viewHearings(tx, row, { personId: clerk.person.id, now: clock.now() });
  });
  outboxBell.ring();
  return views;
};

export interface HearingUpload extends OfHearing {
  readonly name: string;
  readonly content: Bytes;
}

/** Adds a file that goes with the minutes; the applicant sees it with them. */
export const addHearingDocument: UseCase<HearingUpload, DocumentReference> = (
  surroundings,
  actor,
  { caseId, hearingId, name, content },
) =>
  keepClerkFile(
    surroundings,
    actor,
    { caseId, name, content, category: hearingCategory, visibleToApplicant: false, detail: { hearing: hearingId } },
    async (tx) => void (await lockClerkHearing(tx, actor, { caseId, hearingId })),
  );

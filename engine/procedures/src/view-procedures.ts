import type { Queryable } from '@irisflow/database';
import { dayOf } from '@irisflow/calendar';
import { requireDesigner, findAdministration, type AdministrationView } from '@irisflow/access';
import { lookIn } from '@irisflow/branding';
import { isEngineFailure } from '@irisflow/engine-client';
import { listApprovalRows, type ApprovalRow } from './storage/approvals.ts';
import { listExceptionRows, type ExceptionRow } from './storage/exceptions.ts';
import { listScheduledHours, type ScheduledHour } from './storage/scheduled-publications.ts';
import type { VersionException } from './views/release-finding.ts';
import { instantOf, CaseworkError } from '@irisflow/foundation';
import { listProcessDefinitions } from './storage/definitions.ts';
import {
  countRunningByVersion,
  countRunningCases,
  findLatestVersion,
  listDraftFiles,
  listLatestVersionRows,
  listProcedureDraftRows,
  listVersionFiles,
  listVersionRows,
  type DraftRow,
  type VersionRow,
} from './storage/procedures.ts';
import { retirementNotices, retirementIn } from './retirement/retirement-notice.ts';
import { stateOf } from './retirement/view-retirement.ts';
import { listRetirementRows, type RetirementRow } from './storage/retirements.ts';
import { isShownTo } from './filed-by-public.ts';
import { isRequestedBy } from './requested-by.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type {
  ProcedureFile,
  ProcedureListItem,
  ProcedureSummary,
  ProcedureVersion,
  ProcedureView,
} from './views/procedure.ts';
import { ownFiles } from './blocks/with-blocks.ts';
import { filesOf, isChanged, titleOf } from './draft-view.ts';
import { type LatestDescription, listLatestDescriptions } from './latest-descriptions.ts';
import type { ProcedureDescription } from './procedure-description.ts';
import type { ProcedureLibrary, PublishedProcedure } from './procedure-library.ts';
import { requireOwnProcedure, unknownProcedure } from './require-procedure.ts';

const administrationOf = async (db: Queryable, key: string): Promise<AdministrationView> =>
  (await findAdministration(db, key)) ?? { key, name: { fr: key, nl: key, en: key } };

const summaryOf = async (
  db: Queryable,
  { version, administration, description }: LatestDescription,
): Promise<ProcedureSummary> => ({
  key: description.key,
  version,
  title: description.title,
  summary: description.summary,
  administration: await administrationOf(db, administration),
  audience: description.audience,
  minutes: description.minutes,
  searchWords: description.searchWords ?? { fr: [], nl: [], en: [] },
  themes: description.themes ?? [],
  lifeEvents: description.lifeEvents ?? [],
});

/** The newest usable version of each procedure. */
export const listPublishedProcedures = async (
  db: Queryable,
  library: ProcedureLibrary,
): Promise<PublishedProcedure[]> =>
  Promise.all((await listLatestVersionRows(db)).map((row) => library.version(db, row.procedure_key, row.version)));

/** The catalog of published procedures, for everybody; those that nobody applies for, for staff. */
export const listCatalog: UseCase<Record<string, never>, ProcedureSummary[]> = async (surroundings, actor) => {
  const { database } = surroundings;
  const published = await listLatestDescriptions(database);
  const shown = published.filter(({ description }) => isShownTo(actor, description));
  const notices = await retirementNotices(surroundings, database);
  return Promise.all(
    shown.map(async (one) => {
      const retirement = notices.get(one.description.key);
      return { ...(await summaryOf(database, one)), ...(retirement !== undefined && { retirement }) };
    }),
  );
};

const costOf = ({ cost }: ProcedureDescription): ProcedureView['cost'] =>
  cost === undefined ? null : { amount: cost.amount, note: cost.note ?? null };

/** A service answers for the public page; the person who signs is named in letters. */
const publicContactOf = ({ contact }: ProcedureDescription): ProcedureView['contact'] => ({
  service: contact.service ?? null,
  address: contact.address ?? null,
  email: contact.email,
  phone: contact.phone,
});

const counterOf = ({ counter }: ProcedureDescription): ProcedureView['counter'] =>
  counter === undefined ? null : { ...counter, appointment: counter.appointment ?? null };

/** What a procedure asks and gives. */
export const getProcedure: UseCase<{ key: string }, ProcedureView> = async (surroundings, actor, { key }) => {
  const { database, library } = surroundings;
  const published = await library.latest(database, key);
  const { description } = published;
  if (!isShownTo(actor, description)) throw unknownProcedure(key);
  return {
    ...(await summaryOf(database, published)),
    ...(await retirementIn(surroundings, database, key)),
    conditions: description.conditions,
    documents: description.documents,
    steps: description.steps.map(({ label }) => label),
    legalBasis: description.legalBasis,
    sources: description.sources.map(({ key: source, name, what }) => ({ key: source, name, what })),
    decisionDays: description.decisionDays,
    cost: costOf(description),
    contact: publicContactOf(description),
    counter: counterOf(description),
    hasEligibilityCheck: published.eligibility !== null,
    hasMailLink: description.mailLink === true,
    ...(await lookIn(database, published.administration)),
  };
};

interface VersionParts {
  readonly running: number;
  /** None when the version gives no reasons that need one. */
  readonly approval: ApprovalRow | undefined;
  readonly exception: ExceptionRow | undefined;
  /** Whether whoever looks asked for the approval. */
  readonly isOwn: boolean;
}

const approvalOf = ({ approval, isOwn }: VersionParts): ProcedureVersion['approval'] => {
  if (approval === undefined) return null;
  if (approval.approved_at !== null)
    return { state: 'approved', at: instantOf(approval.approved_at), by: approval.approved_by ?? '' };
  return { state: 'waiting', canApprove: !isOwn };
};

const exceptionOf = ({ reason, findings }: ExceptionRow): VersionException => ({
  reason,
  findings: findings as VersionException['findings'],
});

export const viewVersion = (row: VersionRow, parts: VersionParts): ProcedureVersion => ({
  version: row.version,
  publishedAt: instantOf(row.published_at),
  publishedBy: row.published_by,
  note: row.note,
  processDefinitionKey: row.process_definition_key,
  running: parts.running,
  approval: approvalOf(parts),
  exception: parts.exception === undefined ? null : exceptionOf(parts.exception),
});

/** The published versions, the newest first. */
export const listVersions: UseCase<{ key: string }, ProcedureVersion[]> = async ({ database }, actor, { key }) => {
  await requireOwnProcedure(database, actor, key);
  const running = await countRunningByVersion(database, key);
  const approvals = new Map((await listApprovalRows(database, key)).map((row) => [row.version, row]));
  const exceptions = new Map((await listExceptionRows(database, key)).map((row) => [row.version, row]));
  const viewed = async (row: VersionRow): Promise<ProcedureVersion> => {
    const approval = approvals.get(row.version);
    const isOwn =
      approval !== undefined && approval.approved_at === null && (await isRequestedBy(database, approval, actor));
    return viewVersion(row, {
      running: running.get(row.version) ?? 0,
      approval,
      exception: exceptions.get(row.version),
      isOwn,
    });
  };
  return Promise.all((await listVersionRows(database, key)).map(viewed));
};

/** The files of a published version that somebody wrote; those of blocks come with the platform. */
export const getVersion: UseCase<{ key: string; version: number }, ProcedureFile[]> = async (
  { database },
  actor,
  wanted,
) => {
  await requireOwnProcedure(database, actor, wanted.key);
  const files = filesOf(ownFiles(await listVersionFiles(database, wanted)));
  if (files.length > 0) return files;
  throw new CaseworkError('NOT_FOUND', `Expected version ${wanted.version} of ${wanted.key}, but there is none`);
};

/** Ids whose instances may have incidents now: of the newest version and of those that cases still run on. */
const watchedIds = async (db: Queryable, { procedure_key: key, version: latest }: VersionRow): Promise<string[]> => {
  const running = await countRunningByVersion(db, key);
  const definitions = await listProcessDefinitions(db, key);
  const watched = definitions.filter(({ version }) => version === latest || running.has(version));
  return [...new Set(watched.map(({ definition_id: id }) => id))];
};

/** Open incidents of a procedure; the list of procedures does without them when the engine is away. */
const countIncidents = async ({ database, engine }: Surroundings, latest: VersionRow | undefined): Promise<number> => {
  if (latest === undefined) return 0;
  try {
    let count = 0;
    for (const processDefinitionId of await watchedIds(database, latest))
      count += (await engine.monitor.incidents({ processDefinitionId })).length;
    return count;
  } catch (thrown) {
    if (isEngineFailure(thrown)) return 0;
    throw thrown;
  }
};

interface ListParts {
  readonly administration: AdministrationView;
  readonly running: ReadonlyMap<string, number>;
  readonly hours: ReadonlyMap<string, ScheduledHour>;
  readonly ends: ReadonlyMap<string, RetirementRow>;
}

const scheduledOf = (hour: ScheduledHour | undefined, latest: number | null): ProcedureListItem['scheduled'] => {
  if (hour === undefined) return null;
  const stopped = hour.based_on === latest ? null : 'held';
  return {
    goesLiveAt: instantOf(hour.goes_live_at),
    state: stopped ?? (hour.failed_at === null ? 'waiting' : 'failing'),
  };
};

const endOf = (row: RetirementRow | undefined, today: string): ProcedureListItem['retirement'] => {
  if (row === undefined) return null;
  const isClosed = row.approved_at !== null && today >= row.closes_on;
  return { closesOn: row.closes_on, isClosed, state: stateOf(row, isClosed) };
};

const listItemOf = async (
  surroundings: Surroundings,
  draft: DraftRow,
  { administration, running, hours, ends }: ListParts,
): Promise<ProcedureListItem> => {
  const { database } = surroundings;
  const key = draft.procedure_key;
  const latest = await findLatestVersion(database, key);
  const files = await listDraftFiles(database, key);
  return {
    key,
    title: titleOf(key, files),
    administration,
    publishedVersion: latest?.version ?? null,
    publishedAt: latest === undefined ? null : instantOf(latest.published_at),
    draftChanged: await isChanged(database, draft, files),
    updatedAt: instantOf(draft.updated_at),
    running: running.get(key) ?? 0,
    incidents: await countIncidents(surroundings, latest),
    scheduled: scheduledOf(hours.get(key), latest?.version ?? null),
    retirement: endOf(ends.get(key), dayOf(surroundings.clock.now())),
  };
};

/** The procedures of the designer's administration with their drafts. */
export const listProcedures: UseCase<Record<string, never>, ProcedureListItem[]> = async (surroundings, actor) => {
  const { administration: key } = requireDesigner(actor);
  const { database } = surroundings;
  const shared = {
    administration: await administrationOf(database, key),
    running: await countRunningCases(database, key),
    ends: new Map((await listRetirementRows(database, key)).map((row) => [row.procedure_key, row])),
    hours: new Map((await listScheduledHours(database, key)).map((row) => [row.procedure_key, row])),
  };
  const drafts = await listProcedureDraftRows(database, key);
  return Promise.all(drafts.map((draft) => listItemOf(surroundings, draft, shared)));
};

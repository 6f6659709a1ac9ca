import { addDays, dayOf } from '@irisflow/calendar';
import { lookIn } from '@irisflow/branding';
import { requireApplying, requireApplyingFor, type Actor, appendAudit, type Applying } from '@irisflow/access';
import { isOfApplying } from '../cases/case-access.ts';
import {
  endStatuses,
  isShownTo,
  requireAssuranceOf,
  refuseRetired,
  retirementIn,
  unknownProcedure,
  type PublishedProcedure,
} from '@irisflow/procedures';
import { CaseworkError, instantOf, isoOf, type FormData, type Locale } from '@irisflow/foundation';
import {
  countOpenThings,
  deleteApplication,
  findOpenApplication,
  insertApplication,
  listOpenApplications,
  updateApplication,
  type ApplicationRow,
} from '../storage/applications.ts';
import { listCasesOfPerson } from '../storage/cases.ts';
import { attachConsultationsToDraft } from '../storage/consultations.ts';
import { deleteDraftDocuments, documentReference, listDraftDocuments } from '../storage/documents.ts';
import type { Queryable } from '@irisflow/database';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ApplicationDraft, DraftSummary } from '../views/application.ts';
import { applicationForm } from './application-form.ts';
import { lockFillable, requireApplication, requireOpen, unknownApplication } from './fillable-application.ts';
import { gatherPrefill } from './prefill.ts';
import { openCasesOf } from './open-cases.ts';
import { isScan } from './scans.ts';

const MAX_DATA_CHARACTERS = 1_000_000;

export const requireReasonable = (data: FormData): void => {
  const length = JSON.stringify(data).length;
  if (length > MAX_DATA_CHARACTERS)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected at most ${MAX_DATA_CHARACTERS} characters of answers, but found ${length}`,
    );
};

const officeOf = async (db: Queryable, row: ApplicationRow): Promise<Pick<ApplicationDraft, 'office'>> => {
  const { applicant, channel, contact_id: contactId, received_on: receivedOn } = row;
  if (applicant === null) return {};
  const scans = (await listDraftDocuments(db, row.id)).filter(isScan).map(documentReference);
  return { office: { applicant, channel, receivedOn, contactId, scans } };
};

/** Days that an application is kept which nobody sends or changes. */
export const KEPT_DRAFT_DAYS = 365;

const keepingOf = ({ saved_at: at }: Pick<ApplicationRow, 'saved_at'>) => {
  const savedAt = instantOf(at);
  return { savedAt, keptUntil: addDays(dayOf(Date.parse(savedAt)), KEPT_DRAFT_DAYS) };
};

export const viewApplication = async (surroundings: Surroundings, row: ApplicationRow): Promise<ApplicationDraft> => {
  const { library, database } = surroundings;
  const procedure = await library.version(database, row.procedure_key, row.procedure_version);
  return {
    id: row.id,
    procedureKey: row.procedure_key,
    title: procedure.description.title,
    ...keepingOf(row),
    procedureVersion: row.procedure_version,
    revision: row.revision,
    language: row.language,
    form: applicationForm(procedure).form,
    data: row.data,
    prefill: row.prefill,
    unavailable: row.unavailable,
    page: row.page,
    openCases: row.case_id === null ? await openCasesOf(database, row) : [],
    ...(await lookIn(database, row.administration)),
    ...(await officeOf(database, row)),
    ...(await retirementIn(surroundings, database, row.procedure_key)),
  };
};

export interface Opening {
  readonly procedureKey: string;
  readonly language: Locale;
}

/** Far more than anybody has going on; it stops programs that open applications without end. */
const MAX_OPEN = 50;

const requireRoom = async (tx: Queryable, personId: string): Promise<void> => {
  if ((await countOpenThings(tx, { personId, ended: endStatuses })) < MAX_OPEN) return;
  throw new CaseworkError(
    'TOO_MANY_OPEN',
    `Expected at most ${MAX_OPEN} open applications and cases, but there are more`,
  );
};

/** A procedure for people has no answer for a company, and the other way round: its process would stand still. */
const requireAudience = ({ key, description: { audience } }: PublishedProcedure, { acting }: Applying): void => {
  const found = acting?.party.kind === 'organization' ? 'company' : 'citizen';
  if (audience.includes(found)) return;
  throw new CaseworkError(
    'WRONG_AUDIENCE',
    `Expected ${audience.join(' or ')} as applicant of ${key}, but found ${found}`,
  );
};

const open = async (surroundings: Surroundings, actor: Actor, { procedureKey, language }: Opening): Promise<void> => {
  const applying = requireApplyingFor(actor, procedureKey);
  const { partyId } = applying;
  const { database, clock, random, library } = surroundings;
  const procedure = await library.latest(database, procedureKey);
  if (!isShownTo(actor, procedure.description)) throw unknownProcedure(procedureKey);
  // Before a source is asked for nothing.
  await refuseRetired(surroundings, database, { key: procedureKey });
  requireAudience(procedure, applying);
  const prefill = await gatherPrefill(surroundings, actor, { procedure, form: applicationForm(procedure) });
  const id = random.id();
  await database.transaction(async (tx) => {
    await refuseRetired(surroundings, tx, { key: procedureKey });
    await requireRoom(tx, partyId);
    const isNew = await insertApplication(tx, {
      id,
      procedureKey,
      procedureVersion: procedure.version,
      administration: procedure.administration,
      personId: partyId,
      language,
      data: prefill.data,
      prefill: prefill.values,
      unavailable: prefill.unavailable,
      at: clock.now(),
    });
    // The sources were asked, whoever opened first: that stays on record.
    if (isNew) await attachConsultationsToDraft(tx, { ids: prefill.consultationIds, draftId: id });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'application.opened',
      object: `application:${id}`,
      administration: procedure.administration,
      detail: { procedure: procedureKey, consultations: prefill.consultationIds },
    });
  });
};

/** Whoever has no identity applies once, in the procedure that let them in. */
const refuseFurther = async (
  db: Queryable,
  actor: Actor,
  { personId, procedureKey }: { readonly personId: string; readonly procedureKey: string },
): Promise<void> => {
  const { onlyFor } = requireApplyingFor(actor, procedureKey).person;
  if (onlyFor === undefined) return;
  if (onlyFor === procedureKey && (await listCasesOfPerson(db, personId)).length === 0) return;
  throw new CaseworkError('FORBIDDEN', `Expected one application in ${onlyFor}, but found another one`);
};

/** Opens an application, prefilled from the sources its procedure declares; an open one of the procedure is resumed. */
export const createDraft: UseCase<Opening, ApplicationDraft> = async (surroundings, actor, opening) => {
  const { procedureKey } = opening;
  const wanted = { personId: requireApplyingFor(actor, procedureKey).partyId, procedureKey };
  const known = await findOpenApplication(surroundings.database, wanted);
  const { version } =
    known === undefined
      ? await surroundings.library.latest(surroundings.database, procedureKey)
      : { version: known.procedure_version };
  await requireAssuranceOf(surroundings.database, actor, { key: procedureKey, version, act: 'file' });
  if (known === undefined) await refuseFurther(surroundings.database, actor, wanted);
  if (known !== undefined) return viewApplication(surroundings, known);
  await open(surroundings, actor, opening);
  const row = await findOpenApplication(surroundings.database, wanted);
  if (row === undefined) throw unknownApplication(procedureKey);
  return viewApplication(surroundings, row);
};

export const getDraft: UseCase<{ draftId: string }, ApplicationDraft> = async (surroundings, actor, { draftId }) => {
  const row = await requireApplication(surroundings.database, actor, draftId);
  return viewApplication(surroundings, requireOpen(row));
};

/** The applications of whom I act for, or my own, that are not submitted yet. */
export const listDrafts: UseCase<Record<string, never>, DraftSummary[]> = async (surroundings, actor) => {
  const { database, library } = surroundings;
  const applying = requireApplying(actor);
  const rows = await listOpenApplications(database, applying.partyId);
  return Promise.all(
    rows
      .filter((row) => isOfApplying(applying, row))
      .map(async (row) => ({
        id: row.id,
        procedureKey: row.procedure_key,
        title: (await library.version(database, row.procedure_key, row.procedure_version)).description.title,
        ...keepingOf(row),
        ...(await retirementIn(surroundings, database, row.procedure_key)),
      })),
  );
};

export interface Save {
  readonly draftId: string;
  readonly data: FormData;
  readonly language: Locale;
  readonly revision: number;
  readonly page?: string | null;
}

/** Saves the answers so far as they are; rules run at submission. A stale revision is refused. */
export const saveDraft: UseCase<Save, { revision: number; savedAt: string }> = async (
  { database, clock },
  actor,
  save,
) => {
  requireReasonable(save.data);
  const at = clock.now();
  const revision = await database.transaction(async (tx) => {
    const row = requireOpen(await lockFillable(tx, actor, save.draftId));
    if (row.revision !== save.revision)
      throw new CaseworkError(
        'STALE_REVISION',
        `Expected revision ${row.revision}, but the answers are for ${save.revision}`,
      );
    const page = save.page === undefined ? row.page : save.page;
    // The language of who asks was noted; the clerk reads in their own.
    const language = row.opened_by === null ? save.language : row.language;
    return updateApplication(tx, { id: row.id, data: save.data, language, page, at });
  });
  return { revision, savedAt: isoOf(at) };
};

/** Throws an application and its files away. */
export const discardDraft: UseCase<{ draftId: string }, void> = async (surroundings, actor, { draftId }) => {
  await surroundings.database.transaction(async (tx) => {
    const row = requireOpen(await lockFillable(tx, actor, draftId));
    await deleteDraftDocuments(tx, row.id);
    await deleteApplication(tx, row.id);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'application.discarded',
      object: `application:${row.id}`,
      administration: row.administration,
    });
  });
};

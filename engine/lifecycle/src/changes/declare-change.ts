import { type Actor, appendAudit, canonicalJson, type KnownPerson } from '@irisflow/access';
import { dayOf, addDays } from '@irisflow/calendar';
import {
  applicantName,
  type CaseRow,
  insertTimelineEntry,
  listCaseDocuments,
  lockApplicantCase,
  requireReasonable,
  touchCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { segmentsOf, writeAt } from '@irisflow/forms';
import { CaseworkError, type FormData, type LocalizedText, requireSaid } from '@irisflow/foundation';
import { requireAssuranceOf } from '@irisflow/procedures';
import { readApart } from '@irisflow/restricted';
import { judgeAnswers } from '../corrections/correct-answers.ts';
import { type ChangeRow, endChange, insertChange, listChanges, type NewChange } from '../storage/changes.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { DeclaredAnswer, MyChanges, ToldChange } from '../views/change.ts';
import { changeTexts } from './change-texts.ts';
import {
  answersAbout,
  notOffered,
  offeredOf,
  partLabel,
  procedureOf,
  requireRunning,
  subjectOf,
} from './offered-changes.ts';
import { viewMyChanges } from './view-changes.ts';

export const MAX_CHANGE_REASON = 2000;
export const MAX_CHANGE_DOCUMENTS = 10;
/** A case runs for years at most, and what is announced is near. */
const DAYS_BACK = 3660;
const DAYS_AHEAD = 366;

interface Said {
  readonly caseId: string;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly reason: string;
}

export interface DeclareChange extends Said {
  readonly answers: readonly DeclaredAnswer[];
  readonly documents: readonly string[];
}

const requireSince = ({ clock }: Surroundings, since: string): void => {
  const today = dayOf(clock.now());
  const [first, last] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
  if (since >= first && since <= last) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day from ${first} to ${last}, but found ${since.slice(0, 20)}`, {
    errors: [{ pointer: '/since', keyword: 'dateRange' }],
  });
};

/** Only files that the applicant added to this case go with it. */
const requireDocuments = async (tx: Queryable, caseId: string, documents: readonly string[]): Promise<void> => {
  const own = new Set(
    (await listCaseDocuments(tx, caseId))
      .filter(({ origin, visible_to_applicant: isShown }) => origin === 'applicant' && isShown)
      .map(({ id }) => id),
  );
  const missing = documents.find((id) => !own.has(id));
  if (missing !== undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected documents of this case, but ${missing.slice(0, 80)} is none`);
};

/** The answers of the case with those that are declared, each of a field that may be. */
const withDeclared = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, answers }: { readonly row: CaseRow; readonly answers: readonly DeclaredAnswer[] },
): Promise<FormData> => {
  const { fields = [] } = offeredOf(await procedureOf(surroundings, tx, row), row);
  const stranger = answers.find(({ pointer }) => !fields.includes(pointer));
  if (stranger !== undefined || answers.length === 0) throw notOffered(row, stranger?.pointer ?? 'no answer');
  return answers.reduce<FormData>((data, { pointer, value }) => writeAt(data, segmentsOf(pointer), value), row.data);
};

interface Declaring {
  readonly actor: Actor;
  readonly person: KnownPerson;
  readonly row: CaseRow;
  readonly change: Pick<NewChange, 'part' | 'answers' | 'told' | 'since' | 'reason' | 'documents'>;
  readonly text: LocalizedText;
}

/** What is compared to know that somebody pressed twice. */
const essence = ({ part, answers, since, reason }: Pick<NewChange, 'part' | 'answers' | 'since' | 'reason'>): string =>
  canonicalJson({ part, answers, since, reason });

/** Whether the same waits already, of the same person; something else that waits is taken back first. */
const waitsAlready = async (tx: Queryable, { person, row, change }: Declaring): Promise<boolean> => {
  const waiting = (await listChanges(tx, row.id)).find(
    ({ state, part }) => state === 'waiting' && part === change.part,
  );
  if (waiting === undefined) return false;
  if (waiting.declared_by === person.id && essence(waiting) === essence(change)) return true;
  throw new CaseworkError('CHANGE_WAITING', `Expected nothing that waits in ${row.id}, but ${waiting.id} does`);
};

const keep = async (surroundings: Surroundings, tx: Queryable, declaring: Declaring): Promise<void> => {
  if (await waitsAlready(tx, declaring)) return;
  const { clock, random } = surroundings;
  const { actor, person, row, change, text } = declaring;
  const { id: caseId, administration } = row;
  const [id, at] = [random.id(), clock.now()];
  await insertChange(tx, { id, caseId, administration, personId: person.id, at, ...change });
  await noteOf(tx, { row, at, kind: change.part === null ? 'changeDeclared' : 'partWithdrawalAsked', text });
  await touchCase(tx, { id: caseId, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'change.declared',
    object: `case:${caseId}`,
    administration,
    detail: { change: id, part: change.part, fields: change.answers.map(({ pointer }) => pointer) },
  });
};

interface Note {
  readonly row: CaseRow;
  readonly at: number;
  readonly kind: string;
  readonly text: LocalizedText;
}

const noteOf = (tx: Queryable, { row, at, kind, text }: Note) =>
  insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at,
    kind,
    text,
    actor: applicantName,
    visibleToApplicant: true,
  });

/** My case, locked; whoever changes it is known as well as whoever files it. */
const lockMine = async (tx: Queryable, actor: Actor, caseId: string) => {
  const found = await lockApplicantCase(tx, actor, caseId);
  const { procedure_key: key, procedure_version: version } = found.row;
  await requireAssuranceOf(tx, actor, { key, version, act: 'file' });
  return found;
};

/** Declares that answers of my case are others by now. Nothing changes before the office says so. */
export const declareChange: UseCase<DeclareChange, MyChanges> = async (surroundings, actor, input) => {
  const reason = requireSaid(input.reason, { what: 'a reason', pointer: '/reason', most: MAX_CHANGE_REASON });
  requireSince(surroundings, input.since);
  requireReasonable({ answers: input.answers });
  return surroundings.database.transaction(async (tx) => {
    const { person, row } = await lockMine(tx, actor, input.caseId);
    requireRunning(row);
    await requireDocuments(tx, row.id, input.documents);
    const data = await withDeclared(surroundings, tx, { row, answers: input.answers });
    const apart = await readApart(tx, row.id);
    const { changes } = await judgeAnswers(surroundings, tx, { row, data, apart, open: new Map() });
    if (changes.length === 0)
      throw new CaseworkError('INPUT_INVALID', `Expected another answer than ${row.id} has, but found the same ones`);
    const { since, documents, answers } = input;
    const told: readonly ToldChange[] = changes;
    await keep(surroundings, tx, {
      actor,
      person,
      row,
      change: { part: null, answers, told, since, reason, documents },
      text: changeTexts.declared(
        told.map(({ label }) => label),
        since,
      ),
    });
    return viewMyChanges(surroundings, tx, row);
  });
};

export interface WithdrawPart extends Said {
  /** Key of a part of the procedure. */
  readonly part: string;
}

/** Asks that a part of my case goes no further; what becomes of it is the office's to say. */
export const withdrawPart: UseCase<WithdrawPart, MyChanges> = async (surroundings, actor, input) => {
  const reason = requireSaid(input.reason, { what: 'a reason', pointer: '/reason', most: MAX_CHANGE_REASON });
  requireSince(surroundings, input.since);
  return surroundings.database.transaction(async (tx) => {
    const { person, row } = await lockMine(tx, actor, input.caseId);
    requireRunning(row);
    const procedure = await procedureOf(surroundings, tx, row);
    const part = offeredOf(procedure, row).parts?.find(({ key }) => key === input.part);
    const isOver = (await listChanges(tx, row.id)).some((one) => one.part === input.part && one.state === 'accepted');
    if (part === undefined || isOver) throw notOffered(row, input.part);
    await keep(surroundings, tx, {
      actor,
      person,
      row,
      change: {
        part: part.key,
        answers: [],
        told: answersAbout(procedure, row, part),
        since: input.since,
        reason,
        documents: [],
      },
      text: changeTexts.partDeclared([partLabel(procedure.description, part.key)], input.since),
    });
    return viewMyChanges(surroundings, tx, row);
  });
};

/** What still waits to be settled, in a case that is locked. */
export const requireWaiting = async (tx: Queryable, caseId: string, changeId: string): Promise<ChangeRow> => {
  const found = (await listChanges(tx, caseId)).find(({ id }) => id === changeId);
  if (found === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected something declared in ${caseId}, but there is none`);
  if (found.state !== 'waiting')
    throw new CaseworkError('CHANGE_SETTLED', `Expected ${changeId} to wait, but it is ${found.state}`);
  return found;
};

/** Takes back what I declared, while nobody has settled it. */
export const retractChange: UseCase<{ caseId: string; changeId: string }, MyChanges> = async (
  surroundings,
  actor,
  { caseId, changeId },
) =>
  surroundings.database.transaction(async (tx) => {
    const { person, row } = await lockMine(tx, actor, caseId);
    requireRunning(row);
    const change = await requireWaiting(tx, caseId, changeId);
    const at = surroundings.clock.now();
    await endChange(tx, { id: change.id, state: 'retracted', by: person.id, at, refusal: null });
    const { description } = await procedureOf(surroundings, tx, row);
    const say = change.part === null ? changeTexts.retracted : changeTexts.partRetracted;
    const text = say(subjectOf(description, change), change.since);
    await noteOf(tx, { row, at, kind: 'changeRetracted', text });
    await touchCase(tx, { id: caseId, at });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'change.retracted',
      object: `case:${caseId}`,
      administration: row.administration,
      detail: { change: change.id },
    });
    return viewMyChanges(surroundings, tx, row);
  });

import { type Actor, appendAudit, canonicalJson, type KnownPerson } from '@irisflow/access';
import { addDays, dayOf } from '@irisflow/calendar';
import {
  applicantName,
  type CaseRow,
  insertTimelineEntry,
  listCaseDocuments,
  lockApplicantCase,
  touchCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { requireAssuranceOf } from '@irisflow/procedures';
import { insertChange, listChanges, type NewChange } from '../storage/changes.ts';
import type { Surroundings } from '../surroundings.ts';

export const MAX_CHANGE_REASON = 2000;
/** A case runs for years at most, and what is announced is near. */
const DAYS_BACK = 3660;
const DAYS_AHEAD = 366;

/** What is said of whatever is declared. */
export interface Said {
  readonly caseId: string;
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly reason: string;
}

export const requireSince = ({ clock }: Surroundings, since: string): void => {
  const today = dayOf(clock.now());
  const [first, last] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
  if (since >= first && since <= last) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day from ${first} to ${last}, but found ${since.slice(0, 20)}`, {
    errors: [{ pointer: '/since', keyword: 'dateRange' }],
  });
};

/** My case, locked; whoever changes it is known as well as whoever files it. */
export const lockMine = async (
  tx: Queryable,
  actor: Actor,
  caseId: string,
): Promise<Pick<Declaring, 'person' | 'row'>> => {
  const found = await lockApplicantCase(tx, actor, caseId);
  const { procedure_key: key, procedure_version: version } = found.row;
  await requireAssuranceOf(tx, actor, { key, version, act: 'file' });
  return found;
};

export interface Declaring {
  readonly actor: Actor;
  readonly person: KnownPerson;
  readonly row: CaseRow;
  readonly change: Pick<NewChange, 'part' | 'answers' | 'told' | 'since' | 'reason' | 'documents'>;
  readonly text: LocalizedText;
}

type Essence = Pick<NewChange, 'part' | 'answers' | 'since' | 'reason' | 'documents'>;

/** What is compared to know that somebody pressed twice: files by what is in them, for they may have been sent again. */
const essenceIn = async (tx: Queryable, caseId: string) => {
  const contents = new Map((await listCaseDocuments(tx, caseId)).map(({ id, sha256 }) => [id, sha256]));
  return ({ part, answers, since, reason, documents }: Essence): string =>
    canonicalJson({ part, answers, since, reason, files: documents.map((id) => contents.get(id) ?? id).toSorted() });
};

/** Whether the same waits already, of the same person; something else that waits is taken back first. */
const waitsAlready = async (tx: Queryable, { person, row, change }: Declaring): Promise<boolean> => {
  const waiting = (await listChanges(tx, row.id)).find(
    ({ state, part }) => state === 'waiting' && part === change.part,
  );
  if (waiting === undefined) return false;
  const essence = await essenceIn(tx, row.id);
  if (waiting.declared_by === person.id && essence(waiting) === essence(change)) return true;
  throw new CaseworkError('CHANGE_WAITING', `Expected nothing that waits in ${row.id}, but ${waiting.id} does`);
};

/** Keeps what is declared until the office settles it; whoever pressed twice has it once. */
export const keep = async (surroundings: Surroundings, tx: Queryable, declaring: Declaring): Promise<void> => {
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

export interface Note {
  readonly row: CaseRow;
  readonly at: number;
  readonly kind: string;
  readonly text: LocalizedText;
}

export const noteOf = (tx: Queryable, { row, at, kind, text }: Note) =>
  insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at,
    kind,
    text,
    actor: applicantName,
    visibleToApplicant: true,
  });

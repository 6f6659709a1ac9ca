import { isCourtesy } from '@irisflow/letters';
import type { Queryable, Row } from '@irisflow/database';
import type { CaseDecision, InformationRequest, LetterView, NoteView } from '../views/case.ts';
import {
  type LocalizedText,
  type Locale,
  instantOf,
  instantOrNull,
  isoOf,
  jsonOf,
  numberOrNull,
} from '@irisflow/foundation';

interface Part {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly at: number;
}

interface RequestRow extends Row {
  id: string;
  items: InformationRequest['items'];
  note: string | null;
  asked_at: Date | string;
  due_on: string;
  state: InformationRequest['state'];
  answered_at: Date | string | null;
  answer: InformationRequest['answer'];
}

const requestOf = (row: RequestRow): InformationRequest => ({
  id: row.id,
  items: row.items,
  note: row.note,
  askedAt: instantOf(row.asked_at),
  dueOn: row.due_on,
  state: row.state,
  answeredAt: instantOrNull(row.answered_at),
  answer: row.answer,
});

const requestColumns = 'id, items, note, asked_at, due_on::text as due_on, state, answered_at, answer';

export const listInformationRequests = async (db: Queryable, caseId: string): Promise<InformationRequest[]> =>
  (
    await db.query<RequestRow>(
      `select ${requestColumns} from casework.information_request where case_id = $1 order by asked_at desc, id`,
      [caseId],
    )
  ).map(requestOf);

export const lockInformationRequest = async (
  db: Queryable,
  { caseId, requestId }: { caseId: string; requestId: string },
): Promise<InformationRequest | undefined> => {
  const rows = await db.query<RequestRow>(
    `select ${requestColumns} from casework.information_request where case_id = $1 and id = $2 for update`,
    [caseId, requestId],
  );
  return rows[0] === undefined ? undefined : requestOf(rows[0]);
};

export interface NewInformationRequest extends Part {
  readonly items: InformationRequest['items'];
  readonly note: string | null;
  readonly dueOn: string;
  /** The term within which the answer is due; null where the day was named by hand. */
  readonly termId: string | null;
}

/** A case has one open request at a time. */
export const insertInformationRequest = (db: Queryable, request: NewInformationRequest) =>
  db.query(
    `insert into casework.information_request (id, case_id, administration, items, note, asked_at, due_on, term_id, state)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7::date, $8, 'open')`,
    [
      request.id,
      request.caseId,
      request.administration,
      jsonOf(request.items),
      request.note,
      isoOf(request.at),
      request.dueOn,
      request.termId,
    ],
  );

/** A request that is no longer open, with the term of its answer. */
export interface EndedRequest extends Row {
  id: string;
  term_id: string | null;
}

export const closeOpenRequests = (
  db: Queryable,
  caseId: string,
  state: 'expired' | 'canceled',
): Promise<EndedRequest[]> =>
  db.query<EndedRequest>(
    "update casework.information_request set state = $2 where case_id = $1 and state = 'open' returning id, term_id",
    [caseId, state],
  );

/** Closes the request whose term for an answer is over; none when it was not open. */
export const expireRequestsOfTerm = (db: Queryable, termId: string): Promise<EndedRequest[]> =>
  db.query<EndedRequest>(
    "update casework.information_request set state = 'expired' where term_id = $1 and state = 'open' returning id, term_id",
    [termId],
  );

/** Keeps an answer; answers the request with the term that it met. */
export const answerRequest = (
  db: Queryable,
  { requestId, answer, at }: { requestId: string; answer: InformationRequest['answer']; at: number },
): Promise<EndedRequest[]> =>
  db.query<EndedRequest>(
    `update casework.information_request set state = 'answered', answered_at = $2, answer = $3::jsonb where id = $1
      returning id, term_id`,
    [requestId, isoOf(at), jsonOf(answer)],
  );

export const listAwaitingCases = async (db: Queryable, caseIds: readonly string[]): Promise<Set<string>> => {
  const rows = await db.query<{ case_id: string }>(
    "select case_id from casework.information_request where state = 'open' and case_id = any($1::text[])",
    [caseIds],
  );
  return new Set(rows.map((row) => row.case_id));
};

interface DecisionRow extends Row {
  id: string;
  outcome: string;
  decided_at: Date | string;
  decided_by: string | null;
  grounds: { code: string; text: LocalizedText }[];
  amount: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

export const listDecisions = async (db: Queryable, caseId: string): Promise<CaseDecision[]> => {
  const rows = await db.query<DecisionRow>(
    `select id, outcome, decided_at, decided_by, grounds, amount::text as amount, valid_from::text as valid_from,
            valid_to::text as valid_to
       from casework.decision where case_id = $1 order by decided_at desc, id`,
    [caseId],
  );
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    decidedAt: instantOf(row.decided_at),
    decidedBy: row.decided_by,
    grounds: row.grounds,
    amount: numberOrNull(row.amount),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
};

export interface NewDecision extends Part {
  readonly outcome: string;
  readonly decidedBy: string | null;
  readonly grounds: readonly { readonly code: string; readonly text: LocalizedText }[];
  readonly amount: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const insertDecision = (db: Queryable, decision: NewDecision) =>
  db.query(
    `insert into casework.decision (id, case_id, administration, outcome, decided_at, decided_by, grounds, amount,
       valid_from, valid_to)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::date, $10::date)`,
    [
      decision.id,
      decision.caseId,
      decision.administration,
      decision.outcome,
      isoOf(decision.at),
      decision.decidedBy,
      jsonOf(decision.grounds),
      decision.amount,
      decision.validFrom,
      decision.validTo,
    ],
  );

interface LetterRow extends Row {
  id: string;
  template: string;
  subject: string;
  language: Locale;
  sent_at: Date | string;
  document_id: string;
  channels: string[];
  recipient: string | null;
}

export const listLetters = async (db: Queryable, caseId: string): Promise<LetterView[]> => {
  const rows = await db.query<LetterRow>(
    `select id, template, subject, language, sent_at, document_id, channels, recipient from casework.letter
      where case_id = $1 order by sent_at desc, id`,
    [caseId],
  );
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    subject: row.subject,
    language: row.language,
    isCourtesy: isCourtesy(row.language),
    sentAt: instantOf(row.sent_at),
    documentId: row.document_id,
    channels: row.channels,
    recipient: row.recipient,
  }));
};

export interface NewLetter extends Part {
  readonly template: string;
  readonly subject: string;
  readonly language: Locale;
  readonly documentId: string;
  readonly channels: readonly string[];
  /** Null for the applicant. */
  readonly recipient: string | null;
}

export const insertLetter = (db: Queryable, letter: NewLetter) =>
  db.query(
    `insert into casework.letter (id, case_id, administration, template, subject, language, sent_at, document_id, channels, recipient)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10)`,
    [
      letter.id,
      letter.caseId,
      letter.administration,
      letter.template,
      letter.subject,
      letter.language,
      isoOf(letter.at),
      letter.documentId,
      jsonOf(letter.channels),
      letter.recipient,
    ],
  );

/** A letter goes by post beside its other ways; answers its subject, undefined where it goes by post already. */
export const postLetter = async (db: Queryable, id: string): Promise<string | undefined> => {
  const [row] = await db.query<{ subject: string }>(
    `update casework.letter set channels = channels || '["post"]'::jsonb
      where id = $1 and not channels @> '["post"]'::jsonb returning subject`,
    [id],
  );
  return row?.subject;
};

interface NoteRow extends Row {
  id: string;
  at: Date | string;
  by: string;
  text: string;
}

export const listNotes = async (db: Queryable, caseId: string): Promise<NoteView[]> => {
  const rows = await db.query<NoteRow>(
    `select n.id, n.at, p.name as by, n.text from casework.note n join casework.person p on p.id = n.written_by
      where n.case_id = $1 order by n.id desc`,
    [caseId],
  );
  return rows.map((row) => ({ id: row.id, at: instantOf(row.at), by: row.by, text: row.text }));
};

export const insertNote = (
  db: Queryable,
  note: { caseId: string; administration: string; at: number; personId: string; text: string },
) =>
  db.query('insert into casework.note (case_id, administration, at, written_by, text) values ($1, $2, $3, $4, $5)', [
    note.caseId,
    note.administration,
    isoOf(note.at),
    note.personId,
    note.text,
  ]);

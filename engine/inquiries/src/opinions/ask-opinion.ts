import type { Queryable } from '@irisflow/database';
import { findAdministration } from '@irisflow/access';
import { dayOf, startTerm, type TermRule } from '@irisflow/calendar';
import {
  type CaseRow,
  copyCategory,
  insertTimelineEntry,
  listCaseDocuments,
  type StepOrigin,
} from '@irisflow/casework';
import { calendarOf } from '@irisflow/terms';
import { CaseworkError, inEveryLocale, type LocalizedText, requireSaid } from '@irisflow/foundation';
import type { OpinionDescription } from '@irisflow/procedures';
import { insertOpinion, type NewOpinion } from '../storage/opinions.ts';
import { MAX_DOCUMENTS } from '../said.ts';
import type { Surroundings } from '../surroundings.ts';
import { opinionTexts, publicName } from './opinion-texts.ts';

export const MAX_QUESTION = 5000;

/** Who is asked: a group of whatever administration, or a colleague. */
export interface Addressee {
  readonly administration: string;
  readonly group: string | null;
  readonly personId: string | null;
  readonly name: LocalizedText;
}

export interface Asking {
  readonly row: CaseRow;
  readonly addressee: Addressee;
  readonly question: string;
  /** Of the case, handed over with the question. */
  readonly documents: readonly string[];
  /** As the procedure declares it; null where a clerk asks by hand. */
  readonly described: Pick<OpinionDescription, 'key' | 'label'> | null;
  readonly rule: TermRule;
  readonly calendar: 'legal' | 'administration';
  readonly tacit: NewOpinion['tacit'];
  readonly isPublic: boolean;
  /** Null where the process asks. */
  readonly askedBy: string | null;
  /** How the timeline names who asks. */
  readonly voice: { readonly actor: LocalizedText; readonly origin?: StepOrigin };
}

export interface OpinionAsked {
  /** What `opinion.given` is correlated on. */
  readonly opinionId: string;
  readonly dueOn: string;
}

/** Only what is in the file of this case is handed over: ids of other cases are unknown here. */
export const requireHandedOver = async (
  tx: Queryable,
  { id: caseId }: Pick<CaseRow, 'id'>,
  documents: readonly string[],
): Promise<readonly string[]> => {
  const wanted = [...new Set(documents)];
  if (wanted.length > MAX_DOCUMENTS)
    throw new CaseworkError(
      'DOCUMENT_LIMIT',
      `Expected at most ${MAX_DOCUMENTS} documents, but found ${wanted.length}`,
    );
  const known = (await listCaseDocuments(tx, caseId)).filter(({ category }) => category !== copyCategory);
  const stranger = wanted.find((one) => !known.some(({ id }) => id === one));
  if (stranger === undefined) return wanted;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected documents of this case, but ${stranger.slice(0, 80)} is none of them`,
    { errors: [{ pointer: '/documents', keyword: 'unknown' }] },
  );
};

export const administrationOf = async (tx: Queryable, key: string): Promise<LocalizedText> => {
  const found = await findAdministration(tx, key);
  if (found !== null) return found.name;
  throw new CaseworkError(
    'ADMINISTRATION_UNKNOWN',
    `Expected an administration ${key.slice(0, 80)}, but there is none`,
  );
};

/** The last day to answer what is asked on a day, by the working days of who asks. */
export const lastDayToAnswer = async (
  tx: Queryable,
  {
    row: { administration },
    rule,
    calendar,
  }: Pick<Asking, 'rule' | 'calendar'> & { row: Pick<CaseRow, 'administration'> },
  today: string,
): Promise<string> => startTerm(await calendarOf(tx, { administration, calendar }), rule, today).dueOn;

/** What is known by a key alone is called by it. */
export const nameOrKey = (name: LocalizedText | undefined, key: string): LocalizedText =>
  name ?? inEveryLocale(() => key);

/** Asks somebody for their opinion of a case; that it was asked, and of whom, is what the applicant reads too. */
export const askOpinion = async (surroundings: Surroundings, tx: Queryable, asking: Asking): Promise<OpinionAsked> => {
  const { row, addressee, described, tacit, isPublic, askedBy, voice } = asking;
  const { clock, random } = surroundings;
  if (row.closed_at !== null) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${row.id} is closed`);
  const question = requireSaid(asking.question, { what: 'a question', pointer: '/question', most: MAX_QUESTION });
  const documents = await requireHandedOver(tx, row, asking.documents);
  const office = await administrationOf(tx, addressee.administration);
  const at = clock.now();
  const dueOn = await lastDayToAnswer(tx, asking, dayOf(at));
  const opinionId = random.id();
  const label = described?.label ?? null;
  const { administration } = row;
  await insertOpinion(tx, {
    id: opinionId,
    caseId: row.id,
    administration,
    key: described?.key ?? null,
    label,
    askedAdministration: addressee.administration,
    askedGroup: addressee.group,
    askedPerson: addressee.personId,
    askedName: addressee.name,
    question,
    documents,
    isPublic,
    at,
    askedBy,
    dueOn,
    tacit,
  });
  await insertTimelineEntry(tx, {
    caseId: row.id,
    administration,
    at,
    kind: 'opinion.asked',
    text: opinionTexts.asked(
      publicName({ label, asked_person: addressee.personId, asked_name: addressee.name }, office),
      dueOn,
    ),
    visibleToApplicant: true,
    ...voice,
  });
  return { opinionId, dueOn };
};

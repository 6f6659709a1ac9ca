import { dayOf } from '@irisflow/calendar';
import { type CaseRow, insertTimelineEntry, type StepOrigin } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText, requireSaid } from '@irisflow/foundation';
import type { InspectionDescription } from '@irisflow/procedures';
import { type Addressee, lastDayToAnswer, nameOrKey, requireHandedOver } from '../opinions/ask-opinion.ts';
import { ruleOf } from '../opinions/described-opinion.ts';
import { groupName } from '../storage/groups.ts';
import { insertInspection } from '../storage/inspections.ts';
import type { Surroundings } from '../surroundings.ts';
import { inspectionTexts } from './inspection-texts.ts';

const MAX_ADDRESS = 500;
export const MAX_SUBJECT = 5000;

/** What somebody is to look at, and where. */
export interface InspectionOrder {
  readonly address: string;
  readonly subject: string;
  /** Of the case, handed over with the question. */
  readonly documents: readonly string[];
  /** In the unit that the procedure says; its length when absent. */
  readonly length?: number;
}

interface Asking extends InspectionOrder {
  readonly tx: Queryable;
  readonly row: CaseRow;
  readonly described: InspectionDescription;
  readonly addressee: Addressee;
  /** Null where the process asks. */
  readonly askedBy: string | null;
  /** How the timeline names who asks. */
  readonly voice: { readonly actor: LocalizedText; readonly origin?: StepOrigin };
}

export interface InspectionAsked {
  /** What `inspection.reported` is correlated on. */
  readonly inspectionId: string;
  readonly dueOn: string;
}

/** An inspection as the procedure of a case declares it, and who makes it. `among` reads the names of groups. */
export const declaredInspection = async (
  { database, library }: Surroundings,
  { row, key, among }: { readonly row: CaseRow; readonly key: string; readonly among: Surroundings },
): Promise<Pick<Asking, 'described' | 'addressee'>> => {
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const described = description.inspections?.find((one) => one.key === key);
  if (described === undefined)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected an inspection of ${description.key}, but found ${key.slice(0, 80)}`,
      { errors: [{ pointer: '/key', keyword: 'unknown' }] },
    );
  const { group } = described.of;
  const administration = described.of.administration ?? row.administration;
  const name = nameOrKey(await groupName(among.database, { administration, key: group }), group);
  return { described, addressee: { administration, group, personId: null, name } };
};

/** Asks somebody to look at something; the applicant reads of it only where the procedure lets them read the report. */
export const askInspection = async (surroundings: Surroundings, asking: Asking): Promise<InspectionAsked> => {
  const { tx, row, described, addressee, askedBy, voice } = asking;
  if (row.closed_at !== null) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${row.id} is closed`);
  const { clock, random } = surroundings;
  const address = requireSaid(asking.address, { what: 'an address', pointer: '/address', most: MAX_ADDRESS });
  const subject = requireSaid(asking.subject, { what: 'what to look at', pointer: '/subject', most: MAX_SUBJECT });
  const documents = await requireHandedOver(tx, row, asking.documents);
  const at = clock.now();
  const rule = { ...ruleOf(described), length: asking.length ?? described.length };
  const dueOn = await lastDayToAnswer(tx, { row, rule, calendar: described.calendar ?? 'legal' }, dayOf(at));
  const id = random.id();
  const { key, label, isPublic = false } = described;
  await insertInspection(tx, {
    id,
    case_id: row.id,
    administration: row.administration,
    key,
    label,
    asked_administration: addressee.administration,
    asked_group: addressee.group,
    asked_person: addressee.personId,
    asked_name: addressee.name,
    address,
    subject,
    documents: [...documents],
    is_public: isPublic,
    asked_by: askedBy,
    due_on: dueOn,
    at,
  });
  await insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at,
    kind: 'inspection.asked',
    text: inspectionTexts.asked(label),
    visibleToApplicant: isPublic,
    ...voice,
  });
  return { inspectionId: id, dueOn };
};

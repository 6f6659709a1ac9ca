import type { CaseRow } from '@irisflow/casework';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { answersOfSource } from '@irisflow/facts';
import { readAt, segmentsOf } from '@irisflow/forms';
import { inEveryLocale, instantOf, type LocalizedText } from '@irisflow/foundation';
import type { ParticipantRow } from '@irisflow/parties';
import type { ProcedureDescription } from '@irisflow/procedures';
import type { Surroundings } from '../surroundings.ts';
import type { HouseholdMember, HouseholdStatement } from '../views/participant.ts';

type Description = NonNullable<ProcedureDescription['household']>;
type Lists = Omit<NonNullable<Description['declared']>, 'list'>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What is said may have the name of anything: only words that the procedure gives count. */
const relationIn = (relations: NonNullable<Lists['relations']>, said: string): LocalizedText =>
  (Object.hasOwn(relations, said) ? relations[said] : undefined) ?? inEveryLocale(() => said);

const memberOf = (said: unknown, { name, birthDate, relation, relations = {} }: Lists): HouseholdMember[] => {
  if (!isObject(said)) return [];
  const text = (key: string | undefined): string | null => {
    const value = key === undefined ? undefined : said[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const whole = name.flatMap((part) => text(part) ?? []).join(' ');
  if (whole === '') return [];
  const born = text(birthDate);
  const related = text(relation);
  return [
    {
      name: whole,
      birthDate: born !== null && day.test(born) ? born : null,
      relation: related === null ? null : relationIn(relations, related),
      from: null,
      to: null,
    },
  ];
};

const membersOf = (list: unknown, lists: Lists): HouseholdMember[] =>
  Array.isArray(list) ? list.flatMap((said: unknown) => memberOf(said, lists)) : [];

interface Filed {
  readonly row: CaseRow;
  readonly description: ProcedureDescription;
}

const declared = ({ row, description }: Filed): HouseholdStatement[] => {
  const lists = description.household?.declared;
  if (lists === undefined) return [];
  const members = membersOf(readAt(row.data, segmentsOf(lists.list)), lists);
  const on = row.received_on ?? dayOf(Date.parse(instantOf(row.submitted_at)));
  return members.length === 0 ? [] : [{ origin: 'declared', source: null, on, members }];
};

/** Each answer is a composition as it was on its day: what changed meanwhile shows between two of them. */
const saidBySource = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, description }: Filed,
): Promise<HouseholdStatement[]> => {
  const lists = description.household?.source;
  if (lists === undefined) return [];
  const source = description.sources.find(({ key }) => key === lists.key);
  const answers = await answersOfSource(surroundings, db, { caseId: row.id, sourceKey: lists.key });
  return answers.flatMap(({ at, output }): HouseholdStatement[] => {
    const members = membersOf(readAt(output, lists.list.split('.')), lists);
    return members.length === 0
      ? []
      : [{ origin: 'source', source: source?.name ?? null, on: dayOf(Date.parse(at)), members }];
  });
};

const relationOf = ({ relation }: ParticipantRow): LocalizedText | null =>
  relation === null ? null : inEveryLocale(() => relation);

const notedByOffice = ({ description }: Filed, rows: readonly ParticipantRow[]): HouseholdStatement[] => {
  const roles = (description.roles ?? []).filter(({ household }) => household === true).map(({ key }) => key);
  const noted = rows.filter(({ role }) => roles.includes(role));
  const last = noted.at(-1);
  if (last === undefined) return [];
  const members = noted.map((row) => ({
    name: row.name,
    birthDate: row.birth_date,
    relation: relationOf(row),
    from: row.valid_from,
    to: row.ended_at === null ? row.valid_to : dayOf(Date.parse(instantOf(row.ended_at))),
  }));
  return [{ origin: 'office', source: null, on: dayOf(Date.parse(instantOf(last.added_at))), members }];
};

/** Who belongs to the household of an applicant, each time that somebody said so, what was said last first. */
export const householdOf = async (
  surroundings: Surroundings,
  db: Queryable,
  { participants, ...filed }: Filed & { readonly participants: readonly ParticipantRow[] },
): Promise<HouseholdStatement[]> =>
  [
    ...declared(filed),
    ...(await saidBySource(surroundings, db, filed)),
    ...notedByOffice(filed, participants),
  ].toSorted((one, other) => other.on.localeCompare(one.on));

import { actingFor, appendAudit, findAdministration, namesOf, type Actor } from '@irisflow/access';
import { accessPurposes, applicationForm, findCases } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { restrictedControls } from '@irisflow/forms';
import { CaseworkError, instantOf, type Locale, type LocalizedText } from '@irisflow/foundation';
import { nationalNumber } from '@irisflow/identifiers';
import { numberIndexesOf, partiesWithNumber } from '@irisflow/parties';
import { labelOfField } from '@irisflow/restricted';
import { requireGuardian } from '../destruction/preview.ts';
import {
  listQuestions,
  listReadings,
  referencesOf,
  type Period,
  type QuestionRow,
  type ReadingRow,
  type Sought,
} from '../storage/traces.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { Trace, Traces } from '../views/traces.ts';

export interface TraceSearch extends Period {
  readonly nationalNumber: string;
}

/** Shown and printed at most; a shorter period shows the rest. */
const MOST = 500;

const requireNumber = (text: string): string => {
  const checked = nationalNumber.check(text);
  if (checked.ok) return checked.value;
  throw new CaseworkError('INPUT_INVALID', 'Expected a national number, but its check digits say that it is none', {
    errors: [{ pointer: '/nationalNumber', keyword: 'format', params: { format: 'be-national-number' } }],
  });
};

const requirePeriod = ({ from, to }: Period): Period => {
  if (from <= to) return { from, to };
  throw new CaseworkError('INPUT_INVALID', `Expected a period that begins before it ends, but found ${from} to ${to}`, {
    errors: [{ pointer: '/to', keyword: 'minimum', params: { limit: from } }],
  });
};

/** Every party with the number, and every number of theirs: one that was replaced leads to what was read under it. */
const soughtBy = async (db: Queryable, administration: string, index: string): Promise<Sought> => {
  const partyIds = await partiesWithNumber(db, index);
  const others = await Promise.all(partyIds.map((id) => numberIndexesOf(db, id)));
  return { administration, partyIds, numberIndexes: [...new Set([index, ...others.flat()])] };
};

const purposeOf = (category: string | null): Trace['purpose'] =>
  Object.entries(accessPurposes).find(([name]) => name === category)?.[1] ?? accessPurposes.handling;

type Place = Pick<Trace, 'caseId' | 'reference'>;
const nowhere: Place = { caseId: null, reference: null };

const readingOf = (row: ReadingRow, by: string, { what, ...place }: Place & Pick<Trace, 'what'>): Trace => ({
  at: instantOf(row.at),
  kind: 'reading',
  by,
  what,
  reason: row.reason,
  action: row.action,
  purpose: purposeOf(row.category),
  legalBasis: null,
  outcome: row.outcome,
  ...place,
});

const questionOf = (row: QuestionRow, language: Locale, place: Place): Trace => ({
  at: instantOf(row.at),
  kind: 'consultation',
  by: row.office[language],
  what: row.source,
  reason: null,
  action: 'consultation.asked',
  purpose: row.purpose,
  legalBasis: row.legal_basis,
  outcome: row.outcome,
  ...place,
});

const personIn = (actor: string): string => actor.replace(/^person:/, '');

/** Who read: a colleague by name, people of another administration by that of their office. */
const readersOf = async (
  db: Queryable,
  readings: readonly ReadingRow[],
  language: Locale,
): Promise<(row: ReadingRow) => string> => {
  const names = await namesOf(
    db,
    readings.map(({ actor }) => personIn(actor)),
  );
  const offices = new Map<string | null, string>();
  for (const office of new Set(readings.map((row) => row.office).filter((key) => key !== null)))
    offices.set(office, (await findAdministration(db, office))?.name[language] ?? office);
  return ({ actor, office }) => names.get(personIn(actor)) ?? offices.get(office) ?? actor;
};

/** What the restricted fields of cases are called. */
const labelsIn = async ({ library }: Surroundings, db: Queryable, cases: Awaited<ReturnType<typeof findCases>>) => {
  const labels = new Map<string, LocalizedText>();
  for (const row of cases) {
    const form = applicationForm(await library.version(db, row.procedure_key, row.procedure_version));
    for (const control of restrictedControls(form))
      labels.set(`${row.id} ${control.pointer}`, labelOfField(form, control));
  }
  return (caseId: string | null | undefined, pointer: string | null): Trace['what'] =>
    labels.get(`${caseId ?? ''} ${pointer ?? ''}`) ?? null;
};

const collect = async (
  surroundings: Surroundings,
  db: Queryable,
  sought: Sought,
  search: Period & { readonly language: Locale },
): Promise<Traces> => {
  const { administration, partyIds } = sought;
  const references = await referencesOf(db, sought);
  const caseOf = new Map(references.map(({ object, case_id: caseId }) => [object, caseId]));
  const scope = { period: search, limit: MOST + 1 };
  const readings = await listReadings(db, { administration, partyIds, objects: [...caseOf.keys()], ...scope });
  const questions = await listQuestions(db, { ...sought, ...scope });
  const cases = await findCases(db, [
    ...new Set([...caseOf.values(), ...questions.map(({ case_id: id }) => id)].filter((id) => id !== null)),
  ]);
  const places = new Map(cases.map(({ id, reference }) => [id, { caseId: id, reference }]));
  const placeOf = (id: string | null | undefined): Place => places.get(id ?? '') ?? nowhere;
  const readerOf = await readersOf(db, readings, search.language);
  const labelOf = await labelsIn(surroundings, db, cases);
  const traces = [
    ...readings.map((row) => {
      const caseId = caseOf.get(row.object);
      return readingOf(row, readerOf(row), { ...placeOf(caseId), what: labelOf(caseId, row.pointer) });
    }),
    ...questions.map((row) => questionOf(row, search.language, placeOf(row.case_id))),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return {
    isKnown: partyIds.length > 0 || questions.length > 0 || cases.length > 0,
    traces: traces.slice(0, MOST),
    more: traces.length > MOST,
  };
};

export interface FoundTraces extends Traces {
  readonly partyIds: readonly string[];
}

/** Who looked at the data of whoever has a number. Looking for it is itself on record, under the blind index of the number. */
export const findTracesOf = async (
  given: Surroundings,
  actor: Actor,
  { search, action }: { readonly search: TraceSearch; readonly action: 'traces.searched' | 'traces.printed' },
): Promise<FoundTraces> => {
  const { administration, person } = requireGuardian(actor);
  const period = requirePeriod(search);
  const surroundings = actingFor(given, actor, 'privacy');
  const index = surroundings.numbers.index(requireNumber(search.nationalNumber));
  return surroundings.database.transaction(async (tx) => {
    const sought = await soughtBy(tx, administration, index);
    const found = await collect(surroundings, tx, sought, { ...period, language: person.language });
    await appendAudit(surroundings, tx, {
      actor,
      action,
      object: `number:${index}`,
      administration,
      detail: { ...period, found: found.traces.length },
    });
    return { ...found, partyIds: sought.partyIds };
  });
};

/** Who read what about somebody at my office, and why, in a period. */
export const searchTraces: UseCase<TraceSearch, Traces> = async (surroundings, actor, search) => {
  const { isKnown, traces, more } = await findTracesOf(surroundings, actor, { search, action: 'traces.searched' });
  return { isKnown, traces, more };
};

import { appendAudit, requireStaff } from '@irisflow/access';
import { closedDaysAround, createCalendar, type Closure } from '@irisflow/calendar';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import type { Queryable } from '@irisflow/database';
import { deleteClosure, insertClosure, listClosureRows, type ListedClosure } from './storage/closures.ts';
import type { UseCase } from './surroundings.ts';
import type { ClosureView } from './views.ts';

/** A closure as somebody writes it: on days in a row, or every year on a date. */
export interface ClosureToAdd {
  readonly name: LocalizedText;
  readonly recurs: Closure['recurs'];
  /** Month and day of one that recurs, such as `05-08`. */
  readonly date?: string;
  readonly from: string;
  readonly to?: string | null;
}

const mostClosures = 500;
/** Offices that are closed longer than this in a row are a slip of the pen: no term would end. */
const mostClosedDays = 60;

const viewClosure = (closure: ListedClosure): ClosureView => ({
  id: closure.id,
  name: closure.name,
  recurs: closure.recurs,
  date: closure.recurs === 'yearly' ? closure.date : null,
  from: closure.from,
  to: closure.to,
  addedAt: closure.addedAt,
  addedBy: closure.addedBy,
});

const refuse = (pointer: string, keyword: string, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword }] });
};

/** A leap year has every date that a calendar can have. */
const isDateOfYear = (date: string): boolean => {
  const instant = Date.parse(`2028-${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(5, 10) === date;
};

const closureOf = ({ recurs, date, from, to = null }: ClosureToAdd): Closure => {
  if (to !== null && to < from) refuse('/to', 'order', `Expected an end from ${from} on, but found ${to}`);
  if (recurs === 'once') return { recurs, from, to: to ?? from };
  if (date === undefined || !isDateOfYear(date))
    return refuse('/date', 'date', `Expected a month and a day such as 05-08, but found ${date?.slice(0, 20)}`);
  return { recurs, date, from, to };
};

/** A date falls on every day of the week, and beside every Easter that matters, within as many years. */
const yearsToTry = 60;

/** Every day on which a closure could make a row of closed days too long. */
const daysToTry = (closure: Closure): string[] =>
  closure.recurs === 'once'
    ? [closure.from, closure.to]
    : Array.from(
        { length: yearsToTry },
        (_, years) => `${String(Number(closure.from.slice(0, 4)) + years).padStart(4, '0')}-${closure.date}`,
      ).filter((day) => day >= closure.from && (closure.to === null || day <= closure.to));

const requireWorkingDays = (listed: readonly Closure[], closure: Closure): void => {
  const calendar = createCalendar([...listed, closure]);
  if (listed.length >= mostClosures)
    refuse('/from', 'tooMany', `Expected at most ${mostClosures} closures, but there are as many already`);
  if (daysToTry(closure).some((day) => closedDaysAround(calendar, day) > mostClosedDays))
    refuse('/to', 'tooLong', `Expected at most ${mostClosedDays} closed days in a row, but there would be more`);
};

/** Days on which the offices of my administration are closed beside the legal holidays. */
export const listClosures: UseCase<Record<string, never>, ClosureView[]> = async ({ database }, actor) => {
  const { administration } = requireStaff(actor, ['administrator', 'supervisor']);
  return (await listClosureRows(database, administration)).map(viewClosure);
};

const requireListed = async (tx: Queryable, administration: string, id: string): Promise<ListedClosure> => {
  const found = (await listClosureRows(tx, administration)).find((closure) => closure.id === id);
  if (found === undefined) throw new CaseworkError('NOT_FOUND', `Expected a closure ${id}, but there is none`);
  return found;
};

/** Lists a closure. Terms that run keep their day until somebody counts them anew. */
export const addClosure: UseCase<ClosureToAdd, ClosureView> = async (surroundings, actor, wanted) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { database, clock, random } = surroundings;
  const closure = closureOf(wanted);
  return database.transaction(async (tx) => {
    requireWorkingDays(await listClosureRows(tx, administration), closure);
    const id = random.id();
    await insertClosure(tx, { id, administration, name: wanted.name, closure, at: clock.now(), by: person.name });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'closure.added',
      object: `closure:${id}`,
      administration,
      detail: { ...closure, name: wanted.name },
    });
    return viewClosure(await requireListed(tx, administration, id));
  });
};

/** Takes a closure off the list. Terms that run keep their day until somebody counts them anew. */
export const removeClosure: UseCase<{ closureId: string }, void> = async (surroundings, actor, { closureId: id }) => {
  const { administration } = requireStaff(actor, ['administrator']);
  await surroundings.database.transaction(async (tx) => {
    const { name, addedAt: _, addedBy: __, ...closure } = await requireListed(tx, administration, id);
    await deleteClosure(tx, { id, administration });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'closure.removed',
      object: `closure:${id}`,
      administration,
      detail: { ...closure, name },
    });
  });
};

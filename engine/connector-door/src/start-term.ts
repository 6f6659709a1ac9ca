import { CaseworkError } from '@irisflow/foundation';
import { daysBetween, dayOf } from '@irisflow/calendar';
import { factsOfTerm, startCaseTerm, type CaseTerm } from '@irisflow/terms';
import type { Surroundings } from './surroundings.ts';
import type { CaseWork } from './once.ts';

export interface TermToStart {
  readonly key: string;
  /** In the unit of the term's kind; the procedure's length when absent. */
  readonly length?: number;
  /** The day of the act after which it begins; today when absent. */
  readonly actOn?: string;
  /** Whom it binds, whatever the procedure says. */
  readonly binds?: CaseTerm['binds'];
}

/** An act is known within a year of its day, one way or the other; what is further is a slip of the pen. */
const farthestAct = 366;

const requireNear = (actOn: string, today: string): void => {
  if (Math.abs(daysBetween(actOn, today)) <= farthestAct) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day within a year of ${today}, but found ${actOn}`);
};

/** Starts a term that the procedure of the case describes. */
export const startDescribedTerm = async (
  surroundings: Surroundings,
  { tx, row }: CaseWork,
  { key, length, actOn, binds }: TermToStart,
): Promise<CaseTerm> => {
  const { key: procedureKey, description } = await surroundings.library.version(
    tx,
    row.procedure_key,
    row.procedure_version,
  );
  const described = description.terms.find((term) => term.key === key);
  if (described === undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected a term of ${procedureKey}, but found ${key.slice(0, 80)}`);
  if (described.serviceTarget === true && binds === 'applicant')
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a term that the applicant can be bound by, but ${key.slice(0, 80)} is a target of the office`,
    );
  const today = dayOf(surroundings.clock.now());
  const day = actOn ?? today;
  requireNear(day, today);
  return startCaseTerm(surroundings, tx, {
    caseId: row.id,
    administration: row.administration,
    facts: factsOfTerm({
      ...described,
      length: length ?? described.length,
      ...(binds === undefined ? {} : { binds }),
    }),
    actOn: day,
    today,
  });
};

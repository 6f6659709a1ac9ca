import { type Actor, actingFor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { enterpriseNumber, nationalNumber } from '@irisflow/identifiers';
import { CASES_AT_ONCE, listConcernedCases } from '../storage/notices.ts';
import type { UseCase } from '../surroundings.ts';
import type { RegisterEventKind } from '../views.ts';
import { type HeardEvent, tellCase } from './tell-case.ts';

export interface RegisterEvent {
  /** Key of the source, as procedures name it. */
  readonly source: string;
  /** As the register calls the event. */
  readonly eventId: string;
  readonly kind: RegisterEventKind;
  /** National or enterprise number of whoever it is about. */
  readonly subject: string;
  /** The day on which it happened. */
  readonly on: string;
}

/** The administration whose register it is, by its token; the procedures of which its cases hear. */
const requireRegister = (actor: Actor): Pick<HeardEvent, 'administration' | 'procedures'> => {
  if (actor.kind === 'apiToken' && actor.token.scopes.includes('registers.tell'))
    return { administration: actor.token.administration, procedures: actor.token.procedures };
  throw new CaseworkError('FORBIDDEN', 'Expected the token of a register, but found none');
};

const requireSubject = ({ kind, subject }: RegisterEvent): string => {
  const checked = (kind === 'enterprise.bankrupt' ? enterpriseNumber : nationalNumber).check(subject);
  if (checked.ok) return checked.value;
  throw new CaseworkError('INPUT_INVALID', 'Expected the number of whoever the event is about, but it is none', {
    errors: [{ pointer: '/subject', keyword: 'format' }],
  });
};

/** Nobody whom a case asked about died or moved before. */
const EARLIEST = '1900-01-01';

const requireDay = (on: string, today: string): void => {
  if (on >= EARLIEST && on <= today) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day between ${EARLIEST} and today, but found ${on}`, {
    errors: [{ pointer: '/on', keyword: on > today ? 'formatMaximum' : 'formatMinimum' }],
  });
};

/**
 * A register tells of a death, a move or a bankruptcy. The open cases of the token's administration, and those that left a right
 * behind which lives, hear of it where they asked that source about the same number and still may. Of anybody else nothing is
 * kept, and nothing is answered: the register learns of no case. A repetition tells nobody twice, and goes on with what a failure
 * left.
 */
export const hearRegister: UseCase<RegisterEvent, void> = async (given, actor, told) => {
  const register = requireRegister(actor);
  const digits = requireSubject(told);
  const surroundings = actingFor(given, actor, 'registers');
  const { source: sourceKey, eventId, kind, on } = told;
  requireDay(on, dayOf(surroundings.clock.now()));
  const event = { ...register, sourceKey, eventId, kind, on, subjectIndex: surroundings.numbers.index(digits) };
  let count = 0;
  let after = '';
  for (;;) {
    const page = await listConcernedCases(surroundings.database, event, after);
    for (const concerned of page) if (await tellCase(surroundings, actor, { event, concerned })) count += 1;
    if (page.length < CASES_AT_ONCE) break;
    after = page.at(-1)?.case_id ?? after;
  }
  if (count > 0) given.outboxBell.ring();
};

import { appendAudit, type Actor, requireStaff, sealDetail } from '@irisflow/access';
import { CaseworkError, isoOf, requireReason } from '@irisflow/foundation';
import { nationalNumber } from '@irisflow/identifiers';
import { endIdentifier, restoreIdentifier } from '@irisflow/parties';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { requirePartyOfOffice } from './party-of-office.ts';

export interface NumberOfParty {
  readonly partyId: string;
  /** As a register or a paper says it: which of their numbers it is has to be known, it is shown to nobody. */
  readonly nationalNumber: string;
  readonly reason: string;
}

const refuse = (detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer: '/nationalNumber', keyword: 'invalid' }] });
};

type Turn = 'canceled' | 'restored';

/** A number is of the person and not of an office: whoever answers for others says so, with a reason that stays. */
const turn = async (surroundings: Surroundings, actor: Actor, given: NumberOfParty, what: Turn): Promise<void> => {
  const { administration, person } = requireStaff(actor, ['supervisor']);
  const { partyId } = given;
  const reason = requireReason(given.reason);
  const checked = nationalNumber.check(given.nationalNumber);
  if (!checked.ok) return refuse('Expected a national number whose check digits fit, but found another one');
  const index = surroundings.numbers.index(checked.value);
  const at = isoOf(surroundings.clock.now());
  await surroundings.database.transaction(async (tx) => {
    await requirePartyOfOffice(tx, actor, partyId);
    const because = { reason, by: person.id, administration };
    const isDone =
      what === 'canceled'
        ? await endIdentifier(tx, { partyId, index, state: 'canceled', at, because })
        : await restoreIdentifier(tx, { partyId, index, at });
    if (!isDone) refuse(`Expected a number of theirs that can be ${what}, but it is none`);
    const sealed = await sealDetail(surroundings, tx, {
      administration,
      content: { reason, before: null, after: null, names: [] },
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: `number.${what}`,
      object: `party:${partyId}`,
      administration,
      detail: { number: index, sealed },
    });
  });
};

/** Says that one of somebody's national numbers was canceled: they are found by it still, and nothing new begins with it. */
export const cancelNumber: UseCase<NumberOfParty, void> = (surroundings, actor, given) =>
  turn(surroundings, actor, given, 'canceled');

/** Takes that back. */
export const restoreNumber: UseCase<NumberOfParty, void> = (surroundings, actor, given) =>
  turn(surroundings, actor, given, 'restored');

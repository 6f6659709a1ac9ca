import { requireConnector } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import {
  changeRight as change,
  grantRight,
  mayProcess,
  type RightChangeOrder,
  type RightReply,
  type RightVerb,
} from '@irisflow/rights';
import { once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';

export interface ChangeRight extends ConnectorCall, Omit<RightChangeOrder, 'verb' | 'rightId'> {
  readonly action: 'grant' | RightVerb;
  /** For a grant: of a kind that the procedure declares. */
  readonly kind?: string;
  /** For anything else. */
  readonly rightId?: string;
}

const missing = (pointer: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', `Expected ${pointer.slice(1)}, but there is none`, {
    errors: [{ pointer, keyword: 'required' }],
  });

/** Grants a right of the case, or changes one of its holder; processes of the right hear of it by `right.activated`, `right.changed` or `right.ended`. */
export const changeRight: UseCase<ChangeRight, RightReply> = async (surroundings, actor, call) => {
  requireConnector(actor);
  const { action, kind, rightId, ...order } = call;
  if (action === 'grant' && kind === undefined) throw missing('/kind');
  if (action !== 'grant' && rightId === undefined) throw missing('/rightId');
  return once(surroundings, actor, {
    ...call,
    operation: 'right',
    work: ({ tx, row, step }) => {
      const voice = { actor, author: null, name: step.actor, origin: step.origin };
      if (action === 'grant') {
        const { data = {}, state: _state, ...rest } = order;
        return grantRight(surroundings, { ...rest, data, kind: kind ?? '', tx, row, voice });
      }
      const changed = { ...order, verb: action, rightId: rightId ?? '' };
      return change(surroundings, { tx, cause: row, order: changed, voice, may: mayProcess });
    },
  });
};

import { requireConnector } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { confirmPlace, giveUpPlace, type PlaceReply, reservePlace } from '@irisflow/quotas';
import { type CaseWork, type ConnectorCall, once } from './once.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

export interface ChangePlace extends ConnectorCall {
  readonly action: 'reserve' | 'confirm' | 'release' | 'leave';
  /** To reserve: a quota that the procedure declares. */
  readonly quota?: string;
  /** For anything else. */
  readonly placeId?: string;
  /** To confirm: the right that takes the place. */
  readonly rightId?: string;
}

const required = (value: string | undefined, name: string): string => {
  if (value !== undefined) return value;
  throw new CaseworkError('INPUT_INVALID', `Expected ${name}, but there is none`, {
    errors: [{ pointer: `/${name}`, keyword: 'required' }],
  });
};

type Act = (surroundings: Surroundings, work: CaseWork, call: ChangePlace) => Promise<PlaceReply>;

const ofCase = ({ tx, row, step }: CaseWork) => ({ tx, row, voice: { name: step.actor, origin: step.origin } });

const giveUp: Act = (surroundings, work, { placeId }) =>
  giveUpPlace(surroundings, { ...ofCase(work), placeId: required(placeId, 'placeId') });

const acts: Readonly<Record<ChangePlace['action'], Act>> = {
  reserve: (surroundings, work, { quota }) =>
    reservePlace(surroundings, { ...ofCase(work), quota: required(quota, 'quota') }),
  confirm: (surroundings, work, { placeId, rightId }) =>
    confirmPlace(surroundings, {
      ...ofCase(work),
      placeId: required(placeId, 'placeId'),
      rightId: required(rightId, 'rightId'),
    }),
  release: giveUp,
  leave: giveUp,
};

/** Reserves a place for the case, gives it to a right, or gives it back; the process hears of it by `place.offered` and `quota.released`. */
export const changePlace: UseCase<ChangePlace, PlaceReply> = async (surroundings, actor, call) => {
  requireConnector(actor);
  return once(surroundings, actor, {
    ...call,
    operation: 'place',
    work: (work) => acts[call.action](surroundings, work, call),
  });
};

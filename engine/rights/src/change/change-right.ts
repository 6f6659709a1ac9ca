import { addDays, dayOf } from '@irisflow/calendar';
import { type CaseRow, listDecisions } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { RightDescription, RightEffect } from '@irisflow/procedures';
import { asOf, type Change } from '../history/history.ts';
import { lockRight, type RightRow, setSearchText } from '../storage/rights.ts';
import { listVersions, type RightVersion } from '../storage/versions.ts';
import type { Surroundings } from '../surroundings.ts';
import type { RightAct } from '../views/right.ts';
import type { RightReply } from './grant-right.ts';
import { latestOf, record, searchTextOf, type Voice } from './record.ts';
import { kindOf, stateOf } from './right-kind.ts';
import { lastDayOf, requireDays, untilIn } from './validity.ts';
import { versionsOf } from './versions-of.ts';

export type RightVerb = 'change' | 'suspend' | 'resume' | 'end' | 'renew';

/** What becomes of a right. Days are `YYYY-MM-DD`. */
export interface RightChangeOrder {
  readonly verb: RightVerb;
  readonly rightId: string;
  /** Values of its data that change; null takes one out. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** From which day on; today where it is left out. */
  readonly effectiveOn?: string;
  /** One of its states, where its kind has several that fit. */
  readonly state?: string;
  /** For a renewal: its new last day; what the kind says where it is left out. */
  readonly validTo?: string;
  readonly reason?: string;
}

const acts = {
  change: 'changed',
  suspend: 'suspended',
  resume: 'resumed',
  end: 'ended',
  renew: 'renewed',
} as const satisfies Record<RightVerb, RightAct>;

/** What a verb leads to, whatever the kind calls it. */
const effects: Readonly<Partial<Record<RightVerb, RightEffect>>> = {
  suspend: 'suspended',
  resume: 'active',
  end: 'ended',
};

export const unknownRight = (id: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a right ${id.slice(0, 80)} to be seen, but there is none`);

/** Whether somebody may make a move by hand, or a process may. */
export type MayMove = (move: RightDescription['moves'][number]) => boolean;

export const mayProcess: MayMove = ({ process = true }) => process;

/** The moves out of a state that somebody may make, and where they lead. */
export const movesFrom = ({ moves }: RightDescription, from: string, may: MayMove) =>
  moves.filter((move) => move.from === from && may(move));

interface Target {
  readonly verb: RightVerb;
  readonly state: string | undefined;
  readonly from: RightVersion;
  readonly may: MayMove;
}

/** The state that a verb leads to; undefined where it leads to none. */
const targetOf = (kind: RightDescription, { verb, state, from, may }: Target): string | undefined => {
  const effect = effects[verb];
  if (effect === undefined && state === undefined) return undefined;
  const found = movesFrom(kind, from.state, may).filter(
    ({ to }) => (state === undefined || to === state) && (effect === undefined || stateOf(kind, to).effect === effect),
  );
  const [move, other] = found;
  if (move !== undefined && other === undefined) return move.to;
  const several = move === undefined ? 'none' : `${found.map(({ to }) => to).join(', ')}: say which`;
  throw new CaseworkError(
    'RIGHT_MOVE_REFUSED',
    `Expected one move to ${verb} from ${from.state}, but found ${several}`,
  );
};

const renewedTo = (kind: RightDescription, { validTo }: RightVersion, order: RightChangeOrder): string => {
  const said = order.validTo ?? untilIn(kind, order.data ?? {});
  if (said !== undefined) return said;
  const last = validTo === null ? null : lastDayOf(kind, addDays(validTo, 1), {});
  if (last !== null) return last;
  throw new CaseworkError('INPUT_INVALID', 'Expected the last day of a renewal, but its kind does not say it', {
    errors: [{ pointer: '/validTo', keyword: 'required' }],
  });
};

interface Now {
  readonly kind: RightDescription;
  readonly versions: readonly RightVersion[];
  readonly effectiveOn: string;
  readonly may: MayMove;
}

const requireRunning = (versions: readonly RightVersion[], { id }: RightRow): void => {
  if (latestOf(versions)?.effect !== 'ended') return;
  throw new CaseworkError('RIGHT_ENDED', `Expected a right that goes on, but ${id} is ended`);
};

const changeOf = ({ kind, versions, effectiveOn, may }: Now, order: RightChangeOrder): Change => {
  const from = asOf(versions, { on: effectiveOn });
  if (from === undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected a day on which the right is there, but found ${effectiveOn}`, {
      errors: [{ pointer: '/effectiveOn', keyword: 'range' }],
    });
  const { verb, data } = order;
  const state = targetOf(kind, { verb, state: order.state, from, may });
  const later = versions.find((one) => one.effectiveOn > effectiveOn && one.said.includes('state'));
  if (state !== undefined && later !== undefined)
    throw new CaseworkError('RIGHT_LATER_CHANGE', `Expected no later state, but one begins on ${later.effectiveOn}`);
  const validTo = verb === 'renew' ? renewedTo(kind, from, order) : untilIn(kind, data ?? {});
  if (validTo !== undefined) requireDays(from.validFrom, validTo);
  return {
    effectiveOn,
    ...(state === undefined ? {} : { state }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(data === undefined ? {} : { data }),
  };
};

interface Changing {
  readonly tx: Queryable;
  /** The case that changes it, of the administration and of the holder of the right. */
  readonly cause: CaseRow;
  readonly order: RightChangeOrder;
  readonly voice: Voice;
  readonly may: MayMove;
}

/** Changes a right from a day on. What was known of it before stays to be read. */
export const changeRight = async (
  surroundings: Surroundings,
  { tx, cause, order, voice, may }: Changing,
): Promise<RightReply> => {
  const right = await lockRight(tx, order.rightId);
  if (right === undefined || right.administration !== cause.administration || right.person_id !== cause.person_id)
    throw unknownRight(order.rightId);
  const at = surroundings.clock.now();
  const kind = await kindOf(surroundings, tx, right);
  const versions = await listVersions(tx, right.id);
  if (order.verb !== 'change' || order.state !== undefined) requireRunning(versions, right);
  const now = { kind, versions, effectiveOn: order.effectiveOn ?? dayOf(at), may };
  const change = changeOf(now, order);
  const [decision] = await listDecisions(tx, cause.id);
  const [main, ...carried] = versionsOf(kind, versions, {
    change,
    act: acts[order.verb],
    at,
    causeCaseId: cause.id,
    decisionId: decision?.id ?? null,
    author: voice.author,
    reason: order.reason ?? null,
  });
  if (main === undefined) throw unknownRight(order.rightId);
  await record(surroundings, tx, {
    right,
    kind,
    versions: [main, ...carried],
    before: latestOf(versions),
    cause,
    voice,
  });
  const latest = latestOf([...versions, main, ...carried]) ?? main;
  await setSearchText(tx, { id: right.id, searchText: searchTextOf(kind, right, latest.data) });
  return { rightId: right.id, number: right.number, validTo: main.validTo };
};

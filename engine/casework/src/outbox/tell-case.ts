import type { Queryable } from '@irisflow/database';
import { isEngineFailure, type Variables } from '@irisflow/engine-client';
import { CaseworkError, hostilityOf } from '@irisflow/foundation';
import { platformMessages } from '@irisflow/protocol';
import { hasEnded } from '../cases/case-view.ts';
import type { CaseRow } from '../storage/cases.ts';
import { insertOutbox, listTold, type Teller } from '../storage/outbox.ts';
import type { Surroundings } from '../surroundings.ts';

/** What the process of a case is told by somebody else than the platform. */
export interface Said {
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const longestData = 50_000;
/** Of one that tells, for one case: what a process does not take any more is no use to it, and fills the engine. */
const MOST_UNREAD = 50;
/** So long the engine keeps a message that nobody takes. */
const KEPT_MS = 60 * 24 * 3600 * 1000;

/** What the platform says itself begins with one of these; nobody else may seem to say it. */
const reserved: ReadonlySet<string> = new Set(platformMessages.map((name) => name.split('.')[0] ?? ''));
/** Before it the engine may know an administration or a procedure: the tail says whose message it is. */
const isOfPlatform = (message: string): boolean =>
  reserved.has(message.split('.')[0] ?? '') || platformMessages.some((name) => message.endsWith(`.${name}`));

const refuse = (detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail);
};

/** Refuses a name that is the platform's. */
export const requireOwnName = (message: string): void => {
  if (isOfPlatform(message)) refuse(`Expected a name of your own, but "${message}" is the platform's`);
};

/** Refuses what is said in the name of the platform, at too great length, or in a way that no store keeps. */
export const requireSayable = ({ message, data = {} }: Said): void => {
  requireOwnName(message);
  const hostility = hostilityOf(data);
  if (hostility !== null) refuse(`Expected ordinary data, but ${hostility}`);
  if (JSON.stringify(data).length > longestData) refuse(`Expected at most ${longestData} characters of data`);
};

/** A case that hears; one of somebody else does not exist for whoever tells. */
export const requireHearing = (target: CaseRow | undefined): CaseRow => {
  if (target === undefined)
    throw new CaseworkError('NOT_FOUND', 'Expected a case of this administration, but there is none of that name');
  if (hasEnded(target)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but it is ${target.status}`);
  return target;
};

interface Telling {
  readonly teller: Teller;
  readonly target: CaseRow;
}

const nothing: ReadonlySet<string> = new Set();

/**
 * What of that which was told a case its process has taken, by the keys of the engine; asked of it only where the bound is near.
 * An engine that cannot be asked took nothing that we know of.
 */
export const findTaken = async (
  { engine, clock }: Surroundings,
  db: Queryable,
  { teller, target }: Telling,
): Promise<ReadonlySet<string>> => {
  const told = await listTold(db, { ...teller, to: target.id, since: clock.now() - KEPT_MS });
  if (told.length < MOST_UNREAD) return nothing;
  try {
    return await engine.monitor.takenMessages(told.filter((key) => key !== null));
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound', 'invalid', 'refused')) return nothing;
    throw thrown;
  }
};

const refuseFlood = async (
  { clock }: Surroundings,
  tx: Queryable,
  { teller, target, taken }: ToTell,
): Promise<void> => {
  const told = await listTold(tx, { ...teller, to: target.id, since: clock.now() - KEPT_MS });
  const unread = told.filter((key) => key === null || !taken.has(key));
  if (unread.length < MOST_UNREAD) return;
  throw new CaseworkError(
    'MESSAGES_UNREAD',
    `Expected at most ${MOST_UNREAD} messages that a case has not read from one sender, but ${target.reference} has as many. Tell it more once its process has taken some`,
  );
};

export interface ToTell extends Telling {
  /** What was taken, as `findTaken` said before the transaction: the engine is not asked within one. */
  readonly taken: ReadonlySet<string>;
  readonly message: string;
  /** What the process reads of it, in the one variable `message`. */
  readonly content: Variables;
}

/**
 * Tells the process of a case something: the one way in which anybody but the platform does. It is correlated on the key of the
 * case and comes under the name of its administration. Whoever tells is locked, so that their messages are counted one by one.
 */
export const tellProcess = async (surroundings: Surroundings, tx: Queryable, told: ToTell): Promise<void> => {
  await refuseFlood(surroundings, tx, told);
  const { teller, target, message: name, content } = told;
  await insertOutbox(tx, {
    caseId: teller.caseId,
    at: surroundings.clock.now(),
    message: {
      kind: 'publishMessage',
      name,
      to: target.id,
      key: target.id,
      ...(teller.system === undefined ? {} : { system: teller.system }),
      variables: { message: { name, ...content } },
    },
  });
};

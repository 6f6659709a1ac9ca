import { type CaseRow, listDecisions } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { RightDescription } from '@irisflow/procedures';
import { asOf } from '../history/history.ts';
import { listRightsChangedBy, lockRight, type RightRow } from '../storage/rights.ts';
import { listVersions, type RightVersion } from '../storage/versions.ts';
import type { Surroundings } from '../surroundings.ts';
import { heldVersionOf, lastStateSaid } from './held-back.ts';
import { latestOf, record, type Voice } from './record.ts';
import { kindOf, stateOf } from './right-kind.ts';
import { versionsOf } from './versions-of.ts';

interface OfDecision {
  readonly tx: Queryable;
  /** The case whose decision changed the rights. */
  readonly decided: CaseRow;
  readonly on: string;
  readonly voice: Voice;
}

interface Known {
  readonly right: RightRow;
  readonly kind: RightDescription;
  readonly versions: readonly RightVersion[];
}

/** One state that a right is in from a day on. */
interface Moved {
  readonly act: 'heldBack' | 'enforced' | 'restored';
  readonly state: string;
  readonly effectiveOn: string;
  readonly causeCaseId: string;
}

const later = (one: string, other: string): string => (one > other ? one : other);

const knownRights = async (
  surroundings: Surroundings,
  { tx, decided }: Pick<OfDecision, 'tx' | 'decided'>,
): Promise<Known[]> => {
  const known: Known[] = [];
  for (const id of await listRightsChangedBy(tx, decided.id)) {
    const right = await lockRight(tx, id);
    if (right === undefined) continue;
    known.push({ right, kind: await kindOf(surroundings, tx, right), versions: await listVersions(tx, id) });
  }
  return known;
};

/** Writes one move down; answers the versions with those that it added. */
const move = async (
  surroundings: Surroundings,
  { tx, decided, voice }: OfDecision,
  { right, kind, versions }: Known,
  { act, state, effectiveOn, causeCaseId }: Moved,
): Promise<Known> => {
  const [decision] = await listDecisions(tx, decided.id);
  const [main, ...carried] = versionsOf(kind, versions, {
    change: { effectiveOn, state },
    act,
    at: surroundings.clock.now(),
    causeCaseId,
    decisionId: decision?.id ?? null,
    author: voice.author,
    reason: null,
  });
  if (main === undefined) return { right, kind, versions };
  await record(surroundings, tx, {
    right,
    kind,
    versions: [main, ...carried],
    before: latestOf(versions),
    cause: decided,
    voice,
  });
  return { right, kind, versions: [...versions, main, ...carried] };
};

/**
 * Holds back what the decision of a case did to rights: each that stands in a state of which its kind says another one while an
 * appeal runs. The appeal is the cause of the version. Answers of how many.
 */
export const holdRights = async (
  surroundings: Surroundings,
  { appealId, ...of }: OfDecision & { readonly appealId: string },
): Promise<number> => {
  let held = 0;
  for (const one of await knownRights(surroundings, of)) {
    const last = lastStateSaid(one.versions);
    if (last === undefined || last.causeCaseId !== of.decided.id) continue;
    const { whileAppealed: state } = stateOf(one.kind, last.state);
    if (state === undefined) continue;
    const effectiveOn = later(of.on, last.effectiveOn);
    await move(surroundings, of, one, { act: 'heldBack', state, effectiveOn, causeCaseId: appealId });
    held += 1;
  }
  return held;
};

/** The appeal changed nothing: what was held back counts from a day on. What somebody moved since stays. Answers of how many. */
export const enforceRights = async (surroundings: Surroundings, of: OfDecision): Promise<number> => {
  let enforced = 0;
  for (const one of await knownRights(surroundings, of)) {
    const found = heldVersionOf(one.versions);
    if (found === undefined) continue;
    const effectiveOn = later(of.on, found.hold.effectiveOn);
    const { state } = found.decided;
    await move(surroundings, of, one, { act: 'enforced', state, effectiveOn, causeCaseId: of.decided.id });
    enforced += 1;
  }
  return enforced;
};

/** In which state it was before a decision; what the decision itself granted is over. */
const stateBefore = ({ kind, versions }: Known, decided: RightVersion): string | undefined =>
  asOf(
    versions.filter(({ sequence }) => sequence < decided.sequence),
    { on: decided.effectiveOn },
  )?.state ?? kind.states.find(({ effect }) => effect === 'ended')?.key;

/** The decision is undone: from its own day on a right is as it was before. What somebody moved since stays. Answers of how many. */
export const restoreRights = async (surroundings: Surroundings, of: OfDecision): Promise<number> => {
  let restored = 0;
  for (const one of await knownRights(surroundings, of)) {
    const found = heldVersionOf(one.versions);
    const state = found === undefined ? undefined : stateBefore(one, found.decided);
    if (found === undefined || state === undefined) continue;
    const act = { act: 'restored', state, causeCaseId: of.decided.id } as const;
    const { decided, hold } = found;
    const after = await move(surroundings, of, one, { ...act, effectiveOn: decided.effectiveOn });
    if (hold.effectiveOn > decided.effectiveOn)
      await move(surroundings, of, after, { ...act, effectiveOn: hold.effectiveOn });
    restored += 1;
  }
  return restored;
};

import { instantOf } from '@irisflow/foundation';
import type { CaseOutcome, ReplayStage } from '@irisflow/scenarios';
import { collectCase, judgeControl, submittedOn } from '../collecting/collect-case.ts';
import { draftStage, type Stage, stageFor, versionStage } from '../collecting/version-stage.ts';
import { openReplayer, type Replayer, type Replays } from '../replaying/replayer.ts';
import { type ClosedCase, listWaiting } from '../storage/closed-cases.ts';
import {
  endRehearsal,
  isRunning,
  letGo,
  type Settled,
  settleCase,
  takeRehearsal,
  type TakenRehearsal,
} from '../storage/rehearsals.ts';
import type { Surroundings } from '../surroundings.ts';

/** One that a process holds this long belongs to nobody: the process died. */
const KEEP_MS = 120_000;
/** A round ends after as long: whoever stops the platform does not wait for all cases, and other procedures have their turn. */
const ROUND_MS = 5000;
const AT_ONCE = 100;
/** What is not replayed by then is left out, and said to be. */
const LONGEST_MS = 10 * 60_000;
const CASE_MS = 5000;

interface Running {
  readonly rehearsal: TakenRehearsal;
  readonly draft: Stage;
  readonly versions: ReadonlyMap<number, Stage>;
  readonly replayer: Replayer;
}

const versionsOf = async (
  surroundings: Surroundings,
  key: string,
  cases: readonly ClosedCase[],
): Promise<Map<number, Stage>> => {
  const versions = new Map<number, Stage>();
  for (const { procedure_version: version } of cases)
    if (!versions.has(version))
      versions.set(version, await versionStage(surroundings, surroundings.database, { key, version }));
  return versions;
};

const controlName = (version: number): string => `version ${version}`;
const draftName = (version: number): string => `draft for ${version}`;

const stagesOf = (draft: Stage, versions: ReadonlyMap<number, Stage>): Record<string, ReplayStage> =>
  Object.fromEntries(
    [...versions].flatMap(([number, version]) => [
      [controlName(number), version.stage],
      [draftName(number), stageFor(draft, version)],
    ]),
  );

/** A process that sets no status leaves the one that the case has. */
const withStatus = (outcome: CaseOutcome, status: string | null): CaseOutcome => ({
  ...outcome,
  status: outcome.status ?? status,
});

const settledBy = (row: ClosedCase, { before, after, parting }: Replays): Settled => {
  const left = before.outcome.status === null ? row.status : null;
  return {
    state: 'replayed',
    result: {
      before: withStatus(before.outcome, left),
      after:
        after.end.kind === 'ended' || after.end.kind === 'goesOn'
          ? { kind: 'ended', outcome: withStatus(after.outcome, left) }
          : after.end,
      parting,
    },
  };
};

/** Replays one case twice; one whose replay on its own version is not what happened is not compared. */
const replayOne = async (
  surroundings: Surroundings,
  row: ClosedCase,
  { rehearsal, draft, versions, replayer }: Running,
): Promise<Settled> => {
  const version = versions.get(row.procedure_version);
  if (version === undefined) return { state: 'unreplayable', reason: 'notKept' };
  const found = await collectCase(surroundings, row, version);
  if (!found.ok) return { state: 'unreplayable', reason: found.reason };
  const { recorded } = found.collected;
  const day = rehearsal.parameters_on ?? submittedOn(recorded, row);
  const replays = await replayer.replay({
    control: controlName(row.procedure_version),
    draft: draftName(row.procedure_version),
    recorded,
    draftGiven: { ...recorded.given, parameters: draft.parametersOn(day) },
  });
  if (replays === null) return { state: 'unreplayable', reason: 'slow' };
  const reason = judgeControl(row, found.collected, replays.before);
  return reason === null ? settledBy(row, replays) : { state: 'unreplayable', reason };
};

/** Whether one has run as long as it may. */
const isOutOfTime = ({ started_at: at }: TakenRehearsal, now: number): boolean =>
  now - Date.parse(instantOf(at)) > LONGEST_MS;

/** Replays one case after the other until the round is over, or until somebody stops it. */
const replaySome = async (
  surroundings: Surroundings,
  cases: readonly ClosedCase[],
  running: Running,
): Promise<void> => {
  const { database } = surroundings;
  const { id } = running.rehearsal;
  const until = performance.now() + ROUND_MS;
  for (const row of cases) {
    const settled = await replayOne(surroundings, row, running);
    await settleCase(database, { id, position: row.position }, settled);
    if (performance.now() > until || !(await isRunning(database, id))) return;
  }
};

const workOn = async (surroundings: Surroundings, rehearsal: TakenRehearsal): Promise<void> => {
  const { database, clock } = surroundings;
  const { id, procedure_key: key } = rehearsal;
  const end = (state: 'done' | 'outOfTime') => endRehearsal(database, { id, state, at: clock.now() });
  const cases = await listWaiting(database, { id, limit: AT_ONCE });
  if (cases.length === 0) return void (await end('done'));
  if (isOutOfTime(rehearsal, clock.now())) return void (await end('outOfTime'));
  const draft = draftStage(rehearsal.draft);
  const versions = await versionsOf(surroundings, key, cases);
  const replayer = openReplayer({ stages: stagesOf(draft, versions), deadlineMs: CASE_MS });
  try {
    await replaySome(surroundings, cases, { rehearsal, draft, versions, replayer });
  } finally {
    await replayer.close();
  }
};

/**
 * Replays closed cases that wait for it, for a moment; what is left is for the next round, which the bell calls. Answers whether
 * there was something to do. Of cases and of the engine it only reads.
 */
export const workOffRehearsals = async (surroundings: Surroundings): Promise<boolean> => {
  const { database, clock, rehearsalBell } = surroundings;
  const rehearsal = await takeRehearsal(database, { at: clock.now(), keepMs: KEEP_MS });
  if (rehearsal === undefined) return false;
  try {
    await workOn(surroundings, rehearsal);
  } finally {
    await letGo(database, { id: rehearsal.id, at: clock.now() });
    rehearsalBell.ring();
  }
  return true;
};

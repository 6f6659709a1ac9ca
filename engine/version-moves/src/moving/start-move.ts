import { actingFor, apartCasesOf, appendAudit } from '@irisflow/access';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { type MovePlan, readPlan, type WishedMove } from '../plan/move-plan.ts';
import { requireMover, requireVersions } from '../plan/require-movable.ts';
import { viewMove } from '../report/view-move.ts';
import { listRunning } from '../storage/running-cases.ts';
import { insertVersionMove } from '../storage/version-moves.ts';
import type { UseCase } from '../surroundings.ts';
import type { VersionMoveView } from '../views/version-move.ts';

export interface StartMove extends WishedMove {
  readonly reason: string;
}

/** A step without a place keeps its cases where they are; one with a wrong place is a mistake of who gave it. */
const refuseUnfit = ({ versions }: MovePlan): void => {
  const routes = [...versions.values()].flatMap((version) => [...version.routes.values()]);
  for (const { process, given, misfits } of routes) {
    const step = [...given.keys()].find((id) => misfits.has(id));
    if (step === undefined) continue;
    throw new CaseworkError(
      'VERSION_PLACE_UNFIT',
      `Expected a place that fits step ${step} of ${process}, but it does not: ${misfits.get(step)}`,
    );
  }
};

/** Moves the running cases of versions to another one, each by itself: whoever starts it hears at once that it began. */
export const startMove: UseCase<StartMove, VersionMoveView> = async (surroundings, actor, { reason, ...wish }) => {
  const said = requireReason(reason);
  const { key, from, to, places } = wish;
  const { person, administration } = await requireMover(surroundings.database, actor, key);
  await requireVersions(surroundings.database, wish);
  const acting = actingFor(surroundings, actor, 'versionMoves');
  refuseUnfit(await readPlan(acting, acting.database, wish));
  const id = surroundings.random.id();
  const at = surroundings.clock.now();
  const apart = await apartCasesOf(surroundings.database, actor);
  await acting.database.transaction(async (tx) => {
    const cases = await listRunning(tx, { key, versions: from, apart });
    await insertVersionMove(tx, {
      id,
      administration,
      key,
      from,
      to,
      places,
      reason: said,
      personId: person.id,
      at,
      cases,
    });
    await appendAudit(acting, tx, {
      actor,
      action: 'versionMove.started',
      object: `versionMove:${id}`,
      administration,
      detail: { procedure: key, from: [...from], to, cases: cases.length, reason: said },
    });
  });
  surroundings.versionMoveBell.ring();
  return viewMove(acting.database, id);
};

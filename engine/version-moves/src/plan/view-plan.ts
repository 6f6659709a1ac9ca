import { actingFor, apartCasesOf } from '@irisflow/access';
import { askEngine, type Engine } from '@irisflow/engine-client';
import type { ElementKind, ExecutableProcess } from '@irisflow/bpmn';
import { countRunning } from '../storage/running-cases.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { MovePlanView, PlannedProcess, PlannedStep } from '../views/version-move.ts';
import { type FromVersion, type MovePlan, nameOfStep, readPlan, type Route, type WishedMove } from './move-plan.ts';
import { requireMover, requireVersions } from './require-movable.ts';

/** Where no case stands for longer than a moment; an incident there keeps it on its version anyway. */
const passedThrough: readonly ElementKind[] = ['process', 'startEvent', 'endEvent', 'exclusiveGateway'];

const stepsOf = ({ elements }: ExecutableProcess) => elements.filter(({ kind }) => !passedThrough.includes(kind));

const activeIn = async ({ monitor }: Engine, { fromKey }: Route): Promise<ReadonlyMap<string, number>> => {
  const counts = await askEngine(monitor.definitionCounts(fromKey));
  return new Map(counts.map(({ elementId, active, incidents }) => [elementId, active + incidents]));
};

interface Seen {
  readonly version: FromVersion;
  readonly route: Route;
  readonly active: ReadonlyMap<string, number>;
}

const plannedStep = ({ version, route, active }: Seen, id: string, kind: string): PlannedStep => ({
  id,
  name: nameOfStep(version.names, route.source, id),
  kind,
  active: active.get(id) ?? 0,
  to: route.places.get(id) ?? null,
  given: route.given.has(id),
  misfit: route.misfits.get(id) ?? null,
});

/** The same step of several versions is one line: it has a place when it has one in each of them. */
const merge = (known: PlannedStep | undefined, step: PlannedStep): PlannedStep =>
  known === undefined
    ? step
    : {
        ...known,
        active: known.active + step.active,
        to: known.to === null || step.to === null ? null : known.to,
        misfit: known.misfit ?? step.misfit,
      };

const plannedProcess = ({ toNames }: MovePlan, seen: readonly Seen[], route: Route): PlannedProcess => {
  const steps = new Map<string, PlannedStep>();
  for (const one of seen)
    for (const { id, kind } of stepsOf(one.route.source))
      steps.set(id, merge(steps.get(id), plannedStep(one, id, kind)));
  const { process: id, file, source, target } = route;
  return {
    id,
    name: source.name ?? id,
    file,
    targetFile: target?.file ?? null,
    definitionKeys: seen.map((one) => one.route.fromKey),
    steps: [...steps.values()],
    targets:
      target === null
        ? []
        : stepsOf(target.process).map((step) => ({
            id: step.id,
            name: nameOfStep(toNames, target.process, step.id),
            kind: step.kind,
          })),
  };
};

const viewProcesses = async ({ engine }: Surroundings, plan: MovePlan): Promise<PlannedProcess[]> => {
  const byProcess = new Map<string, Seen[]>();
  for (const version of plan.versions.values())
    for (const route of version.routes.values()) {
      const seen = { version, route, active: await activeIn(engine, route) };
      byProcess.set(route.process, [...(byProcess.get(route.process) ?? []), seen]);
    }
  return [...byProcess.values()].flatMap((seen) => {
    const [first] = seen;
    return first === undefined ? [] : [plannedProcess(plan, seen, first.route)];
  });
};

/** Which step goes to which, and how many cases stand at each. */
export const planMove: UseCase<WishedMove, MovePlanView> = async (surroundings, actor, wish) => {
  await requireMover(surroundings.database, actor, wish.key);
  await requireVersions(surroundings.database, wish);
  const acting = actingFor(surroundings, actor, 'versionMoves');
  const plan = await readPlan(acting, acting.database, wish);
  const apart = await apartCasesOf(surroundings.database, actor);
  return {
    processes: await viewProcesses(acting, plan),
    running: await countRunning(acting.database, { key: wish.key, versions: wish.from, apart }),
  };
};

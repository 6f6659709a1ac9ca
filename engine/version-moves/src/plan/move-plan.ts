import type { Queryable } from '@irisflow/database';
import type { ExecutableProcess } from '@irisflow/bpmn';
import { CaseworkError, inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { type PublishedProcedure, readVersionProcesses, stepNames, type VersionProcess } from '@irisflow/procedures';
import type { Surroundings } from '../surroundings.ts';
import type { StepPlace } from '../views/version-move.ts';
import { type Placed, placeSteps } from './place-steps.ts';

/** How instances of one process of one version come to the other version. */
export interface Route extends Placed {
  /** As its folder calls it. */
  readonly process: string;
  readonly file: string;
  readonly source: ExecutableProcess;
  readonly fromKey: string;
  /** Null when the other version has no such process. */
  readonly target: { readonly process: ExecutableProcess; readonly key: string; readonly file: string } | null;
  readonly given: ReadonlyMap<string, string>;
}

export interface FromVersion {
  readonly procedure: PublishedProcedure;
  readonly names: Readonly<Record<string, LocalizedText>>;
  /** By the key of the engine's definition. */
  readonly routes: ReadonlyMap<string, Route>;
}

export interface MovePlan {
  readonly to: PublishedProcedure;
  readonly toNames: Readonly<Record<string, LocalizedText>>;
  /** By number. */
  readonly versions: ReadonlyMap<number, FromVersion>;
}

export interface WishedMove {
  readonly key: string;
  readonly from: readonly number[];
  readonly to: number;
  readonly places: readonly StepPlace[];
}

/** A step in the words of its version; by what its drawing calls it, or its id, where the folder has none. */
export const nameOfStep = (
  names: Readonly<Record<string, LocalizedText>>,
  process: ExecutableProcess,
  id: string,
): LocalizedText => {
  const drawn = process.elements[process.indexById.get(id) ?? -1]?.name;
  return names[id] ?? inEveryLocale(() => drawn ?? id);
};

const givenFor = (places: readonly StepPlace[], process: string): ReadonlyMap<string, string> =>
  new Map(places.filter((place) => place.process === process).map(({ from, to }) => [from, to]));

const routeOf = (
  { definition, process: source }: VersionProcess,
  targets: readonly VersionProcess[],
  places: readonly StepPlace[],
): Route => {
  const id = definition.original_id;
  const found = targets.find((target) => target.definition.original_id === id);
  const target =
    found === undefined
      ? null
      : { process: found.process, key: found.definition.definition_key, file: found.definition.path };
  const given = givenFor(places, id);
  const placed = placeSteps({ source, target: target?.process ?? null, given });
  return { process: id, file: definition.path, source, fromKey: definition.definition_key, target, given, ...placed };
};

/** What was given has to be there: a typing error must not pass for a step that has no place. */
const refuseUnknown = ({ places }: WishedMove, plan: MovePlan): void => {
  const routes = [...plan.versions.values()].flatMap((version) => [...version.routes.values()]);
  places.forEach((place, index) => {
    const isKnown = routes.some(
      ({ process, places: placed, misfits, target }) =>
        process === place.process &&
        // No case stands on what has neither, such as the process itself.
        (placed.has(place.from) || misfits.has(place.from)) &&
        target !== null &&
        target.process.indexById.has(place.to),
    );
    if (isKnown) return;
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a step ${place.from} and a place ${place.to} in process ${place.process}, but one of them is not there`,
      { errors: [{ pointer: `/places/${index}`, keyword: 'enum' }] },
    );
  });
};

const refuseTwice = ({ from, to, places }: WishedMove): void => {
  const steps = places.map(({ process, from: step }) => `${process} ${step}`);
  if (new Set(steps).size !== steps.length)
    throw new CaseworkError('INPUT_INVALID', 'Expected one place for each step, but one of them has two');
  if (from.includes(to))
    throw new CaseworkError('INPUT_INVALID', `Expected another version than ${to}, but found it among both`, {
      errors: [{ pointer: '/to', keyword: 'not' }],
    });
};

/** Reads both sides and gives each step its place. Published versions never change, and so what is planned stays true. */
export const readPlan = async (
  { library }: Pick<Surroundings, 'library'>,
  db: Queryable,
  wish: WishedMove,
): Promise<MovePlan> => {
  refuseTwice(wish);
  const to = await library.version(db, wish.key, wish.to);
  const targets = await readVersionProcesses(db, { key: wish.key, version: wish.to });
  const versions = new Map<number, FromVersion>();
  for (const version of wish.from) {
    const procedure = await library.version(db, wish.key, version);
    const processes = await readVersionProcesses(db, { key: wish.key, version });
    const routes = processes.map((process) => routeOf(process, targets, wish.places));
    const names = stepNames(procedure.description);
    versions.set(version, { procedure, names, routes: new Map(routes.map((route) => [route.fromKey, route])) });
  }
  const plan = { to, toNames: stepNames(to.description), versions };
  refuseUnknown(wish, plan);
  return plan;
};

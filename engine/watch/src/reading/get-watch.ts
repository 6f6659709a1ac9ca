import { requireDesigner, requireWhole, type Actor } from '@irisflow/access';
import { applicationForm } from '@irisflow/casework';
import { CaseworkError, inEveryLocale } from '@irisflow/foundation';
import {
  type DefinitionRow,
  findLatestVersion,
  findVersion,
  listProcessDefinitions,
  listVersionFiles,
  readVersionProcesses,
  requireOwnProcedure,
  stepNames,
  type VersionProcess,
} from '@irisflow/procedures';
import { listDraftCounts } from '../storage/draft-counts.ts';
import { listStanding } from '../storage/open-steps.ts';
import { lastCounted } from '../storage/step-clock.ts';
import { listBands, listBandsOfMany, listCells } from '../storage/step-days.ts';
import { roundMonths } from '../storage/whole-months.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { WatchedProcess, WatchView } from '../views/watch.ts';
import { type Disclosure, disclosureFor } from './disclosure.ts';
import { watchedPages } from './watched-pages.ts';
import { type Counted, watchedSteps } from './watched-steps.ts';

export interface WatchWish {
  readonly key: string;
  /** Both days included. */
  readonly from: string;
  readonly to: string;
  /** All of them together when it is left out. */
  readonly version?: number;
}

/** Longer periods are for the archives. */
const MAX_DAYS = 5 * 366;
const DAY_MS = 24 * 3600_000;

const requirePeriod = ({ from, to }: WatchWish): void => {
  if (from <= to && Date.parse(to) - Date.parse(from) <= MAX_DAYS * DAY_MS) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a period of at most ${MAX_DAYS} days that begins before it ends, but found ${from} to ${to}`,
  );
};

const requireDrawn = async ({ database }: Surroundings, { key, version }: WatchWish) => {
  const row =
    version === undefined ? await findLatestVersion(database, key) : await findVersion(database, { key, version });
  if (row !== undefined) return row;
  throw new CaseworkError('NOT_FOUND', `Expected a published version of ${key}, but there is none`);
};

interface Drawn {
  readonly mainKey: string;
  /** Of all versions that count. */
  readonly definitions: readonly DefinitionRow[];
  readonly processes: readonly VersionProcess[];
  readonly names: WatchView['names'];
  readonly files: ReadonlyMap<string, string>;
}

/** The processes of the version that is drawn, each with what is counted of it in every version that counts. */
const processesOf = (
  { mainKey, definitions, processes, names, files }: Drawn,
  counted: Counted,
  told: { readonly disclosure: Disclosure; readonly now: number },
): WatchedProcess[] =>
  processes
    .map(({ process, definition: { definition_key: key, original_id: id, path } }) => ({
      id,
      path,
      name: names[id] ?? (process.name === null ? null : inEveryLocale(() => process.name ?? '')),
      isMain: key === mainKey,
      xml: files.get(path) ?? '',
      steps: watchedSteps(
        { process, names, definitions: definitions.filter(({ original_id: each }) => each === id) },
        counted,
        told,
      ),
    }))
    .toSorted((a, b) => Number(b.isMain) - Number(a.isMain) || a.path.localeCompare(b.path));

const requireWatcher = async ({ database }: Surroundings, actor: Actor, key: string): Promise<Disclosure> => {
  await requireOwnProcedure(database, actor, key);
  const clerk = requireDesigner(actor);
  // Numbers of all cases would tell of those that rules of access keep away.
  requireWhole(clerk);
  return disclosureFor(clerk);
};

/** Whom only large groups are told of hears of whole months, each of which is told for itself. */
const countSteps = async (
  { database }: Surroundings,
  wanted: { readonly definitionKeys: readonly string[]; readonly from: string; readonly to: string },
  { isExact, smallest }: Disclosure,
): Promise<Counted> => {
  const standing = await listStanding(database, wanted.definitionKeys);
  if (isExact) {
    const bands = await listBands(database, wanted);
    return { bands, cells: bands, standing };
  }
  const bands = await listBandsOfMany(database, { ...wanted, smallest });
  return { bands, cells: await listCells(database, wanted), standing };
};

/** How cases of a published procedure go through its steps in a period, and applications through the pages of its form. */
export const getWatch: UseCase<WatchWish, WatchView> = async (surroundings, actor, wish) => {
  const { database, library, clock } = surroundings;
  const { key, version } = wish;
  const disclosure = await requireWatcher(surroundings, actor, key);
  requirePeriod(wish);
  const { from, to } = disclosure.isExact ? wish : roundMonths(wish);
  const drawn = await requireDrawn(surroundings, wish);
  const all = await listProcessDefinitions(database, key);
  const definitions = version === undefined ? all : all.filter((each) => each.version === version);
  const definitionKeys = definitions.map(({ definition_key: each }) => each);
  const counted = await countSteps(surroundings, { definitionKeys, from, to }, disclosure);
  const procedure = await library.version(database, key, drawn.version);
  const files = new Map(
    (await listVersionFiles(database, { key, version: drawn.version })).map(({ path, content }) => [path, content]),
  );
  const names = stepNames(procedure.description);
  const processes = await readVersionProcesses(database, { key, version: drawn.version });
  return {
    from,
    to,
    version: version ?? null,
    drawn: drawn.version,
    versions: [...new Set(all.map((each) => each.version))].toSorted((a, b) => b - a),
    countedAt: await lastCounted(database),
    isExact: disclosure.isExact,
    names,
    processes: processesOf({ mainKey: drawn.process_definition_key, definitions, processes, names, files }, counted, {
      disclosure,
      now: clock.now(),
    }),
    form: watchedPages(applicationForm(procedure).form, await listDraftCounts(database, { key, from, to }), disclosure),
  };
};

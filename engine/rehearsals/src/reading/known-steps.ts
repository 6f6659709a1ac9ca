import type { Queryable } from '@irisflow/database';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import {
  findLatestVersion,
  listVersionFiles,
  type ProcedureFolder,
  readFolder,
  requirePlayableDraft,
  stepNames,
} from '@irisflow/procedures';
import type { RehearsalView } from '../views/rehearsal.ts';

/** What the steps of a folder are called: as the procedure declares it, else as they are drawn. */
const namesIn = ({ description, processes }: ProcedureFolder): Map<string, LocalizedText> => {
  const names = new Map<string, LocalizedText>();
  for (const { process } of processes)
    for (const { id, name } of process.elements)
      if (name !== null && name !== '')
        names.set(
          id,
          inEveryLocale(() => name),
        );
  if (description !== null) for (const [id, name] of Object.entries(stepNames(description))) names.set(id, name);
  return names;
};

const placesIn = ({ processes }: ProcedureFolder): Map<string, string> =>
  new Map(processes.flatMap(({ path, process }) => process.elements.map(({ id }) => [id, path] as const)));

const foldersOf = async (db: Queryable, key: string): Promise<ProcedureFolder[]> => {
  const latest = await findLatestVersion(db, key);
  const version =
    latest === undefined ? [] : [readFolder(await listVersionFiles(db, { key, version: latest.version }))];
  try {
    return [...version, await requirePlayableDraft(db, key)];
  } catch {
    // A draft that cannot be read any more has no places; what steps are called, the published version says.
    return version;
  }
};

const mentioned = (groups: RehearsalView['groups']): Set<string> =>
  new Set(
    groups.flatMap(({ before, after, partings }) => [
      ...before.ends,
      ...(after.ending?.ends ?? []),
      ...(after.elementId === null ? [] : [after.elementId]),
      ...partings.flatMap((part) => [
        ...(part.elementId === null ? [] : [part.elementId]),
        ...(part.kind === 'decided' ? [] : [...part.before, ...part.after]),
      ]),
    ]),
  );

/** What the steps are called that groups name, and where the draft draws them. */
export const knownSteps = async (
  db: Queryable,
  key: string,
  groups: RehearsalView['groups'],
): Promise<Pick<RehearsalView, 'names' | 'places'>> => {
  const wanted = mentioned(groups);
  if (wanted.size === 0) return { names: {}, places: {} };
  const folders = await foldersOf(db, key);
  const names = new Map(folders.flatMap((folder) => [...namesIn(folder)]));
  const draft = folders.at(-1);
  const places = draft === undefined ? new Map<string, string>() : placesIn(draft);
  const only = <Value>(all: ReadonlyMap<string, Value>): Record<string, Value> =>
    Object.fromEntries([...all].filter(([id]) => wanted.has(id)));
  return { names: only(names), places: only(places) };
};

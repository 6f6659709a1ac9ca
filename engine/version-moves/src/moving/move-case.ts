import { type Actor, appendAudit, refuseConflict } from '@irisflow/access';
import { findCase, lockCase, noteByOffice, ownStatusAt, timelineText, type CaseRow } from '@irisflow/casework';
import { askEngine, isEngineFailure } from '@irisflow/engine-client';
import { CaseworkError, inEveryLocale } from '@irisflow/foundation';
import { judgeCase, placeIn } from '../judging/judge-case.ts';
import type { Stay } from '../judging/unknown-parts.ts';
import { whereItStands } from '../judging/where-it-stands.ts';
import { type FromVersion, type MovePlan, readPlan } from '../plan/move-plan.ts';
import { requireMover } from '../plan/require-movable.ts';
import { hasOutbox, listCaseTasks, setTaskElement, setVersion } from '../storage/running-cases.ts';
import { beginItem, settleItem, type TakenItem } from '../storage/version-move-items.ts';
import type { Surroundings } from '../surroundings.ts';
import type { FailReason } from '../views/version-move.ts';
import { moveInstances } from './move-instances.ts';

/** What became of one case; `later`: it is looked at again, and `gone`: somebody stopped it in the meantime. */
export type ItemOutcome =
  | { readonly kind: 'moved' | 'later' | 'gone' }
  | { readonly kind: 'stayed'; readonly stay: Stay }
  | { readonly kind: 'failed'; readonly reason: FailReason; readonly begun: boolean };

interface Begun {
  readonly kind: 'begun';
  readonly tasks: Readonly<Record<string, string>>;
}

interface Moving {
  readonly surroundings: Surroundings;
  readonly actor: Actor;
  readonly item: TakenItem;
  readonly plan: MovePlan;
}

const keyOf = ({ move_id: moveId, position }: TakenItem) => ({ moveId, position });

const staysBecause = (reason: Stay['reason']): ItemOutcome => ({ kind: 'stayed', stay: { reason, subject: null } });

/** Judges it as it stands now, and notes that the engine may be asked from here on. */
const begin = async ({ surroundings, item, plan }: Moving): Promise<Begun | ItemOutcome> => {
  const verdict = await judgeCase(surroundings, plan, item.case_id);
  if (verdict === undefined) return staysBecause('closed');
  if (verdict.stay !== null) return { kind: 'stayed', stay: verdict.stay };
  return surroundings.database.transaction(async (tx) => {
    const row = await lockCase(tx, item.case_id);
    const tasks = await listCaseTasks(tx, item.case_id);
    const hasMoved =
      row?.procedure_version !== verdict.row.procedure_version ||
      row.process_instance_key !== verdict.row.process_instance_key ||
      row.status !== verdict.row.status ||
      tasks.some(({ completing_by: by, state }) => state === 'open' && by !== null) ||
      (await hasOutbox(tx, item.case_id));
    if (hasMoved) return { kind: 'later' };
    return (await beginItem(tx, keyOf(item), verdict.tasks))
      ? { kind: 'begun', tasks: verdict.tasks }
      : { kind: 'gone' };
  });
};

const placeOf = ({ versions }: MovePlan, { procedure_version: version, milestone }: CaseRow): string | null => {
  if (milestone === null) return null;
  for (const { places } of versions.get(version)?.routes.values() ?? []) {
    const place = places.get(milestone);
    if (place !== undefined) return place;
  }
  return milestone;
};

/** What the platform keeps of the case follows its process, in one transaction with what people are told of it. */
const follow = (
  { surroundings, actor, item, plan }: Moving,
  tasks: Readonly<Record<string, string>>,
): Promise<ItemOutcome> =>
  surroundings.database.transaction(async (tx) => {
    const row = await lockCase(tx, item.case_id);
    if (row === undefined) return staysBecause('closed');
    const milestone = placeOf(plan, row);
    const ownStatus = ownStatusAt(plan.to.description, { status: row.status, milestone });
    await setVersion(tx, { id: row.id, version: item.to_version, milestone, ownStatus });
    for (const [id, element] of Object.entries(tasks)) await setTaskElement(tx, { id, element });
    const number = inEveryLocale(() => String(item.to_version));
    await noteByOffice(surroundings, tx, {
      row,
      kind: 'versionMoved',
      text: timelineText('versionMoved', number),
      isPublic: false,
    });
    const at = surroundings.clock.now();
    await settleItem(tx, keyOf(item), { at, state: 'moved', reason: null, subject: null, begun: true });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'case.versionMoved',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { from: row.procedure_version, to: item.to_version, move: item.move_id },
    });
    return { kind: 'moved' };
  });

interface Standing {
  readonly version: FromVersion;
  readonly row: CaseRow & { readonly process_instance_key: string };
}

/** Clerks go on while a case that has begun waits for its next attempt: a task of before its instance moves gets a place too. */
const withLaterTasks = async (
  { surroundings, item }: Moving,
  { version, row }: Standing,
  tasks: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> => {
  const { database, engine } = surroundings;
  const later = (await listCaseTasks(database, row.id)).filter(({ id }) => tasks[id] === undefined);
  if (later.length === 0) return tasks;
  const standing = await askEngine(whereItStands(engine, version, row.process_instance_key));
  const arrived = new Set(
    standing.filter(({ hasArrived }) => hasArrived).map((one) => one.instance.processInstanceKey),
  );
  const placed = later.map(({ id, element_id: element, process_instance_key: instance }) => [
    id,
    arrived.has(instance) ? element : placeIn(version, element),
  ]);
  const all = { ...tasks, ...(Object.fromEntries(placed) as Readonly<Record<string, string>>) };
  await beginItem(database, keyOf(item), all);
  return all;
};

const finish = async (moving: Moving, tasks: Readonly<Record<string, string>>): Promise<ItemOutcome> => {
  const { surroundings, item, plan } = moving;
  const row = await findCase(surroundings.database, item.case_id);
  const version = plan.versions.get(item.from_version);
  if (row?.process_instance_key == null || version === undefined) return staysBecause('processEnded');
  const standing = { version, row: { ...row, process_instance_key: row.process_instance_key } };
  const all = await withLaterTasks(moving, standing, tasks);
  const outcome = await moveInstances(surroundings.engine, version, row.process_instance_key);
  if (outcome === 'refused') return { kind: 'failed', reason: 'engineRefused', begun: false };
  if (outcome === 'halfway') return { kind: 'failed', reason: 'halfway', begun: true };
  // A process that ended in the meantime leaves its case on the version with which it began.
  if (outcome === 'ended') return staysBecause('processEnded');
  return follow(moving, all);
};

const move = async (surroundings: Surroundings, actor: Actor, item: TakenItem): Promise<ItemOutcome> => {
  const { procedure_key: key, from_versions: from, to_version: to, places } = item;
  const wish = { key, from, to, places };
  await requireMover(surroundings.database, actor, key);
  await refuseConflict(surroundings.database, actor, item.case_id);
  const plan = await readPlan(surroundings, surroundings.database, wish);
  const moving = { surroundings, actor, item, plan };
  if (item.begun && item.tasks !== null) return finish(moving, item.tasks);
  const begun = await begin(moving);
  return begun.kind === 'begun' ? finish(moving, begun.tasks) : begun;
};

/** Moves one case in the name of whoever started. A second attempt goes on where the first one ended, wherever that was. */
export const moveItem = async (surroundings: Surroundings, actor: Actor, item: TakenItem): Promise<ItemOutcome> => {
  try {
    return await move(surroundings, actor, item);
  } catch (thrown) {
    if (isEngineFailure(thrown, 'unavailable', 'uncertain')) return { kind: 'later' };
    if (thrown instanceof CaseworkError && thrown.code === 'ENGINE_UNAVAILABLE') return { kind: 'later' };
    // Whoever may no longer do it does not do it by an earlier word either.
    if (thrown instanceof CaseworkError && [401, 403, 404].includes(thrown.status))
      return { kind: 'failed', reason: 'forbidden', begun: item.begun };
    throw thrown;
  }
};

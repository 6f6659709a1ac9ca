import { type CaseRow, findCase, hasEnded } from '@irisflow/casework';
import { askEngine } from '@irisflow/engine-client';
import type { LocalizedText } from '@irisflow/foundation';
import { type FromVersion, type MovePlan, nameOfStep } from '../plan/move-plan.ts';
import { hasOutbox, listCaseTasks } from '../storage/running-cases.ts';
import type { Surroundings } from '../surroundings.ts';
import { lostDraft, type Judged, type Stay, unknownPart } from './unknown-parts.ts';
import { type StandingInstance, whereItStands } from './where-it-stands.ts';

export interface Verdict {
  readonly row: CaseRow;
  readonly at: readonly LocalizedText[];
  /** Null when it will move. */
  readonly stay: Stay | null;
  /** Where its tasks will stand, those that are over included: whoever did one is known by its step. */
  readonly tasks: Readonly<Record<string, string>>;
}

const stayFor = (reason: Stay['reason'], subject: LocalizedText | null = null): Stay => ({ reason, subject });

const ofStanding = (row: CaseRow): Stay | null => {
  if (hasEnded(row)) return stayFor('closed');
  return row.process_instance_key === null ? stayFor('notStarted') : null;
};

const ofInstance = (version: FromVersion, { instance, route, hasArrived, active }: StandingInstance): Stay | null => {
  if (instance.state === 'suspended') return stayFor('suspended');
  if (instance.hasIncident) return stayFor('incident');
  if (route === null || hasArrived || route.target === null) return stayFor('otherProcess');
  const { places, source } = route;
  const lost = active.find((id) => !places.has(id));
  return lost === undefined ? null : stayFor('noPlace', nameOfStep(version.names, source, lost));
};

const ofInstances = (version: FromVersion, standing: readonly StandingInstance[]): Stay | null => {
  if (standing.length === 0) return stayFor('processEnded');
  for (const one of standing) {
    const stay = ofInstance(version, one);
    if (stay !== null) return stay;
  }
  return null;
};

/** Where a step of one of its processes goes; itself where it has no place. */
export const placeIn = (version: FromVersion, element: string): string => {
  for (const { places } of version.routes.values()) {
    const place = places.get(element);
    if (place !== undefined) return place;
  }
  return element;
};

const ofTasks = async (
  { database }: Surroundings,
  judged: Judged,
): Promise<{ readonly stay: Stay | null; readonly tasks: Record<string, string> }> => {
  const tasks: Record<string, string> = {};
  let stay: Stay | null = null;
  for (const task of await listCaseTasks(database, judged.row.id)) {
    const element = placeIn(judged.version, task.element_id);
    tasks[task.id] = element;
    if (task.state !== 'open') continue;
    if (task.completing_by !== null) stay ??= stayFor('taskUnderway');
    stay ??= lostDraft(judged, { task, element });
  }
  return { stay, tasks };
};

/** Where it stands, in words; of the called processes too. */
const wordsOf = (version: FromVersion, standing: readonly StandingInstance[]): LocalizedText[] =>
  standing.flatMap(({ route, active }) =>
    route === null ? [] : active.map((id) => nameOfStep(version.names, route.source, id)),
  );

const judge = async (surroundings: Surroundings, judged: Judged): Promise<Verdict> => {
  const { database, engine } = surroundings;
  const { row, version } = judged;
  const early = ofStanding(row);
  if (early !== null || row.process_instance_key === null) return { row, at: [], stay: early, tasks: {} };
  const standing = await askEngine(whereItStands(engine, version, row.process_instance_key));
  const { stay, tasks } = await ofTasks(surroundings, judged);
  const outbox = (await hasOutbox(database, row.id)) ? stayFor('outbox') : null;
  const found = ofInstances(version, standing) ?? outbox ?? stay ?? (await unknownPart(database, judged));
  return { row, at: wordsOf(version, standing), stay: found, tasks };
};

/** Whether a case can go on with the other version as it stands now; undefined when it is gone. */
export const judgeCase = async (
  surroundings: Surroundings,
  plan: MovePlan,
  caseId: string,
): Promise<Verdict | undefined> => {
  const row = await findCase(surroundings.database, caseId);
  if (row === undefined) return undefined;
  const version = plan.versions.get(row.procedure_version);
  if (version === undefined) return { row, at: [], stay: stayFor('otherVersion'), tasks: {} };
  return judge(surroundings, { plan, version, row, now: surroundings.clock.now() });
};

import { type CaseRow, findCase, findCasesByInstances, findRightCase } from '@irisflow/casework';
import { findRootInstance, isEngineFailure, type EngineIncident } from '@irisflow/engine-client';
import { incidentText } from '../incident-text.ts';
import { endCaseIncident, insertCaseIncident, listOpenIncidentKeys } from '../storage/case-incidents.ts';
import type { Surroundings } from '../surroundings.ts';

/** The case whose process stopped, itself or in what it called; an instance may be gone while we look. */
const caseOf = async (surroundings: Surroundings, key: string): Promise<CaseRow | undefined> => {
  const { engine, database } = surroundings;
  try {
    const root = await findRootInstance(engine.monitor, key);
    const [own] = await findCasesByInstances(database, [root.processInstanceKey]);
    if (own !== undefined) return own;
    const ofRight = await findRightCase(surroundings, root.processInstanceKey);
    return ofRight === undefined ? undefined : await findCase(database, ofRight.id);
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return undefined;
    throw thrown;
  }
};

const takeIn = async (surroundings: Surroundings, incident: EngineIncident): Promise<void> => {
  const row = await caseOf(surroundings, incident.processInstanceKey);
  // A process without a case is not casework's.
  if (row === undefined) return;
  await insertCaseIncident(surroundings.database, {
    incidentKey: incident.incidentKey,
    caseId: row.id,
    administration: row.administration,
    processInstanceKey: incident.processInstanceKey,
    elementId: incident.elementId,
    meaning: incidentText(incident.errorType, incident.message),
    since: incident.createdAt,
  });
};

/** Brings what stands still up to what the engine has. One that a long answer left out is asked for by itself before it ends. */
export const watchIncidents = async (surroundings: Surroundings): Promise<void> => {
  const { engine, database, clock } = surroundings;
  const known = new Set(await listOpenIncidentKeys(database));
  const found = await engine.monitor.incidents({});
  for (const incident of found) if (!known.has(incident.incidentKey)) await takeIn(surroundings, incident);
  const open = new Set(found.map(({ incidentKey }) => incidentKey));
  for (const incidentKey of known)
    if (!open.has(incidentKey) && (await engine.monitor.incident(incidentKey)) === null)
      await endCaseIncident(database, { incidentKey, at: clock.now() });
};

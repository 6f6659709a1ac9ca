import { requireStaff, type Actor, type Clerk } from '@irisflow/access';
import { insertTimelineEntry, requireClerkCase, timelineText, type CaseRow } from '@irisflow/casework';
import { CaseworkError, inEveryLocale } from '@irisflow/foundation';
import { requireJustification, type Justified } from '../justification.ts';
import { tryAgain } from '../repair.ts';
import { endCaseIncident, listIncidentsOfCase } from '../storage/case-incidents.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseIncident } from '../views/case-incident.ts';
import { listCaseIncidents, viewIncident } from './list-incidents.ts';

export interface IncidentOfCase {
  readonly caseId: string;
  readonly incidentKey: string;
}

const requireIncident = async (surroundings: Surroundings, { caseId, incidentKey }: IncidentOfCase) => {
  const { database } = surroundings;
  const row = (await listIncidentsOfCase(database, caseId)).find(({ incident_key: key }) => key === incidentKey);
  if (row !== undefined) return viewIncident(surroundings, database, row);
  throw new CaseworkError('NOT_FOUND', `Expected the case to stand still at ${incidentKey}, but it does not`);
};

interface Helped extends IncidentOfCase {
  readonly kind: 'stepRetried' | 'stepResolved';
  readonly justification: Justified;
  readonly retries: number;
}

/** Colleagues read who started which step again; the applicant reads in their log that somebody did. */
const noteHelp = async (
  { database, clock }: Surroundings,
  { clerk, row, incident, kind }: { clerk: Clerk; row: CaseRow; incident: CaseIncident; kind: Helped['kind'] },
): Promise<void> => {
  const at = clock.now();
  await database.transaction(async (tx) => {
    await endCaseIncident(tx, { incidentKey: incident.incidentKey, at });
    await insertTimelineEntry(tx, {
      caseId: row.id,
      administration: row.administration,
      at,
      kind,
      text: timelineText(kind, incident.step),
      actor: inEveryLocale(() => clerk.person.name),
      visibleToApplicant: false,
    });
  });
};

const help = async (surroundings: Surroundings, actor: Actor, helped: Helped): Promise<CaseIncident[]> => {
  const { caseId, incidentKey, justification, retries, kind } = helped;
  const { clerk, row } = await requireClerkCase(surroundings.database, actor, caseId);
  const incident = await requireIncident(surroundings, helped);
  await tryAgain(surroundings, { actor, clerk, incidentKey, justification, retries });
  await noteHelp(surroundings, { clerk, row, incident, kind });
  return listCaseIncidents(surroundings, actor, { caseId });
};

/** A clerk lets a step that failed try once more: it changes nothing, so no reason is asked. */
export const retryStep: UseCase<IncidentOfCase, CaseIncident[]> = (surroundings, actor, input) =>
  help(surroundings, actor, {
    ...input,
    kind: 'stepRetried',
    justification: { reason: null, category: 'incident' },
    retries: 1,
  });

export interface StepResolution extends IncidentOfCase {
  /** What was mended, for the auditor. */
  readonly reason: string;
}

/** Tries that a step has whose cause is mended. */
const MENDED_RETRIES = 3;

/** A supervisor says that the cause is mended and why the step may go on. */
export const resolveStep: UseCase<StepResolution, CaseIncident[]> = async (surroundings, actor, input) => {
  requireStaff(actor, ['supervisor']);
  return help(surroundings, actor, {
    ...input,
    kind: 'stepResolved',
    justification: requireJustification({ reason: input.reason }),
    retries: MENDED_RETRIES,
  });
};

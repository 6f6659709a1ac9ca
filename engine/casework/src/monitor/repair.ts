import { requireDesigner, type Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { askEngine } from '../engine/engine-failure.ts';
import type { EngineIncident, Variables } from '../engine/engine.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { requireOwnInstance } from './require-instance.ts';

interface Repair {
  readonly action: string;
  readonly object: string;
  readonly administration: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What people do to a running process by hand is on record before it happens. */
const onRecord = async (
  surroundings: Surroundings,
  actor: Actor,
  repair: Repair,
  work: () => Promise<void>,
): Promise<void> => {
  await surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, { actor, outcome: 'asked', ...repair }),
  );
  await askEngine(work());
};

const requireIncident = async ({ engine }: Surroundings, incidentKey: string): Promise<EngineIncident> => {
  const incident = await askEngine(engine.monitor.incident(incidentKey));
  if (incident !== null) return incident;
  throw new CaseworkError('NOT_FOUND', `Expected an open incident ${incidentKey}, but there is none`);
};

/** Tries again what stopped; a job gets retries first, one when none are given. */
export const resolveIncident: UseCase<{ incidentKey: string; retries?: number }, void> = async (
  surroundings,
  actor,
  input,
) => {
  requireDesigner(actor);
  const { engine } = surroundings;
  const incident = await requireIncident(surroundings, input.incidentKey);
  const { administration } = await requireOwnInstance(surroundings, actor, incident.processInstanceKey);
  const retries = input.retries ?? 1;
  const repair = {
    action: 'incident.resolved',
    object: `incident:${input.incidentKey}`,
    administration,
    detail: { element: incident.elementId, retries },
  };
  await onRecord(surroundings, actor, repair, async () => {
    if (incident.jobKey !== null) await engine.setRetries({ jobKey: incident.jobKey, retries });
    await engine.resolveIncident(input.incidentKey);
  });
};

export interface SetVariables {
  readonly processInstanceKey: string;
  readonly scopeKey: string;
  readonly variables: Variables;
}

/** Corrects variables in one scope of a running instance. */
export const setVariables: UseCase<SetVariables, void> = async (surroundings, actor, input) => {
  requireDesigner(actor);
  const { engine } = surroundings;
  const { processInstanceKey, scopeKey, variables } = input;
  const { administration } = await requireOwnInstance(surroundings, actor, processInstanceKey);
  const scopes = await askEngine(engine.monitor.elements(processInstanceKey));
  if (scopeKey !== processInstanceKey && !scopes.some(({ elementInstanceKey }) => elementInstanceKey === scopeKey))
    throw new CaseworkError('NOT_FOUND', `Expected a scope of instance ${processInstanceKey}, but ${scopeKey} is none`);
  const repair = {
    action: 'variables.set',
    object: `instance:${processInstanceKey}`,
    administration,
    // Names only: values may be personal data, and the chain is for ever.
    detail: { scope: scopeKey, names: Object.keys(variables) },
  };
  await onRecord(surroundings, actor, repair, () => engine.setVariables({ scopeKey, variables }));
};

export interface Reasoned {
  readonly processInstanceKey: string;
  readonly reason: string;
}

interface Steering {
  readonly action: string;
  readonly processInstanceKey: string;
  readonly reason?: string;
}

/** Something done to a whole instance, with its reason on record. */
const steer = async (
  surroundings: Surroundings,
  actor: Actor,
  { action, processInstanceKey, ...detail }: Steering,
  work: () => Promise<void>,
): Promise<void> => {
  requireDesigner(actor);
  const { administration } = await requireOwnInstance(surroundings, actor, processInstanceKey);
  await onRecord(
    surroundings,
    actor,
    { action, object: `instance:${processInstanceKey}`, administration, detail },
    work,
  );
};

/** Lets a running instance rest; its tasks stay open, but nobody can complete them. */
export const suspendInstance: UseCase<Reasoned, void> = (surroundings, actor, input) =>
  steer(surroundings, actor, { action: 'instance.suspended', ...input }, () =>
    surroundings.engine.suspendInstance(input.processInstanceKey),
  );

/** Lets a suspended instance go on. */
export const resumeInstance: UseCase<{ processInstanceKey: string }, void> = (surroundings, actor, input) =>
  steer(surroundings, actor, { action: 'instance.resumed', ...input }, () =>
    surroundings.engine.resumeInstance(input.processInstanceKey),
  );

/** Cancels a running instance. */
export const cancelInstance: UseCase<Reasoned, void> = async (surroundings, actor, input) => {
  await steer(surroundings, actor, { action: 'instance.canceled', ...input }, () =>
    surroundings.engine.cancelInstance(input.processInstanceKey),
  );
  surroundings.taskBell.ring();
};

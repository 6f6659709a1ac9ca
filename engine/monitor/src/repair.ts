import {
  type Actor,
  type Clerk,
  hideHandles,
  requireCorrector,
  requireDesigner,
  withoutHandles,
} from '@irisflow/access';
import {
  type EngineIncident,
  type EngineInstanceState,
  type EngineVariable,
  type Variables,
  askEngine,
  isEngineFailure,
} from '@irisflow/engine-client';
import { type InterventionKind, refuseReserved } from '@irisflow/casework';
import { CaseworkError, maskedText } from '@irisflow/foundation';
import type { Surroundings, UseCase } from './surroundings.ts';
import { type Justification, type Justified, requireJustification } from './justification.ts';
import { handlesOf, valueOf } from './masking/handles-of.ts';
import { withMaskedAnswers } from './masking/mask-answers.ts';
import { onRecord } from './on-record.ts';
import { requireOwnInstance } from './require-instance.ts';
import { requireState } from './require-state.ts';

const requireIncident = async ({ engine }: Surroundings, incidentKey: string): Promise<EngineIncident> => {
  const incident = await askEngine(engine.monitor.incident(incidentKey));
  if (incident !== null) return incident;
  throw new CaseworkError('NOT_FOUND', `Expected an open incident ${incidentKey}, but there is none`);
};

export interface ResolveIncident extends Justification {
  readonly incidentKey: string;
  readonly retries?: number;
}

export interface NewTry {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly incidentKey: string;
  readonly justification: Justified;
  readonly retries: number;
}

/** Lets what stopped go on, on record; a job gets retries first. */
export const tryAgain = async (surroundings: Surroundings, given: NewTry): Promise<void> => {
  const { actor, clerk, incidentKey, justification, retries } = given;
  const { engine } = surroundings;
  const incident = await requireIncident(surroundings, incidentKey);
  const own = await requireOwnInstance(surroundings, actor, incident.processInstanceKey);
  const { jobKey } = incident;
  const variables = await askEngine(engine.monitor.variables(incident.processInstanceKey));
  const message = hideHandles(incident.message, handlesOf(variables));
  const repair = {
    action: 'incident.resolved',
    kind: 'retry',
    object: `incident:${incidentKey}`,
    detail: { element: incident.elementId, retries },
    before: { message, ...(jobKey === null ? {} : { retries: 0 }) },
    after: jobKey === null ? {} : { retries },
    names: [],
  } as const;
  await onRecord(surroundings, { actor, clerk, own, justification, ...repair }, async () => {
    if (jobKey !== null) await engine.setRetries({ jobKey, retries });
    await engine.resolveIncident(incidentKey);
  });
};

/** Tries again what stopped; one more time when no number is given. */
export const resolveIncident: UseCase<ResolveIncident, void> = async (surroundings, actor, input) => {
  const clerk = requireDesigner(actor);
  const { incidentKey, retries = 1 } = input;
  const incident = await requireIncident(surroundings, incidentKey);
  await requireOwnInstance(surroundings, actor, incident.processInstanceKey);
  await tryAgain(surroundings, { actor, clerk, incidentKey, justification: requireJustification(input), retries });
};

export interface SetVariables extends Justification {
  readonly processInstanceKey: string;
  readonly scopeKey: string;
  readonly variables: Variables;
}

const requireCorrectable = ({ variables }: SetVariables): string[] => {
  const names = Object.keys(variables);
  if (names.length === 0) throw new CaseworkError('INPUT_INVALID', 'Expected a variable to correct, but there is none');
  // Whoever copies what they read back would write the mask over the answer.
  if (JSON.stringify(variables).includes(maskedText))
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected values, but found ${maskedText}, which stands for one not shown`,
    );
  return names;
};

const valuesBefore = (variables: readonly EngineVariable[], scopeKey: string, names: readonly string[]): Variables =>
  Object.fromEntries(
    variables
      .filter((variable) => variable.scopeKey === scopeKey && names.includes(variable.name))
      .map(({ name, value }) => [name, withoutHandles(valueOf(value), handlesOf(variables))]),
  );

/** Corrects variables in one scope of a running instance; the applicant is told by which office and why. */
export const setVariables: UseCase<SetVariables, void> = async (surroundings, actor, input) => {
  const clerk = requireCorrector(actor);
  const { engine } = surroundings;
  const { processInstanceKey, scopeKey, variables } = input;
  refuseReserved(variables);
  const own = await requireOwnInstance(surroundings, actor, processInstanceKey);
  const justification = requireJustification(input);
  const names = requireCorrectable(input);
  const scopes = await askEngine(engine.monitor.elements(processInstanceKey));
  if (scopeKey !== processInstanceKey && !scopes.some(({ elementInstanceKey }) => elementInstanceKey === scopeKey))
    throw new CaseworkError('NOT_FOUND', `Expected a scope of instance ${processInstanceKey}, but ${scopeKey} is none`);
  const { variables: read } = await withMaskedAnswers(surroundings, {
    own,
    variables: await askEngine(engine.monitor.variables(processInstanceKey)),
    incidents: [],
  });
  const before = valuesBefore(read, scopeKey, names);
  const repair = {
    action: 'variables.set',
    kind: 'correction',
    object: `instance:${processInstanceKey}`,
    detail: { scope: scopeKey, variables: names.length },
    before,
    after: variables,
    names,
  } as const;
  await onRecord(surroundings, { actor, clerk, own, justification, ...repair }, () =>
    engine.setVariables({ scopeKey, variables }),
  );
};

export interface Reasoned extends Justification {
  readonly processInstanceKey: string;
}

interface Steering extends Reasoned {
  readonly accepted: readonly EngineInstanceState[];
  readonly action: string;
  readonly kind: InterventionKind;
  readonly after: string;
}

interface Settling extends Pick<Steering, 'accepted' | 'processInstanceKey'> {
  readonly work: Promise<void>;
}

/** Somebody may have been faster since we looked: then the caller hears what the instance is now. */
const settle = async ({ engine }: Surroundings, { work, accepted, processInstanceKey }: Settling): Promise<void> => {
  try {
    await work;
  } catch (thrown) {
    if (isEngineFailure(thrown, 'conflict', 'notFound'))
      requireState(await engine.monitor.instance(processInstanceKey), accepted);
    throw thrown;
  }
};

/** Something done to a whole instance. */
const steer = async (
  surroundings: Surroundings,
  { actor, clerk }: { readonly actor: Actor; readonly clerk: Clerk },
  { action, kind, after, accepted, ...input }: Steering,
  work: () => Promise<void>,
): Promise<void> => {
  const own = await requireOwnInstance(surroundings, actor, input.processInstanceKey);
  const justification = requireJustification(input);
  requireState(own.instance, accepted);
  const object = `instance:${input.processInstanceKey}`;
  const states = { before: { state: own.instance.state }, after: { state: after } };
  await onRecord(
    surroundings,
    { actor, clerk, own, justification, action, kind, object, detail: {}, names: [], ...states },
    () => settle(surroundings, { processInstanceKey: input.processInstanceKey, accepted, work: work() }),
  );
};

/** Lets a running instance rest; its tasks stay open, but nobody can complete them. */
export const suspendInstance: UseCase<Reasoned, void> = async (surroundings, actor, input) => {
  const by = { actor, clerk: requireDesigner(actor) };
  const steering = {
    action: 'instance.suspended',
    kind: 'suspension',
    after: 'suspended',
    accepted: ['active'],
    ...input,
  } as const;
  await steer(surroundings, by, steering, () => surroundings.engine.suspendInstance(input.processInstanceKey));
};

/** Lets a suspended instance go on. */
export const resumeInstance: UseCase<Reasoned, void> = async (surroundings, actor, input) => {
  const by = { actor, clerk: requireDesigner(actor) };
  const steering = {
    action: 'instance.resumed',
    kind: 'resumption',
    after: 'active',
    accepted: ['suspended'],
    ...input,
  } as const;
  await steer(surroundings, by, steering, () => surroundings.engine.resumeInstance(input.processInstanceKey));
};

/** Cancels a running instance. */
export const cancelInstance: UseCase<Reasoned, void> = async (surroundings, actor, input) => {
  const by = { actor, clerk: requireCorrector(actor) };
  const steering = {
    action: 'instance.canceled',
    kind: 'cancellation',
    after: 'canceled',
    accepted: ['active', 'suspended'],
    ...input,
  } as const;
  await steer(surroundings, by, steering, () => surroundings.engine.cancelInstance(input.processInstanceKey));
  surroundings.taskBell.ring();
};

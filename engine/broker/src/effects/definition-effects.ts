import type { DefinitionCatalog, DefinitionEvent, StartTimer } from '@irisflow/core';
import { dueCommand } from './due-command.ts';
import { type Effect, NO_EFFECT } from './effect.ts';

/** The catalog is as the command left it. */
type EffectOf<Event> = (event: Event, catalog: DefinitionCatalog) => Effect;

/** What each event means: leaving one out does not compile. */
type DefinitionEffects = {
  readonly [Kind in DefinitionEvent['kind']]: EffectOf<DefinitionEvent & { readonly kind: Kind }>;
};

const none = () => NO_EFFECT;

/** A start timer fires again under the same key: the catalog knows when, if ever. */
const follow: EffectOf<{ readonly key: StartTimer['key'] }> = ({ key }, { startTimers }) => {
  const timer = startTimers.get(key);
  return timer === undefined ? { undue: key } : { due: dueCommand('startTimer', key, timer.dueAt) };
};

export const definitionEffects: DefinitionEffects = {
  deploymentCreated: none,
  processDeployed: none,
  requirementsDeployed: none,
  decisionDeployed: none,
  formDeployed: none,
  resourceDeployed: none,
  definitionDeleted: none,
  startTimerOpened: ({ timer }, catalog) => follow(timer, catalog),
  startTimerTriggered: follow,
  startTimerClosed: follow,
  decisionEvaluatedAlone: none,
};

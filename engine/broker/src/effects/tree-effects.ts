import type { InstanceTree, TreeEvent } from '@irisflow/core';
import type { JobKey } from '@irisflow/protocol';
import { dueCommand } from './due-command.ts';
import { type Effect, NO_EFFECT } from './effect.ts';

/** The tree is as the command left it. */
type EffectOf<Event> = (event: Event, tree: InstanceTree) => Effect;

/** What each event opens, closes, releases and is due: leaving one out does not compile. */
type TreeEffects = { readonly [Kind in TreeEvent['kind']]: EffectOf<TreeEvent & { readonly kind: Kind }> };

type OfKey<Key extends string = string> = EffectOf<{ readonly key: Key }>;

const none = () => NO_EFFECT;
const close: OfKey = ({ key }) => ({ closes: key });
/** While its tree is suspended, a job waits for the resumption. */
const release: OfKey<JobKey> = ({ key }, { suspension }) =>
  suspension === null ? { releases: [key], undue: key } : { undue: key };
const withhold: OfKey<JobKey> = ({ key }) => ({ withholds: [key], undue: key });

const activatableIn = ({ jobs }: InstanceTree): JobKey[] =>
  [...jobs.values()].filter(({ phase }) => phase === 'activatable').map(({ key }) => key);

export const treeEffects: TreeEffects = {
  processInstanceCreated: none,
  elementActivating: none,
  elementActivated: none,
  elementCompleting: none,
  elementCompleted: none,
  elementTerminating: none,
  elementTerminated: none,
  variableCreated: none,
  variableUpdated: none,
  jobCreated: ({ job }, tree) => ({ opens: job.key, ...release(job, tree) }),
  jobActivated: ({ key, deadline }) => ({ withholds: [key], due: dueCommand('jobDeadline', key, deadline) }),
  jobCompleted: close,
  jobFailed: (event, tree) => {
    const { key, retries, retryAt } = event;
    if (retries <= 0) return withhold(event, tree);
    return retryAt > 0 ? { withholds: [key], due: dueCommand('jobRetry', key, retryAt) } : release(event, tree);
  },
  jobTimedOut: release,
  jobYielded: release,
  jobRecovered: release,
  jobRetriesUpdated: none,
  jobTimeoutUpdated: ({ key, deadline }) => ({ due: dueCommand('jobDeadline', key, deadline) }),
  jobErrorThrown: (event, tree) => (event.caught ? close(event, tree) : withhold(event, tree)),
  jobParked: withhold,
  jobCanceled: close,
  userTaskCreated: ({ task }) => ({ opens: task.key }),
  userTaskPhaseChanged: none,
  userTaskAssigned: none,
  userTaskUpdated: none,
  userTaskCompleted: close,
  userTaskCanceled: close,
  subscriptionOpened: ({ subscription }) =>
    subscription.kind === 'timer'
      ? { opens: subscription.key, due: dueCommand('timer', subscription.key, subscription.dueAt) }
      : { opens: subscription.key },
  // What does not interrupt goes on waiting, unless it is a timer.
  subscriptionTriggered: (event, tree) => (tree.subscriptions.has(event.key) ? NO_EFFECT : close(event, tree)),
  subscriptionClosed: close,
  subscriptionMigrated: none,
  flowTaken: none,
  tokenMoved: none,
  tokensDropped: none,
  triggerStored: none,
  triggerConsumed: none,
  listenersAdvanced: none,
  loopStarted: none,
  loopItemStarted: none,
  loopItemEnded: none,
  loopSatisfied: none,
  compensationOpened: none,
  compensationTriggered: none,
  compensationHandlerStarted: none,
  compensationsMigrated: none,
  escalationThrown: none,
  incidentCreated: ({ incident }) => ({ opens: incident.key }),
  incidentResolved: close,
  // The tree rests or moves with its root.
  instanceSuspended: ({ key }, { rootKey, jobs }) => (key === rootKey ? { withholds: [...jobs.keys()] } : NO_EFFECT),
  instanceResumed: ({ key }, tree) => (key === tree.rootKey ? { releases: activatableIn(tree) } : NO_EFFECT),
  stepsDeferred: none,
  stepsResumed: none,
  resultDelivered: none,
  decisionEvaluated: none,
  instanceMigrated: none,
  elementMigrated: none,
};

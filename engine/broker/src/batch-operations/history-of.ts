import { loadDefinitionNoun } from '../storage/load/load-definition-source.ts';
import { beginBatch, type BatchDesk, type BatchStarter, type BatchTask, type StartedBatch } from './begin-batch.ts';

/** What is kept because a definition was used; forms and other files leave nothing. */
const tasks: Readonly<Record<string, (key: string) => BatchTask>> = {
  process: (processDefinitionKey) => ({ plan: { type: 'DELETE_PROCESS_INSTANCE' }, filter: { processDefinitionKey } }),
  requirements: (decisionRequirementsKey) => ({
    plan: { type: 'DELETE_DECISION_INSTANCE' },
    filter: { decisionRequirementsKey },
  }),
};

/** Starts to delete what is kept of a definition that is deleted already; null where nothing is. */
export type DeleteHistoryOf = (resourceKey: string, caller: BatchStarter) => Promise<StartedBatch | null>;

export const createDeleteHistoryOf =
  (desk: BatchDesk): DeleteHistoryOf =>
  async (resourceKey, caller) => {
    const noun = await loadDefinitionNoun(desk.database, resourceKey);
    const task = noun === null ? undefined : tasks[noun]?.(resourceKey);
    return task === undefined ? null : beginBatch(desk, task, caller);
  };

import { isEngineFailure } from '@irisflow/engine-client';
import type { DueRow } from '../storage/due-cases.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Obstacle } from '../views/retention.ts';

/** What keeps a case on a day; null when nothing does. */
export const obstacleOf = (row: DueRow | undefined, today: string): Obstacle | null => {
  if (row === undefined || row.kept_until >= today) return 'notDue';
  if (row.held) return 'held';
  if (row.appealed) return 'appealed';
  if (row.right_lives) return 'right';
  if (row.owed) return 'owed';
  return row.running ? 'running' : null;
};

/** Whether the process of a case goes on; one that the engine does not know any more has ended. */
export const isProcessRunning = async ({ engine }: Surroundings, key: string | null): Promise<boolean> => {
  if (key === null) return false;
  try {
    const { state } = await engine.monitor.instance(key);
    return state === 'active' || state === 'suspended';
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return false;
    throw thrown;
  }
};

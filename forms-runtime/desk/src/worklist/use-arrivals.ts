import type { TaskSummary } from '@irisflow/client';
import { useState } from 'react';

/** Tasks that came into being while the list was open. */
export const useArrivals = (tasks: readonly TaskSummary[]): ReadonlySet<string> => {
  const [openedAt] = useState(() => new Date().toISOString());
  return new Set(tasks.filter(({ createdAt }) => createdAt > openedAt).map(({ id }) => id));
};

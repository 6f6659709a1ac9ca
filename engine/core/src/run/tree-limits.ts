import type { Run } from './behavior.ts';
import { IncidentError } from '../desk/failure.ts';

/** Raises an incident where an element would begin in a tree that does not come to rest, or that is full. */
export const checkLimits = (run: Run, elementId: string): void => {
  if (run.rounds >= run.desk.maxRounds) {
    throw new IncidentError(
      'LOOP_LIMIT',
      `Expected the instance to come to rest, but it goes on and on without waiting for anybody; '${elementId}' was to begin next. ` +
        'A circle in the model may have no wait state, or its signals may wake each other',
    );
  }
  checkRoom(run, elementId, 0);
};

/** Raises an incident where a tree would have more living element instances than it may have. */
export const checkRoom = (run: Run, elementId: string, more: number): void => {
  const { maxElements } = run.desk;
  const wanted = run.tree.elements.size + more;
  if (wanted <= maxElements) return;
  throw new IncidentError(
    'LOOP_LIMIT',
    `Expected an instance with at most ${maxElements} elements at once, those of called processes included, but '${elementId}' would make it ${wanted}. ` +
      'A loop may have too many items, or a process may call itself',
  );
};

import type { Run } from './behavior.ts';

/** The root instance ended: the next buffered message with its correlation key may start another one. */
export function releaseStartLock(run: Run): void {
  const { startLock, rootKey } = run.tree;
  if (startLock !== null) run.desk.followUp({ kind: 'releaseStartLock', bucket: startLock, rootKey });
}

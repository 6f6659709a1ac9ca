import { appendAudit, findAdministration, requireStaff } from '@irisflow/access';
import { CaseworkError, inEveryLocale, requireReason } from '@irisflow/foundation';
import { findRightSource, stopRightSource } from '@irisflow/procedures';
import type { UseCase } from '../surroundings.ts';
import type { RightSourceView } from '../views/right-source.ts';
import { viewSource } from './view-source.ts';

export interface Steering {
  readonly key: string;
  readonly action: 'stop' | 'resume';
  readonly reason: string;
}

const unknownSource = (key: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a source ${key.slice(0, 80)} of this administration, but there is none`);

/** An administrator stops a source of theirs for everybody, from this moment on, or lets it go on. */
export const steerRightSource: UseCase<Steering, RightSourceView> = async (surroundings, actor, { key, ...wanted }) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const reason = requireReason(wanted.reason);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const row = await findRightSource(tx, key);
    if (row === undefined || row.administration !== administration) throw unknownSource(key);
    const isStop = wanted.action === 'stop';
    await stopRightSource(tx, { key, at: isStop ? clock.now() : null });
    await appendAudit(surroundings, tx, {
      actor,
      action: isStop ? 'rightSource.stopped' : 'rightSource.resumed',
      object: `rightSource:${key}`,
      administration,
      detail: { reason },
    });
    const now = await findRightSource(tx, key);
    if (now === undefined) throw unknownSource(key);
    const owner = await findAdministration(tx, administration);
    return viewSource(now, { isOwn: true, administrationName: owner?.name ?? inEveryLocale(() => administration) });
  });
};

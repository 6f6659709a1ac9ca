import { appendAudit, type Actor, type Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { reconcile } from '../reconcile/reconcile.ts';
import { acceptRows, countRows } from '../storage/import-rows.ts';
import {
  confirmRow,
  endImport,
  eraseFile,
  lockImport,
  setControls,
  startChecking,
  startRunning,
  type ImportRow,
} from '../storage/imports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { RightControls, RightImportState, RightImportView } from '../views/right-import.ts';
import { importableNow, importableThen, none, requireImport, requireImporter, requireKept } from './importable.ts';
import { viewImport } from './view-import.ts';

type ByImport = { readonly importId: string };

interface Step {
  readonly actor: Actor;
  readonly importId: string;
  readonly action: string;
  readonly from: readonly RightImportState[];
  readonly change: (tx: Queryable, row: ImportRow, clerk: Clerk) => Promise<Readonly<Record<string, unknown>>>;
}

/** One step of a file, from a state in which it makes sense, on record. */
const step = async (
  surroundings: Surroundings,
  { actor, importId, action, from, change }: Step,
): Promise<RightImportView> => {
  const clerk = requireImporter(actor);
  await surroundings.database.transaction(async (tx) => {
    const row = await lockImport(tx, importId);
    if (row?.administration !== clerk.administration) throw none(importId);
    if (!from.some((state) => state === row.state))
      throw new CaseworkError('IMPORT_STATE', `Expected a file that is ${from.join(' or ')}, but it is ${row.state}`);
    const detail = await change(tx, row, clerk);
    await appendAudit(surroundings, tx, {
      actor,
      action,
      object: `rightImport:${importId}`,
      administration: clerk.administration,
      detail,
    });
  });
  surroundings.rightImportBell.ring();
  return viewImport(surroundings, clerk, importId);
};

const publishedNow = async (surroundings: Surroundings, clerk: Clerk, importId: string) => {
  const row = await requireImport(surroundings, clerk, importId);
  const { procedure_key: procedureKey, kind } = row;
  return importableNow(surroundings, clerk.administration, { procedureKey, kind });
};

/** Has every row judged by the kind of today, beside what stands. Nothing but what was found is written. */
export const checkRightImport: UseCase<ByImport, RightImportView> = async (surroundings, actor, { importId }) => {
  const clerk = requireImporter(actor);
  const { procedure } = await publishedNow(surroundings, clerk, importId);
  return step(surroundings, {
    actor,
    importId,
    action: 'rightImport.checked',
    from: ['uploaded', 'checking', 'checked', 'stopped', 'finished'],
    change: async (tx, row) => {
      requireKept(row);
      const at = surroundings.clock.now();
      await startChecking(tx, { id: importId, personId: clerk.person.id, procedureVersion: procedure.version, at });
      return { revision: row.revision + 1, version: procedure.version };
    },
  });
};

const requireKnown = (given: Readonly<Record<string, unknown>>, known: readonly string[], pointer: string): void => {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new CaseworkError('INPUT_INVALID', `Expected one of ${known.join(', ')}, but found ${unknown.slice(0, 80)}`, {
    errors: [{ pointer: `${pointer}/${unknown}`, keyword: 'unknown' }],
  });
};

/** Notes what the earlier system says that there is: before anything is taken over, so that nobody fits it to what came of it. */
export const noteControls: UseCase<ByImport & { controls: RightControls }, RightImportView> = async (
  surroundings,
  actor,
  { importId, controls },
) =>
  step(surroundings, {
    actor,
    importId,
    action: 'rightImport.controlled',
    from: ['uploaded', 'checking', 'checked'],
    change: async (tx, row) => {
      if (row.started_at !== null)
        throw new CaseworkError('IMPORT_STATE', 'Expected a file of which nothing was taken over, but something was');
      const { kind } = await importableThen(surroundings, row);
      const states = kind.states.map(({ key }) => key);
      requireKnown(controls.states, states, '/controls/states');
      requireKnown(controls.amounts, Object.keys(kind.data.properties), '/controls/amounts');
      await setControls(tx, importId, controls);
      return { controls };
    },
  });

export interface Accepting extends ByImport {
  /** Places in the file; every one where it is left out. */
  readonly positions?: readonly number[];
  /** Whether what the file says otherwise is to stand, or what stands here. */
  readonly accept: 'file' | 'here';
}

/** Accepts what a newer file says otherwise of rights that stand, row by row or all of it; what nobody accepts stays as it is. */
export const acceptDifferences: UseCase<Accepting, RightImportView> = async (
  surroundings,
  actor,
  { importId, positions, accept },
) =>
  step(surroundings, {
    actor,
    importId,
    action: 'rightImport.accepted',
    from: ['checked', 'stopped'],
    change: async (tx, _row, clerk) => {
      const acceptedBy = accept === 'file' ? clerk.person.id : null;
      const rows = await acceptRows(tx, { importId, positions: positions ?? null, acceptedBy });
      return { accept, rows };
    },
  });

/** Takes every row over that is ready, as who asks: there is no way back. */
export const startRightImport: UseCase<ByImport & { revision: number }, RightImportView> = async (
  surroundings,
  actor,
  { importId, revision },
) => {
  const clerk = requireImporter(actor);
  const { procedure } = await publishedNow(surroundings, clerk, importId);
  return step(surroundings, {
    actor,
    importId,
    action: 'rightImport.started',
    from: ['checked', 'stopped'],
    change: async (tx, row) => {
      requireKept(row);
      if (row.revision !== revision || row.procedure_version !== procedure.version)
        throw new CaseworkError(
          'PREVIEW_OUTDATED',
          `Expected dry run ${row.revision} of version ${procedure.version} to be started, but found ${revision} of ${row.procedure_version}`,
        );
      if (row.controls === null)
        throw new CaseworkError(
          'INPUT_INVALID',
          'Expected what the earlier system says that there is, but found nothing',
          {
            errors: [{ pointer: '/controls', keyword: 'required' }],
          },
        );
      const counts = (await countRows(tx, [importId])).get(importId);
      await startRunning(tx, { id: importId, personId: clerk.person.id, at: surroundings.clock.now() });
      return { ready: (counts?.ready ?? 0) + (counts?.warned ?? 0), accepted: counts?.accepted ?? 0 };
    },
  });
};

/** Stops what is not done yet. The right that is being taken over at this moment still is. */
export const stopRightImport: UseCase<ByImport, RightImportView> = (surroundings, actor, { importId }) =>
  step(surroundings, {
    actor,
    importId,
    action: 'rightImport.stopped',
    from: ['running'],
    change: async (tx) => {
      await endImport(tx, { id: importId, from: 'running', to: 'stopped', at: surroundings.clock.now() });
      return {};
    },
  });

/** Somebody else than who took it over says that it is right, or why it may stay as it is. */
export const confirmRightImport: UseCase<ByImport & { remark?: string }, RightImportView> = (
  surroundings,
  actor,
  { importId, remark },
) =>
  step(surroundings, {
    actor,
    importId,
    action: 'rightImport.confirmed',
    from: ['finished'],
    change: async (tx, row, clerk) => {
      requireKept(row);
      if (row.started_by === clerk.person.id)
        throw new CaseworkError(
          'FOUR_EYES',
          `Expected somebody else than who took ${importId} over, but they are the same`,
        );
      const importable = await importableThen(surroundings, row);
      const reconciliation = await reconcile(surroundings, tx, { row, importable });
      const said = reconciliation.isEqual && (remark ?? '').trim() === '' ? null : requireReason(remark ?? '');
      const at = surroundings.clock.now();
      await confirmRow(tx, { id: importId, personId: clerk.person.id, at, reconciliation, remark: said });
      return { isEqual: reconciliation.isEqual };
    },
  });

/** Takes the uploaded rows away before their time is over; the rights that came of them stay. */
export const eraseRightImport: UseCase<ByImport, RightImportView> = (surroundings, actor, { importId }) =>
  step(surroundings, {
    actor,
    importId,
    action: 'rightImport.erased',
    from: ['uploaded', 'checked', 'stopped', 'finished', 'confirmed'],
    change: async (tx, row) => {
      if (row.erased_at === null) await eraseFile(tx, { id: importId, at: surroundings.clock.now() });
      return {};
    },
  });

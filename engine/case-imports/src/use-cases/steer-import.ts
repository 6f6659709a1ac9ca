import { appendAudit, type Actor, type Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { countRows } from '../storage/import-rows.ts';
import { endImport, eraseFile, lockImport, startChecking, startRunning, type ImportRow } from '../storage/imports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseImportView, ImportSettings, ImportState } from '../views/case-import.ts';
import { importableNow, none, requireImport, requireImporter, requireKept, type Importable } from './importable.ts';
import { viewImport } from './view-import.ts';

type ByImport = { readonly importId: string };

interface Step {
  readonly actor: Actor;
  readonly importId: string;
  readonly action: string;
  readonly from: readonly ImportState[];
  readonly change: (tx: Queryable, row: ImportRow, clerk: Clerk) => Promise<Readonly<Record<string, unknown>>>;
}

/** One step of a file, from a state in which it makes sense, on record. */
const step = async (
  surroundings: Surroundings,
  { actor, importId, action, from, change }: Step,
): Promise<CaseImportView> => {
  const clerk = requireImporter(actor);
  await surroundings.database.transaction(async (tx) => {
    const row = await lockImport(tx, importId);
    if (row?.administration !== clerk.administration) throw none(importId);
    if (!from.includes(row.state))
      throw new CaseworkError('IMPORT_STATE', `Expected a file that is ${from.join(' or ')}, but it is ${row.state}`);
    const detail = await change(tx, row, clerk);
    await appendAudit(surroundings, tx, {
      actor,
      action,
      object: `import:${importId}`,
      administration: clerk.administration,
      detail,
    });
  });
  surroundings.importBell.ring();
  return viewImport(surroundings, clerk, importId);
};

const refuse = (pointer: string, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword: 'required' }] });
};

const checkSettings = ({ header }: ImportRow, { columns }: Importable, settings: ImportSettings): void => {
  if (settings.columns.length !== header.length)
    refuse('/columns', `Expected what each of ${header.length} columns is, but found ${settings.columns.length}`);
  const used = settings.columns.filter((key) => key !== null);
  const unknown = used.find((key) => !columns.some((column) => column.key === key));
  if (unknown !== undefined) refuse('/columns', `Expected columns of the form, but found ${unknown.slice(0, 100)}`);
  const twice = used.find((key, index) => used.indexOf(key) !== index);
  if (twice !== undefined) refuse('/columns', `Expected each column once, but found ${twice} twice`);
  const missing = columns.find(({ path, isRequired, key }) => path === null && isRequired && !used.includes(key));
  if (missing !== undefined) refuse('/columns', `Expected a column that is ${missing.key}, but found none`);
};

/** Has every row judged as a filed application would be, by the form of today. Nothing but what was found is written. */
export const checkImport: UseCase<ByImport & { settings: ImportSettings }, CaseImportView> = async (
  surroundings,
  actor,
  { importId, settings },
) => {
  const clerk = requireImporter(actor);
  const row = await requireImport(surroundings, clerk, importId);
  const importable = await importableNow(surroundings, clerk.administration, row.procedure_key);
  checkSettings(row, importable, settings);
  const procedureVersion = importable.procedure.version;
  return step(surroundings, {
    actor,
    importId,
    action: 'import.checked',
    from: ['uploaded', 'checking', 'checked', 'stopped', 'finished'],
    change: async (tx, locked) => {
      requireKept(locked);
      await startChecking(tx, {
        id: importId,
        personId: clerk.person.id,
        settings,
        procedureVersion,
        at: surroundings.clock.now(),
      });
      return { version: procedureVersion, mode: settings.mode };
    },
  });
};

export interface StartImport extends ByImport {
  /** The dry run that whoever starts has seen. */
  readonly revision: number;
}

/** Opens a case for each row that is ready, one after the other, in my name. What was taken over stays: there is no way back. */
export const startImport: UseCase<StartImport, CaseImportView> = async (
  surroundings,
  actor,
  { importId, revision },
) => {
  const clerk = requireImporter(actor);
  const row = await requireImport(surroundings, clerk, importId);
  const { procedure } = await importableNow(surroundings, clerk.administration, row.procedure_key);
  return step(surroundings, {
    actor,
    importId,
    action: 'import.started',
    from: ['checked', 'stopped'],
    change: async (tx, locked) => {
      requireKept(locked);
      if (locked.revision !== revision || locked.procedure_version !== procedure.version)
        throw new CaseworkError(
          'PREVIEW_OUTDATED',
          `Expected dry run ${locked.revision} of version ${procedure.version} to be started, but found ${revision} of ${locked.procedure_version}`,
        );
      const counts = (await countRows(tx, [importId])).get(importId);
      const ready = (counts?.ready ?? 0) + (counts?.warned ?? 0);
      if (ready === 0) throw new CaseworkError('IMPORT_STATE', 'Expected rows that are ready, but there are none');
      await startRunning(tx, { id: importId, personId: clerk.person.id, at: surroundings.clock.now() });
      return { rows: ready, mode: locked.settings?.mode };
    },
  });
};

/** Stops what is not done yet. The case that is being opened at this moment still is. */
export const stopImport: UseCase<ByImport, CaseImportView> = (surroundings, actor, { importId }) =>
  step(surroundings, {
    actor,
    importId,
    action: 'import.stopped',
    from: ['running'],
    change: async (tx) => {
      await endImport(tx, { id: importId, from: 'running', to: 'stopped', at: surroundings.clock.now() });
      return {};
    },
  });

/** Takes the uploaded rows away before their time is over; the cases that came of them stay. */
export const eraseImport: UseCase<ByImport, CaseImportView> = (surroundings, actor, { importId }) =>
  step(surroundings, {
    actor,
    importId,
    action: 'import.erased',
    from: ['uploaded', 'checked', 'stopped', 'finished'],
    change: async (tx, row) => {
      if (row.erased_at === null) await eraseFile(tx, { id: importId, at: surroundings.clock.now() });
      return {};
    },
  });

import { actingAs, job, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from './surroundings.ts';
import {
  downloadReconciliation,
  downloadRightReport,
  downloadRightTemplate,
  listRightImportRows,
} from './use-cases/import-reports.ts';
import {
  acceptDifferences,
  checkRightImport,
  confirmRightImport,
  eraseRightImport,
  noteControls,
  startRightImport,
  stopRightImport,
} from './use-cases/steer-import.ts';
import { uploadRightImport } from './use-cases/upload.ts';
import { getRightImport, listImportableKinds, listRightImports } from './use-cases/view-import.ts';
import { sweepRightImports, workOffRightImports } from './use-cases/work-off.ts';

/** The platform's own round, at once: for whoever cannot wait for it. Answers how many files were at work. */
const workOff: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return workOffRightImports(actingAs(surroundings, job('rightImports')));
};

/** Erases what is kept too long, at once. */
const sweep: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  return sweepRightImports(actingAs(surroundings, job('rightImports')));
};

/** Rights that live in an earlier system, taken over from a file after a dry run, and reconciled by two people. */
export const rightImportsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listImportableKinds,
    downloadRightTemplate,
    uploadRightImport,
    getRightImport,
    listRightImports,
    checkRightImport,
    noteControls,
    acceptDifferences,
    startRightImport,
    stopRightImport,
    confirmRightImport,
    eraseRightImport,
    listRightImportRows,
    downloadRightReport,
    downloadReconciliation,
    workOff,
    sweep,
  });

import { actingAs, job, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from './surroundings.ts';
import { downloadReport, downloadTemplate, listImportedRows } from './use-cases/import-reports.ts';
import { checkImport, eraseImport, startImport, stopImport } from './use-cases/steer-import.ts';
import { uploadImport } from './use-cases/upload.ts';
import { describeImport, getImport, listImports } from './use-cases/view-import.ts';
import { sweepImports, workOffImports } from './use-cases/work-off.ts';

/** The platform's own round, at once: for whoever cannot wait for it. Answers how many files were at work. */
const workOff: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return workOffImports(actingAs(surroundings, job('caseImports')));
};

/** Erases what is kept too long, at once. */
const sweep: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  return sweepImports(actingAs(surroundings, job('caseImports')));
};

/** Cases of an earlier system, taken over from a file after a dry run. */
export const caseImportsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    describeImport,
    downloadTemplate,
    uploadImport,
    getImport,
    listImports,
    checkImport,
    startImport,
    stopImport,
    eraseImport,
    listImportedRows,
    downloadReport,
    workOff,
    sweep,
  });

import { previewLetter } from './preview-letter.ts';
import { actingAs, job, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from './surroundings.ts';
import { approveVersion } from './approve-version.ts';
import { checkEligibility, getEligibilityForm } from './eligibility/check-eligibility.ts';
import { exportArchive, importArchive } from './archive/archive.ts';
import { createProcedure } from './create-procedure.ts';
import { changeFiles, discardDraft, getDraft, lintDraft, removeFile, saveFile } from './edit-draft.ts';
import { getFileText, listFileRevisions, listRemoved, restoreFile, setFileAside } from './file-history.ts';
import { attendDraft, leaveDraft } from './attend-draft.ts';
import { importFolder } from './import-folder.ts';
import { previewImport } from './preview-import.ts';
import { publish } from './publish.ts';
import { makeScheduledLive } from './scheduling/make-live.ts';
import {
  approveSchedule,
  callOffSchedule,
  changeSchedule,
  getSchedule,
  schedulePublication,
} from './scheduling/schedule-publication.ts';
import { approveRetirement, askRetirement, askReturn, getRetirement, withdrawRetirement } from './retirement/retire.ts';
import { restoreDraft } from './restore-draft.ts';
import { tryDecision } from './try-decision.ts';
import { getProcedure, getVersion, listCatalog, listProcedures, listVersions } from './view-procedures.ts';

/** Makes live what has come to its hour; answers how many did. */
const goLive: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return makeScheduledLive(actingAs(surroundings, job('publications')));
};

export const proceduresRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listCatalog,
    getProcedure,
    getEligibilityForm,
    checkEligibility,
    listProcedures,
    createProcedure,
    getDraft,
    saveFile,
    removeFile,
    changeFiles,
    listFileRevisions,
    listRemoved,
    getFileText,
    restoreFile,
    setFileAside,
    attendDraft,
    leaveDraft,
    discardDraft,
    lintDraft,
    publish,
    approveVersion,
    getSchedule,
    schedulePublication,
    changeSchedule,
    callOffSchedule,
    approveSchedule,
    goLive,
    getRetirement,
    askRetirement,
    approveRetirement,
    askReturn,
    withdrawRetirement,
    listVersions,
    getVersion,
    importFolder,
    importArchive,
    previewImport,
    restoreDraft,
    exportArchive,
    tryDecision,
    previewLetter,
  });

import { room, type Surroundings } from '../surroundings.ts';
import { exportArchive, importArchive } from './archive.ts';
import { createProcedure } from './create-procedure.ts';
import { discardDraft, getDraft, lintDraft, removeFile, saveFile } from './edit-draft.ts';
import { importFolder } from './import-folder.ts';
import { publish } from './publish.ts';
import { getProcedure, getVersion, listCatalog, listProcedures, listVersions } from './view-procedures.ts';

export const proceduresRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listCatalog,
    getProcedure,
    listProcedures,
    createProcedure,
    getDraft,
    saveFile,
    removeFile,
    discardDraft,
    lintDraft,
    publish,
    listVersions,
    getVersion,
    importFolder,
    importArchive,
    exportArchive,
  });

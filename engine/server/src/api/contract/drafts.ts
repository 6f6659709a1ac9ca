import { DraftNews, FileRevision, ProcedureDraft, RemovedFile } from '@irisflow/procedures';
import { Ordinal, ProcedureProblem, nullable } from '@irisflow/foundation';
import { Type } from 'typebox';
import { designers, operationsOf } from './operation.ts';

const byKey = Type.Object({ key: Type.String() });
const windowId = Type.String({ pattern: '^[a-zA-Z0-9-]{8,64}$' });
const filePath = Type.String({ maxLength: 200 });
const Saved = Type.Object({ revision: Ordinal, problems: Type.Array(ProcedureProblem) });

/** The draft of a procedure: its files, what they said before, and who has it open. */
export const draftOperations = operationsOf({
  getProcedureDraft: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/draft',
    summary: 'The draft that sits over the published version.',
    access: designers,
    params: byKey,
    reply: ProcedureDraft,
  },
  discardProcedureDraft: {
    method: 'DELETE',
    path: '/api/designer/procedures/{key}/draft',
    summary: 'Throws the changes since the published version away.',
    access: designers,
    params: byKey,
    reply: ProcedureDraft,
  },
  saveProcedureFile: {
    method: 'PUT',
    path: '/api/designer/procedures/{key}/draft/files',
    summary: 'Saves one file of the draft. A file that somebody wrote since the named revision is refused with 409.',
    access: designers,
    params: byKey,
    body: Type.Object({
      path: filePath,
      content: Type.String(),
      revision: Ordinal,
      sitting: Type.Optional(windowId),
    }),
    reply: Saved,
  },
  changeProcedureFiles: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/draft/changes',
    summary:
      'Changes several files of the draft as one act, all of them or none; a text that is null removes its file.',
    access: designers,
    params: byKey,
    body: Type.Object({
      files: Type.Array(Type.Object({ path: filePath, content: nullable(Type.String()), revision: Ordinal }), {
        minItems: 1,
        maxItems: 400,
      }),
    }),
    reply: Saved,
  },
  listFileRevisions: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/draft/history',
    summary: 'What a file of the draft says and said before, the newest first, without the texts.',
    access: designers,
    params: byKey,
    query: Type.Object({ path: filePath }),
    reply: Type.Array(FileRevision),
  },
  getFileText: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/draft/history/text',
    summary: 'What a file of the draft said in a revision.',
    access: designers,
    params: byKey,
    query: Type.Object({ path: filePath, revision: Ordinal }),
    reply: Type.Object({ content: Type.String() }),
  },
  listRemovedFiles: {
    method: 'GET',
    path: '/api/designer/procedures/{key}/draft/removed-files',
    summary: 'Files that were removed from the draft and can be brought back.',
    access: designers,
    params: byKey,
    reply: Type.Array(RemovedFile),
  },
  restoreProcedureFile: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/draft/file-restoration',
    summary:
      'Brings a text of a file back as a new revision, when nobody wrote the file since the revision that was seen.',
    access: designers,
    params: byKey,
    body: Type.Object({ path: filePath, revision: Ordinal, seen: Ordinal }),
    reply: Type.Object({ revision: Ordinal, content: Type.String(), problems: Type.Array(ProcedureProblem) }),
  },
  setFileAside: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/draft/set-aside',
    summary: 'Keeps a text in the history of its file without putting it into the draft.',
    access: designers,
    params: byKey,
    body: Type.Object({ path: filePath, content: Type.String() }),
    reply: Type.Object({ revision: Ordinal }),
  },
  attendDraft: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/draft/presence',
    summary: 'Says that a window has the draft open, and answers who else has and what was written since a revision.',
    access: designers,
    params: byKey,
    body: Type.Object({ windowId, path: nullable(filePath), isEditing: Type.Boolean(), revision: Ordinal }),
    reply: DraftNews,
  },
  leaveDraft: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/draft/departure',
    summary: 'Says that a window has the draft open no more.',
    access: designers,
    params: byKey,
    body: Type.Object({ windowId }),
    reply: 'none',
  },
  removeProcedureFile: {
    method: 'POST',
    path: '/api/designer/procedures/{key}/draft/file-removal',
    summary: 'Removes one file of the draft.',
    access: designers,
    params: byKey,
    body: Type.Object({ path: filePath, revision: Ordinal }),
    reply: Saved,
  },
});

import type { CaseworkTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayDoAll,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  ofOfficeDraft,
  ofOwnCaseOrDraft,
  ofVisibleContent,
  ofVisibleDocument,
  type Wall,
} from '@irisflow/access';

const shown = `visible_to_applicant and ${ofOwnCaseOrDraft}`;

/** What a clerk was given for an application that the office fills. */
const ofFilledDraft = `visible_to_applicant and ${ofOfficeDraft}`;

/** Files: bytes are reached only through a document that the reader may see. */
export const documentWalls = {
  document: {
    person: [mayDoAll(shown)],
    // A clerk adds files that go with a message.
    staff: [
      may(['select', 'insert'], ofAdministration('handles')),
      mayDoAll(shown),
      may(['insert', 'update', 'delete'], ofFilledDraft),
    ],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    operator: [mayRead(everyRow)],
    contentSweep: [mayRead(everyRow)],
  },
  document_content: {
    person: [mayRead(ofVisibleDocument)],
    staff: [mayRead(ofVisibleDocument)],
    connector: [mayRead(ofVisibleDocument)],
    uploads: [may(['select', 'insert'], everyRow)],
    contentSweep: [may(['select', 'delete'], everyRow)],
  },
  document_chunk: {
    person: [mayRead(ofVisibleContent)],
    staff: [mayRead(ofVisibleContent)],
    connector: [mayRead(ofVisibleContent)],
    uploads: [may(['insert'], everyRow)],
  },
  document_upload: {
    uploads: [mayDoAll(everyRow)],
    contentSweep: [may(['select', 'delete'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;

import type { CaseworkTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayDoAll,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  ofOwnCaseOrDraft,
  ofVisibleContent,
  ofVisibleDocument,
  type Wall,
} from '@irisflow/access';

const shown = `visible_to_applicant and ${ofOwnCaseOrDraft}`;

/** Files: bytes are reached only through a document that the reader may see. */
export const documentWalls = {
  document: {
    person: [mayDoAll(shown)],
    staff: [mayRead(ofAdministration('handles')), mayDoAll(shown)],
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

import type { CaseworkTables as Tables } from '../storage/tables.gen.ts';
import {
  everyRow,
  may,
  mayAdd,
  mayChange,
  mayDoAll,
  mayRead,
  ofAdministration,
  ofConnectorCase,
  ofOfficeDraft,
  ofActedCaseOrDraft,
  ofFileRead,
  ofSeenCaseOrDraft,
  ofVisibleContent,
  ofVisibleDocument,
  setting,
  type Wall,
} from '@irisflow/access';

const shown = mayRead(`visible_to_applicant and ${ofSeenCaseOrDraft}`);
const added = may(['insert', 'update', 'delete'], `visible_to_applicant and ${ofActedCaseOrDraft}`);

/** What a clerk was given for an application that the office fills. */
const ofFilledDraft = `visible_to_applicant and ${ofOfficeDraft}`;

/** What an office has and sends of a case that it handles. */
const addedByClerk = `origin in ('agent', 'letter') and draft_id is null and ${ofAdministration('handles')}
  and exists (select from casework.case_file f where f.id = document.case_id and f.administration = ${setting('handles')})`;

/** What the scanner said. */
const checked = mayChange(['verdict', 'threat', 'checked_at'], everyRow);

/** Files: bytes are reached only through a document that the reader may see. */
export const documentWalls = {
  document: {
    person: [shown, added],
    staff: [
      mayRead(ofAdministration('handles')),
      shown,
      added,
      may(['insert', 'update', 'delete'], ofFilledDraft),
      mayAdd(addedByClerk),
      // What came of a step of the office is shown with its end.
      mayChange(['visible_to_applicant'], addedByClerk),
    ],
    connector: [may(['select', 'insert'], ofConnectorCase)],
    apiToken: [mayRead(ofFileRead)],
    operator: [mayRead(everyRow)],
    contentSweep: [mayRead(everyRow)],
    fileChecks: [mayRead(everyRow)],
    copies: [may(['select', 'insert'], everyRow)],
    // Its function answers keys of cases of the administration that its caller handles cases of.
    keeper: [mayRead(everyRow)],
  },
  document_content: {
    person: [mayRead(ofVisibleDocument)],
    staff: [mayRead(ofVisibleDocument)],
    connector: [mayRead(ofVisibleDocument)],
    apiToken: [mayRead(ofVisibleDocument)],
    copies: [mayRead(everyRow)],
    uploads: [may(['select', 'insert'], everyRow), checked],
    fileChecks: [mayRead(everyRow), checked],
    contentSweep: [may(['select', 'delete'], everyRow)],
  },
  document_chunk: {
    person: [mayRead(ofVisibleContent)],
    staff: [mayRead(ofVisibleContent)],
    connector: [mayRead(ofVisibleContent)],
    apiToken: [mayRead(ofVisibleContent)],
    copies: [mayRead(everyRow)],
    uploads: [may(['select', 'insert', 'delete'], everyRow)],
    fileChecks: [may(['select', 'delete'], everyRow)],
  },
  document_upload: {
    uploads: [mayDoAll(everyRow)],
    contentSweep: [may(['select', 'delete'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;

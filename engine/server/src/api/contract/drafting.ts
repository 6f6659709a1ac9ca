import {
  FilledParagraph,
  LegalLanguage,
  MAX_PARAGRAPH,
  LetterDraft,
  LetterEditView,
  MAX_LETTER_EDITS,
  ParagraphContent,
  ParagraphKey,
  ParagraphOffers,
  ParagraphPreview,
  ParagraphReason,
  ParagraphSummary,
  ParagraphTarget,
  ParagraphUse,
  ParagraphView,
} from '@irisflow/drafting';
import { EngineKey, FormData, Locale, nullable, oneOf, OpaqueId, Ordinal, pageOf } from '@irisflow/foundation';
import { Type } from 'typebox';
import { clerks, operationsOf, supervisors } from './operation.ts';

const byParagraph = Type.Object({ paragraphId: OpaqueId });
const byTask = Type.Object({ taskId: EngineKey });
const Search = Type.String({ maxLength: 200 });
const paging = {
  cursor: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};
/** Where somebody writes, with what they answered so far. */
const place = { field: Type.String({ pattern: '^(/[^/]+)+$', maxLength: 400 }), data: FormData };
const turn = Type.Object({ version: Ordinal, reason: ParagraphReason });

/** What an office writes into its decisions: the library of standard paragraphs. */
export const draftingOperations = operationsOf({
  listParagraphs: {
    method: 'GET',
    path: '/api/paragraphs',
    summary: 'The standard paragraphs of my administration, by key.',
    access: clerks,
    query: Type.Object({
      search: Type.Optional(Search),
      procedure: Type.Optional(Type.String({ maxLength: 64 })),
      show: Type.Optional(oneOf(['inUse', 'untranslated', 'retired'])),
      ...paging,
    }),
    reply: pageOf(ParagraphSummary),
  },
  addParagraph: {
    method: 'POST',
    path: '/api/paragraphs',
    summary: 'Takes a new standard paragraph into the library.',
    access: supervisors,
    body: Type.Object({ key: ParagraphKey, content: ParagraphContent }),
    reply: ParagraphView,
  },
  listParagraphTargets: {
    method: 'GET',
    path: '/api/paragraph-targets',
    summary: 'What paragraphs can be for: my procedures, with their steps and grounds.',
    access: clerks,
    reply: Type.Array(ParagraphTarget),
  },
  previewParagraph: {
    method: 'POST',
    path: '/api/paragraph-previews',
    summary: 'A text on a sample: what only a case could say stands in brackets.',
    access: clerks,
    body: Type.Object({
      text: Type.String({ maxLength: MAX_PARAGRAPH }),
      language: LegalLanguage,
      procedure: nullable(Type.String({ maxLength: 64 })),
    }),
    reply: ParagraphPreview,
  },
  getParagraph: {
    method: 'GET',
    path: '/api/paragraphs/{paragraphId}',
    summary: 'A standard paragraph, with every text that it ever had.',
    access: clerks,
    params: byParagraph,
    reply: ParagraphView,
  },
  changeParagraph: {
    method: 'POST',
    path: '/api/paragraphs/{paragraphId}/versions',
    summary: 'Writes a new version of a standard paragraph. A stale version is refused with 409.',
    access: supervisors,
    params: byParagraph,
    body: Type.Object({ version: Ordinal, content: ParagraphContent, reason: Type.String({ maxLength: 500 }) }),
    reply: ParagraphView,
  },
  retireParagraph: {
    method: 'POST',
    path: '/api/paragraphs/{paragraphId}/retirement',
    summary: 'Takes a standard paragraph out of use. What was written with it keeps naming it.',
    access: supervisors,
    params: byParagraph,
    body: turn,
    reply: ParagraphView,
  },
  restoreParagraph: {
    method: 'POST',
    path: '/api/paragraphs/{paragraphId}/restoration',
    summary: 'Takes a standard paragraph into use again.',
    access: supervisors,
    params: byParagraph,
    body: turn,
    reply: ParagraphView,
  },
  listParagraphUses: {
    method: 'GET',
    path: '/api/paragraphs/{paragraphId}/uses',
    summary: 'Into which answers a standard paragraph was put, and what was left of it, the newest first.',
    access: clerks,
    params: byParagraph,
    query: Type.Object(paging),
    reply: pageOf(ParagraphUse),
  },
  getLetterDraft: {
    method: 'GET',
    path: '/api/tasks/{taskId}/letter-draft',
    summary:
      'The letter that a task is about to send, part by part in each of its languages, with what was written otherwise than its template.',
    access: clerks,
    params: byTask,
    reply: LetterDraft,
  },
  saveLetterDraft: {
    method: 'PUT',
    path: '/api/tasks/{taskId}/letter-draft',
    summary:
      'Writes parts of the letter of my task otherwise, in each of its languages. What the law wants in it stays. A stale version is refused with 409.',
    access: clerks,
    params: byTask,
    body: Type.Object({
      version: Ordinal,
      edits: Type.Array(
        Type.Object({
          language: Locale,
          path: Type.String({ pattern: '^[0-9]{1,4}([.][0-9]{1,4})?$' }),
          text: Type.String({ maxLength: 20_000 }),
        }),
        { maxItems: MAX_LETTER_EDITS },
      ),
    }),
    reply: LetterDraft,
  },
  listLetterEdits: {
    method: 'GET',
    path: '/api/cases/{caseId}/letter-edits',
    summary: 'What was changed in letters of a case before they were signed, the newest first.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId }),
    reply: Type.Array(LetterEditView),
  },
  offerParagraphs: {
    method: 'POST',
    path: '/api/tasks/{taskId}/paragraph-offers',
    summary:
      'Standard paragraphs for a field of my task, filled in and in the language of the case; the nearest first.',
    access: clerks,
    params: byTask,
    body: Type.Object({ ...place, search: Type.Optional(Search) }),
    reply: ParagraphOffers,
  },
  offerMessageParagraphs: {
    method: 'POST',
    path: '/api/cases/{caseId}/paragraph-offers',
    summary:
      'Standard paragraphs for a message to the applicant, filled in and in the language of the case; the nearest first.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId }),
    body: Type.Object({ search: Type.Optional(Search) }),
    reply: ParagraphOffers,
  },
  insertParagraph: {
    method: 'POST',
    path: '/api/tasks/{taskId}/paragraphs',
    summary: 'Gives the text of a standard paragraph for a field of my task, and notes that it was taken.',
    access: clerks,
    params: byTask,
    body: Type.Object({ ...place, paragraphId: OpaqueId, version: Ordinal }),
    reply: FilledParagraph,
  },
});

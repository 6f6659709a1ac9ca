import { room } from '@irisflow/access';
import { completeTask } from './complete-task.ts';
import { getLetterDraft, previewTaskLetter } from './letters/letter-draft.ts';
import { listLetterEdits, saveLetterDraft } from './letters/save-letter.ts';
import { addParagraph, changeParagraph, restoreParagraph, retireParagraph } from './paragraphs/edit-paragraphs.ts';
import { listParagraphUses } from './paragraphs/list-uses.ts';
import { offerForMessage, offerParagraphs } from './paragraphs/offer-paragraphs.ts';
import { previewParagraph } from './paragraphs/preview-paragraph.ts';
import { insertParagraphText } from './paragraphs/use-paragraph.ts';
import { getParagraph, listParagraphs, listParagraphTargets } from './paragraphs/view-paragraphs.ts';
import type { Surroundings } from './surroundings.ts';

export const draftingRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listParagraphs,
    getParagraph,
    listParagraphTargets,
    listParagraphUses,
    addParagraph,
    changeParagraph,
    retireParagraph,
    restoreParagraph,
    previewParagraph,
    offerParagraphs,
    offerForMessage,
    insertParagraphText,
    getLetterDraft,
    saveLetterDraft,
    previewTaskLetter,
    listLetterEdits,
    completeTask,
  });

import type { draftingOperations } from '../api/contract/drafting.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createDraftingHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof draftingOperations> => {
  const { drafting } = casework;
  return {
    listParagraphs: ({ actor, query }) => drafting.listParagraphs(actor, query),
    addParagraph: ({ actor, body }) => drafting.addParagraph(actor, body),
    listParagraphTargets: ({ actor }) => drafting.listParagraphTargets(actor, {}),
    previewParagraph: ({ actor, body }) => drafting.previewParagraph(actor, body),
    getParagraph: ({ actor, params }) => drafting.getParagraph(actor, params),
    changeParagraph: ({ actor, params, body }) => drafting.changeParagraph(actor, { ...params, ...body }),
    retireParagraph: ({ actor, params, body }) => drafting.retireParagraph(actor, { ...params, ...body }),
    restoreParagraph: ({ actor, params, body }) => drafting.restoreParagraph(actor, { ...params, ...body }),
    listParagraphUses: ({ actor, params, query }) => drafting.listParagraphUses(actor, { ...params, ...query }),
    getLetterDraft: ({ actor, params }) => drafting.getLetterDraft(actor, params),
    saveLetterDraft: ({ actor, params, body }) => drafting.saveLetterDraft(actor, { ...params, ...body }),
    listLetterEdits: ({ actor, params }) => drafting.listLetterEdits(actor, params),
    offerParagraphs: ({ actor, params, body }) => drafting.offerParagraphs(actor, { ...params, ...body }),
    offerMessageParagraphs: ({ actor, params, body }) => drafting.offerForMessage(actor, { ...params, ...body }),
    insertParagraph: ({ actor, params, body }) => drafting.insertParagraphText(actor, { ...params, ...body }),
  };
};

import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { addDocument, removeDocument } from './draft-documents.ts';
import { disputeValue } from './dispute-value.ts';
import { createDraft, discardDraft, getDraft, listDrafts, saveDraft } from './drafts.ts';
import { refillDraft } from './refill-draft.ts';
import { submit } from './submit.ts';

export const applicationsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listDrafts,
    createDraft,
    getDraft,
    refillDraft,
    disputeValue,
    saveDraft,
    discardDraft,
    addDocument,
    removeDocument,
    submit,
  });

import { answer, platform } from '@irisflow/client';
import type { DraftStore } from './draft-saver.ts';

/** Saves and loads one application at the platform. */
export const draftStoreOf = (draftId: string): DraftStore => {
  const params = { path: { draftId } };
  return {
    save: ({ data, page, language }, revision) =>
      answer(
        platform.PUT('/api/applications/{draftId}', { params, body: { data: { ...data }, page, language, revision } }),
      ),
    load: () => answer(platform.GET('/api/applications/{draftId}', { params })),
  };
};

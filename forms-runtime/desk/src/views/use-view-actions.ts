import type { SavedView } from '@irisflow/client';
import { useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { forgetDraft } from './kept-draft.ts';
import type { DraftHandle } from './use-view-draft.ts';
import {
  useChangeView,
  useChooseDefault,
  useDeleteView,
  useDownloadView,
  useSaveView,
  type WrittenView,
} from './use-views.ts';

/** What one is asked before it is done. */
export type Asked = 'copy' | 'rename' | 'delete';

const useChanges = () => ({
  save: useSaveView(),
  change: useChangeView(),
  drop: useDeleteView(),
  choose: useChooseDefault(),
  download: useDownloadView(),
});

/** What can be done with a view, and what became of it. */
export const useViewActions = (handle: DraftHandle) => {
  const t = useDeskText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState<Asked>();
  const changes = useChanges();
  const { save, change, drop, choose, download } = changes;
  const close = (): void => {
    setAsked(undefined);
    for (const one of [save, change, drop]) one.reset();
  };
  const told = (name: string): void => {
    close();
    toast(t('views.saved.done', { name }));
  };
  return {
    asked,
    ask: setAsked,
    close,
    ...changes,
    /** What went wrong where no dialog says it. */
    failed: (): Error | null => choose.error ?? download.error ?? (asked === undefined ? change.error : null),
    add: (written: WrittenView): void =>
      save.mutate(written, {
        onSuccess: ({ id, name }) => {
          handle.undo();
          told(name);
          navigate(`/views/${id}`);
        },
      }),
    write: ({ id }: SavedView, written: WrittenView & { readonly revision: number }): void => {
      const { name, shared, definition, revision } = written;
      change.mutate(
        { id, name, shared, definition, revision },
        {
          onSuccess: (saved) => {
            if (asked === 'rename') handle.rebase(saved.revision);
            else handle.undo();
            told(saved.name);
          },
        },
      );
    },
    remove: ({ id, name }: SavedView): void =>
      drop.mutate(id, {
        onSuccess: () => {
          forgetDraft(id);
          toast(t('views.deleted', { name }));
          navigate('/?view=team');
        },
      }),
    open: (viewId: string | null): void =>
      choose.mutate(viewId, {
        onSuccess: () => toast(t(viewId === null ? 'views.default.undone' : 'views.default.done')),
      }),
  };
};

export type ViewActionHandle = ReturnType<typeof useViewActions>;

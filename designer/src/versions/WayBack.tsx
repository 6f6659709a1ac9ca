import type { ProcedureFile } from '@irisflow/client';
import { Button, ConfirmDialog, useToast } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { usePublished } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { filesByPath } from '../changes/diff-files.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { PublishDialog } from '../workspace/PublishDialog.tsx';

export interface WayBackProps {
  procedureKey: string;
  version: number;
  files: readonly ProcedureFile[];
  /** Whether the draft is this version already. */
  isSame: boolean;
  /** Whether it is what new applications follow. */
  isNewest: boolean;
}

/** Puts the files of a version in the place of the draft. */
const useRestore = ({ version, files }: WayBackProps): (() => Promise<void>) => {
  const t = useTexts();
  const toast = useToast();
  const { store } = useDraft();
  return async () => {
    const kept = filesByPath(files);
    const gone = [...store.state().files.keys()].filter((path) => !kept.has(path));
    await store.act(new Map([...kept, ...gone.map((path) => [path, null] as const)]));
    toast(t('versions.restored', { version }));
  };
};

/** Publishes what was restored, once its author has seen what changes. */
const PublishAgain = ({ procedureKey, version, onClose }: WayBackProps & { onClose: () => void }) => {
  const t = useTexts();
  const toast = useToast();
  const { store } = useDraft();
  const refresh = usePublished(procedureKey);
  return (
    <PublishDialog
      note={t('versions.rollBackNote', { version })}
      onClose={onClose}
      onPublished={(published) => {
        onClose();
        toast(t('publish.done', { version: published }));
        void refresh();
        void store.reload();
      }}
    />
  );
};

const words = {
  restore: { title: 'versions.restore', confirm: 'versions.restoreConfirm', text: 'versions.restoreText' },
  rollBack: { title: 'versions.rollBack', confirm: 'versions.rollBackConfirm', text: 'versions.rollBackText' },
} as const;

/** The ways back to a version: into the draft, or published again as a new one. */
export const WayBack = (props: WayBackProps) => {
  const t = useTexts();
  const { version, isSame, isNewest } = props;
  const [asked, setAsked] = useState<keyof typeof words | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const restore = useRestore(props);
  const { title, confirm, text } = words[asked ?? 'restore'];
  const going = useMutation({
    mutationFn: restore,
    onSuccess: () => {
      setPublishing(asked === 'rollBack');
      setAsked(null);
    },
  });
  const close = (): void => {
    setAsked(null);
    going.reset();
  };
  return (
    <>
      <div className="toolbar">
        {!isSame && (
          <Button tone="secondary" onClick={() => setAsked('restore')}>
            {t('versions.restore', { version })}
          </Button>
        )}
        {!isNewest && (
          <Button tone="secondary" onClick={() => setAsked('rollBack')}>
            {t('versions.rollBack', { version })}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asked !== null}
        title={t(title, { version })}
        confirm={t(confirm)}
        busy={going.isPending}
        onConfirm={() => going.mutate()}
        onClose={close}
      >
        <p>{t(text)}</p>
        {going.isError && <Failure error={going.error} />}
      </ConfirmDialog>
      {isPublishing && <PublishAgain {...props} onClose={() => setPublishing(false)} />}
    </>
  );
};

import type { ClosureView } from '@irisflow/client';
import { Answered, Failure, useLocalized } from '@irisflow/frame';
import { Button, ConfirmDialog, EmptyState, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AddClosureDialog } from './AddClosureDialog.tsx';
import { AdministrationFrame } from './AdministrationFrame.tsx';
import { ClosureTable } from './ClosureTable.tsx';
import { RecountSection } from './RecountSection.tsx';
import { useClosures, useRemoveClosure } from './use-closures.ts';

interface RemoveProps {
  readonly one: ClosureView | undefined;
  readonly onClose: () => void;
}

const RemoveDialog = ({ one, onClose }: RemoveProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const toast = useToast();
  const change = useRemoveClosure();
  const name = one === undefined ? '' : read(one.name);
  const close = (): void => {
    change.reset();
    onClose();
  };
  const onSuccess = (): void => {
    close();
    toast(t('closures.remove.done', { name }));
  };
  return (
    <ConfirmDialog
      open={one !== undefined}
      title={t('closures.remove.title', { name })}
      confirm={t('admin.remove')}
      tone="danger"
      busy={change.isPending}
      onConfirm={() => one && change.mutate(one.id, { onSuccess })}
      onClose={close}
    >
      {change.isError && <Failure error={change.error} />}
      <p>{t('closures.remove.text')}</p>
    </ConfirmDialog>
  );
};

const ClosureList = ({ closures }: { readonly closures: readonly ClosureView[] }) => {
  const t = useDeskText();
  const [removed, setRemoved] = useState<ClosureView>();
  return (
    <>
      {closures.length === 0 ? (
        <EmptyState title={t('closures.empty')}>{t('closures.empty.text')}</EmptyState>
      ) : (
        <ClosureTable closures={closures} onRemove={setRemoved} />
      )}
      <RemoveDialog one={removed} onClose={() => setRemoved(undefined)} />
    </>
  );
};

/** When the offices of my administration are closed, and what a change of that does to the terms that run. */
export const ClosuresPage = () => {
  const t = useDeskText();
  const closures = useClosures();
  const [isAdding, setAdding] = useState(false);
  return (
    <AdministrationFrame
      title={t('closures')}
      lead={t('closures.lead')}
      actions={<Button onClick={() => setAdding(true)}>{t('closures.add')}</Button>}
    >
      <Answered query={closures}>{(all) => <ClosureList closures={all} />}</Answered>
      <RecountSection />
      <AddClosureDialog open={isAdding} onClose={() => setAdding(false)} />
    </AdministrationFrame>
  );
};

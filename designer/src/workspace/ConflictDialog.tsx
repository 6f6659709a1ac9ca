import { Button, Dialog } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';

/** Asks whose text stays when somebody else saved in between. It cannot be closed without an answer. */
export const ConflictDialog = () => {
  const t = useTexts();
  const { store, state } = useDraft();
  return (
    <Dialog
      open={state.save === 'conflict'}
      title={t('conflict.title')}
      onClose={() => undefined}
      actions={
        <>
          <Button onClick={() => void store.reload('mine')}>{t('conflict.mine')}</Button>
          <Button tone="secondary" onClick={() => void store.reload('theirs')}>
            {t('conflict.theirs')}
          </Button>
        </>
      }
    >
      <p>{t('conflict.text', { files: [...state.unsaved].join(', ') })}</p>
    </Dialog>
  );
};

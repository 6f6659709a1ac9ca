import { Failure } from '@irisflow/frame';
import { ConfirmDialog } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { SaveDialog } from './SaveDialog.tsx';
import type { ViewActionHandle } from './use-view-actions.ts';
import type { ActionsProps } from './ViewActions.tsx';

type DialogsProps = ActionsProps & { readonly actions: ViewActionHandle };

const MAX_NAME = 80;

const CopyDialog = ({ view, definition, actions }: DialogsProps) => {
  const t = useDeskText();
  const name = view === undefined ? '' : t('views.copyOf', { name: view.name }).slice(0, MAX_NAME);
  if (definition === null) return null;
  return (
    <SaveDialog
      title={t('views.saveAs.title')}
      confirm={t('views.save')}
      initial={{ name, shared: false }}
      asksSharing
      busy={actions.save.isPending}
      error={actions.save.error}
      onSave={(named) => actions.add({ ...named, definition })}
      onClose={actions.close}
    />
  );
};

/** The name and who sees it change; what is drawn up and not saved stays that. */
const RenameDialog = ({ view, handle, actions }: DialogsProps) => {
  const t = useDeskText();
  if (view === undefined) return null;
  const { definition } = view;
  return (
    <SaveDialog
      title={t('views.rename')}
      confirm={t('views.save')}
      initial={view}
      asksSharing={view.isMine}
      busy={actions.change.isPending}
      error={actions.change.error}
      onSave={(named) => actions.write(view, { ...named, definition, revision: handle.revision })}
      onClose={actions.close}
    />
  );
};

const DeleteDialog = ({ view, actions }: DialogsProps) => {
  const t = useDeskText();
  const { drop } = actions;
  if (view === undefined) return null;
  return (
    <ConfirmDialog
      open={actions.asked === 'delete'}
      title={t('views.delete.title', { name: view.name })}
      confirm={t('views.delete')}
      tone="danger"
      busy={drop.isPending}
      onConfirm={() => actions.remove(view)}
      onClose={actions.close}
    >
      <p>{t(view.shared ? 'views.delete.shared' : 'views.delete.text')}</p>
      {drop.isError && <Failure error={drop.error} />}
    </ConfirmDialog>
  );
};

/** What is asked before a view is saved under a name, renamed or taken away. */
export const ViewDialogs = (props: DialogsProps) => (
  <>
    {props.actions.asked === 'copy' && <CopyDialog {...props} />}
    {props.actions.asked === 'rename' && <RenameDialog {...props} />}
    <DeleteDialog {...props} />
  </>
);

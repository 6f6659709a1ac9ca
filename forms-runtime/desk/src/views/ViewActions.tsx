import type { SavedView, ViewDefinition } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Menu } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import type { DraftHandle } from './use-view-draft.ts';
import { useViewActions, type ViewActionHandle } from './use-view-actions.ts';
import { ViewDialogs } from './ViewDialogs.tsx';

export interface ActionsProps {
  /** Undefined for one that was never saved. */
  readonly view: SavedView | undefined;
  readonly name: string;
  readonly handle: DraftHandle;
  /** As it is drawn up now; null while a condition has no value. */
  readonly definition: ViewDefinition | null;
  readonly isDefault: boolean;
  /** Marks what is not finished. */
  readonly onCheck: () => void;
  readonly onUndo: () => void;
}

const SaveButtons = (props: ActionsProps & { readonly actions: ViewActionHandle }) => {
  const { view, handle, definition, actions, onCheck, onUndo } = props;
  const t = useDeskText();
  const mayWrite = view?.mayChange === true;
  const save = (): void => {
    if (definition === null) onCheck();
    else if (mayWrite) actions.write(view, { ...view, definition, revision: handle.revision });
    else actions.ask('copy');
  };
  return (
    <>
      {view !== undefined && handle.isChanged && <p className="desk-view-unsaved">{t('views.unsaved')}</p>}
      {(view === undefined || handle.isChanged) && (
        <Button size="small" busy={actions.change.isPending} onClick={save}>
          {t(view === undefined || mayWrite ? 'views.save' : 'views.saveAs')}
        </Button>
      )}
      {handle.isChanged && (
        <Button size="small" tone="secondary" onClick={onUndo}>
          {t('views.undo')}
        </Button>
      )}
    </>
  );
};

const ActionMenu = (props: ActionsProps & { readonly actions: ViewActionHandle }) => {
  const { view, name, definition, isDefault, actions, onCheck } = props;
  const t = useDeskText();
  const finished = (work: (ready: ViewDefinition) => void) => (): void => {
    if (definition === null) onCheck();
    else work(definition);
  };
  const copy = { id: 'copy', label: t('views.saveAs'), onSelect: finished(() => actions.ask('copy')) };
  const rename = { id: 'rename', label: t('views.rename'), onSelect: () => actions.ask('rename') };
  const open = {
    id: 'default',
    label: t(isDefault ? 'views.default.undo' : 'views.default'),
    onSelect: () => actions.open(isDefault ? null : (view?.id ?? null)),
  };
  const csv = {
    id: 'csv',
    label: t('views.csv'),
    icon: 'download' as const,
    onSelect: finished((ready) => actions.download.mutate({ definition: ready, name })),
  };
  const drop = {
    id: 'delete',
    label: t('views.delete'),
    icon: 'trash' as const,
    tone: 'danger' as const,
    onSelect: () => actions.ask('delete'),
  };
  const mayChange = view?.mayChange === true;
  const items = [
    ...(view === undefined ? [] : [copy, open]),
    ...(mayChange ? [rename] : []),
    csv,
    ...(mayChange ? [drop] : []),
  ];
  return <Menu label={t('column.actions')} items={items} />;
};

/** Saves, shares, renames, copies and deletes a view; what is not saved can be undone. */
export const ViewActions = (props: ActionsProps) => {
  const actions = useViewActions(props.handle);
  const failed = actions.failed();
  return (
    <div className="iris-stack iris-stack--tight">
      <div className="iris-row desk-view-actions">
        <SaveButtons {...props} actions={actions} />
        <ActionMenu {...props} actions={actions} />
      </div>
      {failed !== null && <Failure error={failed} />}
      <ViewDialogs {...props} actions={actions} />
    </div>
  );
};

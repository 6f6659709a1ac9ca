import { Answered, Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, DataTable, useFormatters, useToast, VisuallyHidden, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AccessDialog, type ReachedSource } from './AccessDialog.tsx';
import type { NamedSource } from './PaperDialog.tsx';
import { useRemoveSourceAccess, useSourceAccess } from './use-source-access.ts';

const Reached = ({ source: { access } }: { readonly source: ReachedSource }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  if (access === undefined) return t('access.shared');
  return (
    <>
      <code className="desk-line">{access.address}</code>
      {access.user !== null && <span className="desk-line">{t('access.asUser', { user: access.user })}</span>}
      <span className="desk-line">{t('access.setBy', { at: dateTime(access.setAt), name: access.setBy })}</span>
    </>
  );
};

interface RemoveProps {
  readonly source: NamedSource | undefined;
  readonly onClose: () => void;
}

const RemoveDialog = ({ source, onClose }: RemoveProps) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useRemoveSourceAccess();
  const close = (): void => {
    change.reset();
    onClose();
  };
  const name = source?.name ?? '';
  const onSuccess = (): void => {
    close();
    toast(t('access.remove.done', { source: name }));
  };
  return (
    <ConfirmDialog
      open={source !== undefined}
      title={t('access.remove.title', { source: name })}
      confirm={t('access.remove')}
      busy={change.isPending}
      onConfirm={() => source && change.mutate(source.key, { onSuccess })}
      onClose={close}
    >
      {change.isError && <Failure error={change.error} />}
      <p>{t('access.remove.text')}</p>
    </ConfirmDialog>
  );
};

interface TableProps {
  readonly sources: readonly ReachedSource[];
  readonly onSet: (source: ReachedSource) => void;
  readonly onRemove: (source: ReachedSource) => void;
}

const reached = (source: ReachedSource) => <Reached source={source} />;

const AccessTable = ({ sources, onSet, onRemove }: TableProps) => {
  const t = useDeskText();
  const actions = (one: ReachedSource) => (
    <div className="iris-row">
      <Button tone="quiet" size="small" onClick={() => onSet(one)}>
        {t(one.access === undefined ? 'access.set' : 'access.change')}
        <VisuallyHidden> {one.name}</VisuallyHidden>
      </Button>
      {one.access !== undefined && (
        <Button tone="quiet" size="small" onClick={() => onRemove(one)}>
          {t('access.remove')}
          <VisuallyHidden> {one.name}</VisuallyHidden>
        </Button>
      )}
    </div>
  );
  const columns: readonly Column<ReachedSource>[] = [
    { id: 'source', header: t('paper.source'), cell: ({ name }) => name },
    { id: 'reached', header: t('access.reached'), cell: reached },
    { id: 'actions', header: t('admin.actions'), cell: actions },
  ];
  return <DataTable caption={t('access')} captionHidden rows={sources} rowKey={({ key }) => key} columns={columns} />;
};

export interface SourceAccessProps {
  readonly sources: readonly NamedSource[];
}

/** By what my administration reaches each source: an access of its own, or the one of the installation. */
export const SourceAccess = ({ sources }: SourceAccessProps) => {
  const t = useDeskText();
  const query = useSourceAccess();
  const [set, setSet] = useState<ReachedSource>();
  const [removed, setRemoved] = useState<ReachedSource>();
  return (
    <section className="iris-stack" aria-labelledby="source-access">
      <h2 id="source-access">{t('access')}</h2>
      <p>{t('access.lead')}</p>
      <Answered query={query}>
        {(all) => (
          <AccessTable
            sources={sources.map((one) => ({ ...one, access: all.find(({ sourceKey }) => sourceKey === one.key) }))}
            onSet={setSet}
            onRemove={setRemoved}
          />
        )}
      </Answered>
      <AccessDialog source={set} onClose={() => setSet(undefined)} />
      <RemoveDialog source={removed} onClose={() => setRemoved(undefined)} />
    </section>
  );
};

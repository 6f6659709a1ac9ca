import { Answered } from '@irisflow/frame';
import { Button, DataTable, useFormatters, VisuallyHidden, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { ConfirmOfSource, type ConfirmOfSourceProps } from './ConfirmOfSource.tsx';
import { SourceAccessDialog, type ReachedSource } from './SourceAccessDialog.tsx';
import type { NamedSource } from './PaperDialog.tsx';
import { useRemoveSourceAccess, useSourceAccess } from './use-source-access.ts';

const Reached = ({ source: { access } }: { readonly source: ReachedSource }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  if (access === undefined) return t('sourceAccess.shared');
  return (
    <>
      <code className="desk-line">{access.address}</code>
      {access.user !== null && <span className="desk-line">{t('sourceAccess.asUser', { user: access.user })}</span>}
      <span className="desk-line">{t('sourceAccess.setBy', { at: dateTime(access.setAt), name: access.setBy })}</span>
    </>
  );
};

const RemoveDialog = ({ source, onClose }: Pick<ConfirmOfSourceProps, 'source' | 'onClose'>) => {
  const t = useDeskText();
  const change = useRemoveSourceAccess();
  const named = { source: source?.name ?? '' };
  const says = {
    title: t('sourceAccess.remove.title', named),
    confirm: t('sourceAccess.remove'),
    text: t('sourceAccess.remove.text'),
    done: t('sourceAccess.remove.done', named),
  };
  return <ConfirmOfSource source={source} change={change} says={says} onClose={onClose} />;
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
        {t(one.access === undefined ? 'sourceAccess.set' : 'sourceAccess.change')}
        <VisuallyHidden> {one.name}</VisuallyHidden>
      </Button>
      {one.access !== undefined && (
        <Button tone="quiet" size="small" onClick={() => onRemove(one)}>
          {t('sourceAccess.remove')}
          <VisuallyHidden> {one.name}</VisuallyHidden>
        </Button>
      )}
    </div>
  );
  const columns: readonly Column<ReachedSource>[] = [
    { id: 'source', header: t('paper.source'), cell: ({ name }) => name },
    { id: 'reached', header: t('sourceAccess.reached'), cell: reached },
    { id: 'actions', header: t('admin.actions'), cell: actions },
  ];
  return (
    <DataTable caption={t('sourceAccess')} captionHidden rows={sources} rowKey={({ key }) => key} columns={columns} />
  );
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
      <h2 id="source-access">{t('sourceAccess')}</h2>
      <p>{t('sourceAccess.lead')}</p>
      <Answered query={query}>
        {(all) => (
          <AccessTable
            sources={sources.map((one) => ({ ...one, access: all.find(({ sourceKey }) => sourceKey === one.key) }))}
            onSet={setSet}
            onRemove={setRemoved}
          />
        )}
      </Answered>
      <SourceAccessDialog source={set} onClose={() => setSet(undefined)} />
      <RemoveDialog source={removed} onClose={() => setRemoved(undefined)} />
    </section>
  );
};

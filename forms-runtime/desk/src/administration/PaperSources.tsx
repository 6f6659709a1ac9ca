import type { PaperSourceView } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Button, DataTable, StatusTag, useFormatters, VisuallyHidden, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { ConfirmOfSource, type ConfirmOfSourceProps } from './ConfirmOfSource.tsx';
import { PaperDialog, type NamedSource } from './PaperDialog.tsx';
import { useAskAutomatically, usePaperSources } from './use-paper-sources.ts';

/** A source that procedures declare, and why it is not asked, where it is not. */
interface Switched extends NamedSource {
  readonly onPaper: PaperSourceView | undefined;
}

const State = ({ source: { onPaper } }: { readonly source: Switched }) => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  if (onPaper === undefined) return <StatusTag tone="success">{t('paper.automatic')}</StatusTag>;
  const { since, setBy, validUntil, reason } = onPaper;
  return (
    <>
      <StatusTag tone="warning">{t('paper.onPaper')}</StatusTag>
      <span className="desk-line">{reason}</span>
      <span className="desk-line">{t('paper.since', { at: dateTime(since), name: setBy })}</span>
      {validUntil !== null && <span className="desk-line">{t('paper.until', { until: date(validUntil) })}</span>}
    </>
  );
};

const EndDialog = ({ source, onClose }: Pick<ConfirmOfSourceProps, 'source' | 'onClose'>) => {
  const t = useDeskText();
  const change = useAskAutomatically();
  const named = { source: source?.name ?? '' };
  const says = {
    title: t('paper.end.title', named),
    confirm: t('paper.end'),
    text: t('paper.end.text'),
    done: t('paper.end.done', named),
  };
  return <ConfirmOfSource source={source} change={change} says={says} onClose={onClose} />;
};

interface TableProps {
  readonly sources: readonly Switched[];
  readonly onSwitch: (source: Switched) => void;
}

const useColumns = (onSwitch: TableProps['onSwitch']): readonly Column<Switched>[] => {
  const t = useDeskText();
  const switchButton = (one: Switched) => (
    <Button tone="quiet" size="small" onClick={() => onSwitch(one)}>
      {t(one.onPaper === undefined ? 'paper.set' : 'paper.end')}
      <VisuallyHidden> {one.name}</VisuallyHidden>
    </Button>
  );
  return [
    { id: 'source', header: t('paper.source'), cell: ({ name }) => name },
    { id: 'state', header: t('paper.state'), cell: (one) => <State source={one} /> },
    { id: 'actions', header: t('admin.actions'), cell: switchButton },
  ];
};

const PaperTable = ({ sources, onSwitch }: TableProps) => {
  const t = useDeskText();
  const columns = useColumns(onSwitch);
  return <DataTable caption={t('paper')} captionHidden rows={sources} rowKey={({ key }) => key} columns={columns} />;
};

export interface PaperSourcesProps {
  readonly sources: readonly NamedSource[];
}

/** Which sources are asked, and which of them are proven on paper for a while. */
export const PaperSources = ({ sources }: PaperSourcesProps) => {
  const t = useDeskText();
  const query = usePaperSources();
  const [chosen, setChosen] = useState<Switched>();
  const close = (): void => setChosen(undefined);
  return (
    <section className="iris-stack" aria-labelledby="paper-sources">
      <h2 id="paper-sources">{t('paper')}</h2>
      <p>{t('paper.lead')}</p>
      <Answered query={query}>
        {(all) => (
          <PaperTable
            sources={sources.map((one) => ({ ...one, onPaper: all.find(({ sourceKey }) => sourceKey === one.key) }))}
            onSwitch={setChosen}
          />
        )}
      </Answered>
      <PaperDialog source={chosen?.onPaper === undefined ? chosen : undefined} onClose={close} />
      <EndDialog source={chosen?.onPaper === undefined ? undefined : chosen} onClose={close} />
    </section>
  );
};

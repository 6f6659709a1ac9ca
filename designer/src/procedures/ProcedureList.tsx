import type { ProcedureListItem } from '@irisflow/client';
import {
  AppLink,
  Button,
  DataTable,
  EmptyState,
  PageHeading,
  Skeleton,
  StatusTag,
  useFormatters,
  type Column,
} from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useProcedures } from '../api/procedures.ts';
import { PlainField } from '../app/PlainField.tsx';
import { Failure } from '../app/Failure.tsx';
import { useTitle } from '../app/use-title.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ImportButton } from './ImportButton.tsx';
import { NewProcedureDialog } from './NewProcedureDialog.tsx';

const scheduledTags = {
  waiting: { tone: 'accent', text: 'schedule.goesLive' },
  held: { tone: 'warning', text: 'schedule.held' },
  failing: { tone: 'danger', text: 'schedule.failing' },
} as const;

const ScheduledTag = ({ item: { key, scheduled } }: { item: ProcedureListItem }) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  if (scheduled === null) return null;
  const { tone, text } = scheduledTags[scheduled.state];
  return (
    <AppLink href={`/procedures/${key}/versions`}>
      <StatusTag tone={tone}>{t(text, { at: dateTime(scheduled.goesLiveAt) })}</StatusTag>
    </AppLink>
  );
};

const endTags = {
  asked: 'retire.state.asked',
  approved: 'retire.state.approved',
  closed: 'retire.state.closed',
  askedBack: 'retire.state.askedBack',
} as const;

const EndTag = ({ item: { key, retirement } }: { item: ProcedureListItem }) => {
  const t = useTexts();
  const { date } = useFormatters();
  if (retirement === null) return null;
  return (
    <AppLink href={`/procedures/${key}/versions`}>
      <StatusTag tone="warning">{t(endTags[retirement.state], { day: date(retirement.closesOn) })}</StatusTag>
    </AppLink>
  );
};

const Status = ({ item }: { item: ProcedureListItem }) => {
  const t = useTexts();
  return (
    <span className="tags">
      {item.publishedVersion === null ? (
        <StatusTag>{t('list.draftOnly')}</StatusTag>
      ) : (
        <StatusTag tone="success">{t('list.published', { version: item.publishedVersion })}</StatusTag>
      )}
      {item.publishedVersion !== null && item.draftChanged && <StatusTag tone="accent">{t('list.changed')}</StatusTag>}
      <ScheduledTag item={item} />
      <EndTag item={item} />
    </span>
  );
};

const Incidents = ({ item }: { item: ProcedureListItem }) => {
  const t = useTexts();
  if (item.incidents === 0) return <>0</>;
  return (
    <AppLink href={`/procedures/${item.key}/instances`}>
      <StatusTag tone="danger">{t.plural('list.incidents', item.incidents)}</StatusTag>
    </AppLink>
  );
};

const useColumns = (): Column<ProcedureListItem>[] => {
  const t = useTexts();
  const { dateTime, number } = useFormatters();
  return [
    {
      id: 'title',
      header: t('list.column.title'),
      cell: (item) => (
        <>
          <AppLink href={`/procedures/${item.key}`} className="list-title">
            {item.title[t.locale]}
          </AppLink>
          <span className="list-key">{item.key}</span>
        </>
      ),
    },
    {
      id: 'administration',
      header: t('list.column.administration'),
      cell: (item) => item.administration.name[t.locale],
    },
    { id: 'status', header: t('list.column.status'), cell: (item) => <Status item={item} /> },
    { id: 'running', header: t('list.column.running'), kind: 'number', cell: (item) => number(item.running) },
    { id: 'incidents', header: t('list.column.incidents'), kind: 'number', cell: (item) => <Incidents item={item} /> },
    { id: 'updated', header: t('list.column.updated'), cell: (item) => dateTime(item.updatedAt) },
  ];
};

const matches = (item: ProcedureListItem, words: string): boolean =>
  [item.key, ...Object.values(item.title), ...Object.values(item.administration.name)].some((text) =>
    text.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()),
  );

/** Those that nobody begins any more stand apart. */
const isEnded = ({ retirement }: ProcedureListItem): boolean => retirement?.isClosed === true;

const Table = ({ items, words }: { items: readonly ProcedureListItem[]; words: string }) => {
  const t = useTexts();
  const columns = useColumns();
  const rows = useMemo(() => items.filter((item) => matches(item, words)), [items, words]);
  if (items.length === 0)
    return (
      <EmptyState icon="file" title={t('list.empty')}>
        {t('list.emptyText')}
      </EmptyState>
    );
  if (rows.length === 0) return <EmptyState title={t('list.noMatch')}>{t('list.noMatchText', { words })}</EmptyState>;
  const ended = rows.filter(isEnded);
  return (
    <>
      <DataTable
        caption={t('nav.procedures')}
        captionHidden
        columns={columns}
        rows={rows.filter((item) => !isEnded(item))}
        rowKey={(item) => item.key}
      />
      {ended.length > 0 && (
        <DataTable caption={t('retire.list')} columns={columns} rows={ended} rowKey={(item) => item.key} />
      )}
    </>
  );
};

/** The procedures of my administration. */
export const ProcedureList = () => {
  const t = useTexts();
  const procedures = useProcedures();
  useTitle(t('nav.procedures'));
  const [words, setWords] = useState('');
  const [isCreating, setCreating] = useState(false);
  return (
    <>
      <PageHeading
        title={t('nav.procedures')}
        lead={t('list.lead')}
        actions={
          <span className="iris-row">
            <ImportButton />
            <Button icon="plus" onClick={() => setCreating(true)}>
              {t('list.new')}
            </Button>
          </span>
        }
      />
      <div className="list-search">
        <PlainField label={t('list.search')}>
          <input
            type="search"
            className="iris-input"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </PlainField>
      </div>
      {procedures.isPending && <Skeleton lines={6} />}
      {procedures.isError && <Failure error={procedures.error} onRetry={() => void procedures.refetch()} />}
      {procedures.isSuccess && <Table items={procedures.data} words={words} />}
      <NewProcedureDialog open={isCreating} procedures={procedures.data ?? []} onClose={() => setCreating(false)} />
    </>
  );
};

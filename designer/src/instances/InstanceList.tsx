import type { InstanceSummary } from '@irisflow/client';
import { nameDiagram } from '@irisflow/frame';
import {
  useLocale,
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
import { useInstances, useStatistics, type InstanceFilter } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { CountedDiagram } from './CountedDiagram.tsx';
import { InstanceFilters } from './InstanceFilters.tsx';
import { StateTag } from './StateTag.tsx';
import './instances.css';

const useColumns = (procedureKey: string): Column<InstanceSummary>[] => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const paths = workspacePaths(procedureKey);
  return [
    {
      id: 'reference',
      header: t('instance.case'),
      cell: (instance) => (
        <AppLink href={paths.instance(instance.processInstanceKey)}>
          {instance.reference ?? instance.processInstanceKey}
        </AppLink>
      ),
    },
    { id: 'version', header: t('versions.version'), kind: 'number', cell: (instance) => instance.version },
    { id: 'state', header: t('list.column.status'), cell: (instance) => <StateTag state={instance.state} /> },
    {
      id: 'incidents',
      header: t('list.column.incidents'),
      cell: (instance) =>
        instance.incidents === 0 ? (
          '–'
        ) : (
          <StatusTag tone="danger">{t.plural('list.incidents', instance.incidents)}</StatusTag>
        ),
    },
    { id: 'started', header: t('instance.started'), cell: (instance) => dateTime(instance.startedAt) },
    {
      id: 'ended',
      header: t('instance.ended'),
      cell: (instance) => (instance.endedAt === null ? '–' : dateTime(instance.endedAt)),
    },
  ];
};

const Diagram = ({ procedureKey, version }: { procedureKey: string; version: number | undefined }) => {
  const t = useTexts();
  const locale = useLocale();
  const statistics = useStatistics(procedureKey, version);
  const { data } = statistics;
  const xml = useMemo(() => (data === undefined ? '' : nameDiagram(data.xml, data.names, locale)), [data, locale]);
  if (statistics.isPending) return <Skeleton lines={4} />;
  if (statistics.isError) return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  return (
    <CountedDiagram
      label={t('instance.heatmap', { version: statistics.data.version })}
      xml={xml}
      counts={statistics.data.elements}
    />
  );
};

interface RowsProps {
  procedureKey: string;
  instances: ReturnType<typeof useInstances>;
}

const Rows = ({ procedureKey, instances }: RowsProps) => {
  const t = useTexts();
  const columns = useColumns(procedureKey);
  if (instances.isPending) return <Skeleton lines={5} />;
  if (instances.isError) return <Failure error={instances.error} onRetry={() => void instances.refetch()} />;
  const rows = instances.data.pages.flatMap((page) => page.items);
  if (rows.length === 0)
    return (
      <EmptyState icon="clock" title={t('instance.none')}>
        {t('instance.noneText')}
      </EmptyState>
    );
  return (
    <>
      <DataTable
        caption={t('rail.instances')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(instance) => instance.processInstanceKey}
      />
      {instances.hasNextPage && (
        <Button tone="secondary" busy={instances.isFetchingNextPage} onClick={() => void instances.fetchNextPage()}>
          {t('instance.more')}
        </Button>
      )}
    </>
  );
};

/** Where the instances of a procedure stand, on the diagram and as a list. */
export const InstanceList = ({ procedureKey }: { procedureKey: string }) => {
  const t = useTexts();
  const [filter, setFilter] = useState<InstanceFilter>({});
  const instances = useInstances(procedureKey, filter);
  const total = instances.data?.pages[0]?.total;
  return (
    <div className="editor-page">
      <PageHeading
        title={t('rail.instances')}
        lead={total === undefined ? undefined : t.plural('instance.total', total)}
      />
      <Diagram procedureKey={procedureKey} version={filter.version} />
      <InstanceFilters procedureKey={procedureKey} filter={filter} onChange={setFilter} />
      <Rows procedureKey={procedureKey} instances={instances} />
    </div>
  );
};

import type { InstanceSummary } from '@irisflow/client';
import {
  AppLink,
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  PageHeading,
  Select,
  Skeleton,
  StatusTag,
  useFormatters,
  type Column,
} from '@irisflow/ui';
import { useState } from 'react';
import { useInstances, useStatistics, type InstanceFilter, type InstanceState } from '../api/instances.ts';
import { useVersions } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { CountedDiagram } from './CountedDiagram.tsx';
import './instances.css';

const states = ['active', 'completed', 'canceled'] as const satisfies InstanceState[];
const stateTones = { active: 'accent', completed: 'success', canceled: 'neutral' } as const;

export const StateTag = ({ state }: { state: InstanceState }) => {
  const t = useTexts();
  return <StatusTag tone={stateTones[state]}>{t(`instance.state.${state}`)}</StatusTag>;
};

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

interface FiltersProps {
  procedureKey: string;
  filter: InstanceFilter;
  onChange: (filter: InstanceFilter) => void;
}

const Filters = ({ procedureKey, filter, onChange }: FiltersProps) => {
  const t = useTexts();
  const versions = useVersions(procedureKey);
  const { version, state, incidents } = filter;
  const change = (part: {
    version?: number | undefined;
    state?: InstanceState | undefined;
    incidents?: boolean;
  }): void => {
    const next = { version, state, incidents, ...part };
    onChange({
      ...(next.version === undefined ? {} : { version: next.version }),
      ...(next.state === undefined ? {} : { state: next.state }),
      ...(next.incidents === true ? { incidents: true } : {}),
    });
  };
  return (
    <div className="form-row filters">
      <Select
        id="filter-version"
        label={t('versions.version')}
        optional
        placeholder={t('instance.allVersions')}
        value={version === undefined ? undefined : String(version)}
        options={(versions.data ?? []).map((each) => ({ value: String(each.version), label: String(each.version) }))}
        onChange={(value) => change({ version: value === undefined ? undefined : Number(value) })}
      />
      <Select
        id="filter-state"
        label={t('list.column.status')}
        optional
        placeholder={t('instance.allStates')}
        value={state}
        options={states.map((each) => ({ value: each, label: t(`instance.state.${each}`) }))}
        onChange={(value) => change({ state: states.find((each) => each === value) })}
      />
      <Checkbox
        id="filter-incidents"
        label={t('instance.onlyIncidents')}
        optional
        value={incidents === true}
        onChange={(isOnly) => change({ incidents: isOnly })}
      />
    </div>
  );
};

const Diagram = ({ procedureKey, version }: { procedureKey: string; version: number | undefined }) => {
  const t = useTexts();
  const statistics = useStatistics(procedureKey, version);
  if (statistics.isPending) return <Skeleton lines={4} />;
  if (statistics.isError) return <Failure error={statistics.error} onRetry={() => void statistics.refetch()} />;
  return (
    <CountedDiagram
      label={t('instance.heatmap', { version: statistics.data.version })}
      xml={statistics.data.xml}
      counts={statistics.data.elements}
    />
  );
};

/** Where the instances of a procedure stand, on the diagram and as a list. */
export const InstanceList = ({ procedureKey }: { procedureKey: string }) => {
  const t = useTexts();
  const [filter, setFilter] = useState<InstanceFilter>({});
  const columns = useColumns(procedureKey);
  const instances = useInstances(procedureKey, filter);
  const rows = instances.data?.pages.flatMap((page) => page.items) ?? [];
  const total = instances.data?.pages[0]?.total ?? 0;
  return (
    <div className="editor-page">
      <PageHeading
        title={t('rail.instances')}
        lead={instances.isSuccess ? t.plural('instance.total', total) : undefined}
      />
      <Diagram procedureKey={procedureKey} version={filter.version} />
      <Filters procedureKey={procedureKey} filter={filter} onChange={setFilter} />
      {instances.isPending && <Skeleton lines={5} />}
      {instances.isError && <Failure error={instances.error} onRetry={() => void instances.refetch()} />}
      {instances.isSuccess && rows.length === 0 && (
        <EmptyState icon="clock" title={t('instance.none')}>
          {t('instance.noneText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('rail.instances')}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={(instance) => instance.processInstanceKey}
        />
      )}
      {instances.hasNextPage && (
        <Button tone="secondary" busy={instances.isFetchingNextPage} onClick={() => void instances.fetchNextPage()}>
          {t('instance.more')}
        </Button>
      )}
    </div>
  );
};

import type { InstanceView } from '@irisflow/client';
import { nameDiagram, useKeptFocus } from '@irisflow/frame';
import { AppLink, DataTable, Notice, PageHeading, Skeleton, useFormatters, useLocale, type Column } from '@irisflow/ui';
import { useMemo } from 'react';
import { useInstance } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { CountedDiagram } from './CountedDiagram.tsx';
import { elementNames } from './element-names.ts';
import { kindWords } from './kind-words.ts';
import { IncidentList } from './IncidentList.tsx';
import { InstanceActions } from './InstanceActions.tsx';
import { MaskNotice } from './MaskNotice.tsx';
import { StateTag } from './StateTag.tsx';
import { VariableTable } from './VariableTable.tsx';
import { WaitingSteps } from './WaitingSteps.tsx';
import './instances.css';

type Passage = InstanceView['history'][number];

const useColumns = (instance: InstanceView): Column<Passage>[] => {
  const t = useTexts();
  const locale = useLocale();
  const { dateTime } = useFormatters();
  const names = useMemo(() => elementNames(instance.xml), [instance.xml]);
  return [
    { id: 'element', header: t('instance.element'), cell: ({ elementId }) => names.get(elementId) ?? elementId },
    { id: 'kind', header: t('instance.kind'), cell: ({ kind }) => kindWords(kind, locale) },
    { id: 'state', header: t('list.column.status'), cell: ({ state }) => <StateTag state={state} /> },
    { id: 'started', header: t('instance.started'), cell: ({ startedAt }) => dateTime(startedAt) },
    {
      id: 'ended',
      header: t('instance.ended'),
      cell: ({ endedAt }) => (endedAt === null ? '–' : dateTime(endedAt)),
    },
  ];
};

const History = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  return (
    <section aria-label={t('instance.history')}>
      <h2>{t('instance.history')}</h2>
      <DataTable
        caption={t('instance.history')}
        captionHidden
        rows={instance.history}
        rowKey={(passage) => `${passage.elementId} ${passage.startedAt} ${passage.state}`}
        columns={useColumns(instance)}
      />
    </section>
  );
};

const Instance = ({ procedureKey, drawn }: { procedureKey: string; drawn: InstanceView }) => {
  const t = useTexts();
  const locale = useLocale();
  const { dateTime } = useFormatters();
  const instance = useMemo(() => ({ ...drawn, xml: nameDiagram(drawn.xml, drawn.names, locale) }), [drawn, locale]);
  return (
    <div className="editor-page">
      <p className="instance-back">
        <AppLink href={workspacePaths(procedureKey).instances}>{t('rail.instances')}</AppLink>
      </p>
      <PageHeading
        title={instance.reference ?? instance.processInstanceKey}
        eyebrow={t('list.published', { version: instance.version })}
        lead={
          <span className="tags">
            <StateTag state={instance.state} /> {t('instance.startedAt', { at: dateTime(instance.startedAt) })}
          </span>
        }
        actions={<InstanceActions instance={instance} />}
      />
      <div className="iris-stack">
        {instance.state === 'suspended' && (
          <Notice tone="warning" title={t('instance.suspended')}>
            {t('instance.suspendedHelp')}
          </Notice>
        )}
        <MaskNotice instance={instance} />
        <IncidentList instance={instance} />
        <WaitingSteps instance={instance} />
        <CountedDiagram label={t('instance.path')} xml={instance.xml} counts={instance.elements} />
        <VariableTable instance={instance} />
        <History instance={instance} />
      </div>
    </div>
  );
};

export interface InstancePageProps {
  procedureKey: string;
  processInstanceKey: string;
}

/** One running or ended instance: where it stands, what it knows, what stopped it. */
export const InstancePage = ({ procedureKey, processInstanceKey }: InstancePageProps) => {
  const reading = useInstance(processInstanceKey);
  useKeptFocus();
  if (reading.isPending) return <Skeleton lines={6} />;
  if (reading.isError) return <Failure error={reading.error} onRetry={() => void reading.refetch()} />;
  return <Instance procedureKey={procedureKey} drawn={reading.data} />;
};

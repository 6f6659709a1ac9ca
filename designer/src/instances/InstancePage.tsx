import type { InstanceView } from '@irisflow/client';
import {
  AppLink,
  Button,
  DataTable,
  Dialog,
  PageHeading,
  Skeleton,
  TextArea,
  useFormatters,
  useToast,
} from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useInstance, useInstanceChanges } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';
import { CountedDiagram } from './CountedDiagram.tsx';
import { elementNames } from './element-names.ts';
import { IncidentList } from './IncidentList.tsx';
import { StateTag } from './StateTag.tsx';
import { VariableTable } from './VariableTable.tsx';
import './instances.css';

const CancelButton = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const toast = useToast();
  const { cancel } = useInstanceChanges(instance.processInstanceKey);
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const confirm = (): void => {
    setChecked(true);
    if (reason.trim() === '') return;
    cancel.mutate(reason.trim(), {
      onSuccess: () => {
        setAsking(false);
        toast(t('instance.canceledDone'));
      },
    });
  };
  return (
    <>
      <Button tone="danger" size="small" onClick={() => setAsking(true)}>
        {t('instance.cancel')}
      </Button>
      <Dialog
        open={isAsking}
        title={t('instance.cancelTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button tone="danger" busy={cancel.isPending} onClick={confirm}>
              {t('instance.cancel')}
            </Button>
            <Button tone="secondary" onClick={() => setAsking(false)}>
              {t('instance.keep')}
            </Button>
          </>
        }
      >
        <p>{t('instance.cancelText')}</p>
        <TextArea
          id="cancel-reason"
          label={t('instance.cancelReason')}
          rows={3}
          value={reason}
          onChange={setReason}
          error={isChecked && reason.trim() === '' ? t('instance.cancelReasonMissing') : undefined}
        />
        {cancel.isError && <Failure error={cancel.error} />}
      </Dialog>
    </>
  );
};

const History = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const names = useMemo(() => elementNames(instance.xml), [instance.xml]);
  return (
    <section aria-label={t('instance.history')}>
      <h2>{t('instance.history')}</h2>
      <DataTable
        caption={t('instance.history')}
        captionHidden
        rows={instance.history}
        rowKey={(entry) => `${entry.elementId} ${entry.startedAt} ${entry.state}`}
        columns={[
          {
            id: 'element',
            header: t('instance.element'),
            cell: (entry) => names.get(entry.elementId) ?? entry.elementId,
          },
          { id: 'kind', header: t('instance.kind'), cell: (entry) => entry.kind },
          { id: 'state', header: t('list.column.status'), cell: (entry) => entry.state },
          { id: 'started', header: t('instance.started'), cell: (entry) => dateTime(entry.startedAt) },
          {
            id: 'ended',
            header: t('instance.ended'),
            cell: (entry) => (entry.endedAt === null ? '–' : dateTime(entry.endedAt)),
          },
        ]}
      />
    </section>
  );
};

export interface InstancePageProps {
  procedureKey: string;
  processInstanceKey: string;
}

/** One running or ended instance: where it stands, what it knows, what stopped it. */
export const InstancePage = ({ procedureKey, processInstanceKey }: InstancePageProps) => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  const reading = useInstance(processInstanceKey);
  if (reading.isPending) return <Skeleton lines={6} />;
  if (reading.isError) return <Failure error={reading.error} onRetry={() => void reading.refetch()} />;
  const instance = reading.data;
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
        actions={instance.state === 'active' ? <CancelButton instance={instance} /> : undefined}
      />
      <div className="iris-stack">
        <IncidentList instance={instance} />
        <CountedDiagram label={t('instance.path')} xml={instance.xml} counts={instance.elements} />
        <VariableTable instance={instance} />
        <History instance={instance} />
      </div>
    </div>
  );
};

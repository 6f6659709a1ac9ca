import type { ProcedureVersion } from '@irisflow/client';
import {
  Button,
  DataTable,
  EmptyState,
  LinkButton,
  PageHeading,
  Skeleton,
  Spinner,
  StatusTag,
  useFormatters,
  type Column,
} from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useVersionFiles, useVersions } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { diffFiles, filesByPath } from '../changes/diff-files.ts';
import { ScheduledCard } from '../schedule/ScheduledCard.tsx';
import { RetirementCard } from '../retirement/RetirementCard.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ChangedDiagrams } from '../changes/ChangedDiagrams.tsx';
import { ChangeList } from '../workspace/ChangeList.tsx';
import { VersionNote } from './VersionNote.tsx';
import { WayBack } from './WayBack.tsx';
import { workspacePaths } from '../workspace/paths.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { ReasonsForAsking } from './ReasonsForAsking.tsx';
import { VersionApproval } from './VersionApproval.tsx';

/** What separates a version from the draft, and the way back to it. */
interface VersionDetailProps {
  procedureKey: string;
  version: number;
  /** Whether it is what new applications follow. */
  isNewest: boolean;
}

const VersionDetail = ({ procedureKey, version, isNewest }: VersionDetailProps) => {
  const t = useTexts();
  const { state } = useDraft();
  const files = useVersionFiles(procedureKey, version);
  const changes = useMemo(
    () => (files.data === undefined ? null : diffFiles(filesByPath(files.data), state.files)),
    [files.data, state.files],
  );
  if (files.isError) return <Failure error={files.error} onRetry={() => void files.refetch()} />;
  if (changes === null) return <Spinner />;

  return (
    <section className="version-detail" aria-label={t('list.published', { version })}>
      <h2>{t('versions.compare', { version })}</h2>
      <ReasonsForAsking files={filesByPath(files.data ?? [])} />
      {changes.length === 0 ? <p>{t('versions.same')}</p> : <ChangeList changes={changes} />}
      <ChangedDiagrams
        changes={changes}
        before={filesByPath(files.data ?? [])}
        after={state.files}
        beforeLabel={t('list.published', { version })}
        afterLabel={t('change.draft')}
      />
      <WayBack
        procedureKey={procedureKey}
        version={version}
        files={files.data ?? []}
        isSame={changes.length === 0}
        isNewest={isNewest}
      />
    </section>
  );
};

interface Comparison {
  procedureKey: string;
  newest: number | undefined;
  chosen: number | null;
  onChoose: (version: number | null) => void;
}

const useColumns = ({ procedureKey, newest, chosen, onChoose }: Comparison): Column<ProcedureVersion>[] => {
  const t = useTexts();
  const { dateTime, number } = useFormatters();
  return [
    {
      id: 'version',
      header: t('versions.version'),
      cell: ({ version }) => (
        <span className="tags">
          <strong>{version}</strong>
          {version === newest && <StatusTag tone="success">{t('versions.current')}</StatusTag>}
        </span>
      ),
    },
    { id: 'at', header: t('versions.publishedAt'), cell: (version) => dateTime(version.publishedAt) },
    { id: 'by', header: t('versions.publishedBy'), cell: (version) => version.publishedBy },
    { id: 'note', header: t('versions.note'), cell: (version) => <VersionNote version={version} /> },
    {
      id: 'approval',
      header: t('approval.column'),
      cell: (version) => <VersionApproval procedureKey={procedureKey} version={version} />,
    },
    { id: 'running', header: t('list.column.running'), kind: 'number', cell: (version) => number(version.running) },
    {
      id: 'compare',
      header: t('versions.actions'),
      cell: ({ version }) => (
        <Button
          tone="quiet"
          size="small"
          aria-expanded={chosen === version}
          aria-label={t('versions.compare', { version })}
          onClick={() => onChoose(chosen === version ? null : version)}
        >
          {t('versions.compareShort')}
        </Button>
      ),
    },
  ];
};

/** The published versions, what each changed, and the way back. */
export const VersionList = ({ procedureKey }: { procedureKey: string }) => {
  const t = useTexts();
  const versions = useVersions(procedureKey);
  const [chosen, setChosen] = useState<number | null>(null);
  // A version that waits for approval is not in use yet.
  const newest = versions.data?.find(({ approval }) => approval?.state !== 'waiting')?.version;
  const columns = useColumns({ procedureKey, newest, chosen, onChoose: setChosen });
  if (versions.isPending) return <Skeleton lines={4} />;
  if (versions.isError) return <Failure error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.data.length === 0)
    return (
      <>
        <ScheduledCard procedureKey={procedureKey} />
        <EmptyState icon="clock" title={t('versions.empty')}>
          {t('versions.emptyText')}
        </EmptyState>
      </>
    );
  return (
    <div className="editor-page">
      <PageHeading title={t('rail.versions')} />
      <div className="iris-stack version-cards">
        <ScheduledCard procedureKey={procedureKey} />
        <RetirementCard procedureKey={procedureKey} />
      </div>
      {versions.data.length > 1 && (
        <p>
          <LinkButton href={workspacePaths(procedureKey).moves} tone="secondary">
            {t('move.title')}
          </LinkButton>
        </p>
      )}
      <DataTable
        caption={t('rail.versions')}
        captionHidden
        rows={versions.data}
        rowKey={(version) => String(version.version)}
        columns={columns}
      />
      {chosen !== null && (
        <VersionDetail key={chosen} procedureKey={procedureKey} version={chosen} isNewest={chosen === newest} />
      )}
    </div>
  );
};

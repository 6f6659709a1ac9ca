import type { ProcedureVersion } from '@irisflow/client';
import { Button, ConfirmDialog, StatusTag, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useApproveVersion, useVersionFiles } from '../api/procedures.ts';
import { Failure } from '../app/Failure.tsx';
import { filesByPath } from '../changes/diff-files.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ExceptionText } from './VersionNote.tsx';
import { ReasonsForAsking } from './ReasonsForAsking.tsx';
import { reasonsForOthers } from './reasons-for-others.ts';

interface VersionApprovalProps {
  readonly procedureKey: string;
  readonly version: ProcedureVersion;
}

/** The reasons in the words in which the people concerned will read them. */
const Reasons = ({ procedureKey, version }: { readonly procedureKey: string; readonly version: number }) => {
  const t = useTexts();
  const files = useVersionFiles(procedureKey, version);
  if (files.isError) return <Failure error={files.error} onRetry={() => void files.refetch()} />;
  const byPath = filesByPath(files.data ?? []);
  const reasons = reasonsForOthers(byPath.get('procedure.json') ?? null);
  return (
    <>
      <ul>
        {reasons.map(({ source, name, reason }) => (
          <li key={source}>
            <strong>{name[t.locale]}</strong>: {reason[t.locale]}
          </li>
        ))}
      </ul>
      <ReasonsForAsking files={byPath} />
    </>
  );
};

/** Whether the reasons of a version for asking about others are approved, and the act that approves them. */
export const VersionApproval = ({ procedureKey, version: { version, approval, exception } }: VersionApprovalProps) => {
  const t = useTexts();
  const toast = useToast();
  const { dateTime } = useFormatters();
  const [isAsking, setAsking] = useState(false);
  const approve = useApproveVersion(procedureKey);
  if (approval === null) return null;
  if (approval.state === 'approved') return <>{t('approval.done', { by: approval.by, at: dateTime(approval.at) })}</>;
  return (
    <span className="tags">
      <StatusTag tone="warning">{t('approval.waiting')}</StatusTag>
      {approval.canApprove ? (
        <Button tone="secondary" size="small" busy={approve.isPending} onClick={() => setAsking(true)}>
          {t('approval.approve')}
        </Button>
      ) : (
        <span className="iris-muted">{t('approval.other')}</span>
      )}
      {approve.isError && <Failure error={approve.error} />}
      <ConfirmDialog
        open={isAsking}
        title={t('approval.title', { version })}
        confirm={t('approval.approve')}
        onConfirm={() => {
          setAsking(false);
          approve.mutate(version, { onSuccess: () => toast(t('approval.approved', { version })) });
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('approval.text')}</p>
        {isAsking && <Reasons procedureKey={procedureKey} version={version} />}
        {exception !== null && <ExceptionText exception={exception} />}
      </ConfirmDialog>
    </span>
  );
};

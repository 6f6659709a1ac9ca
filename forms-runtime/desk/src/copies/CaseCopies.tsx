import type { CaseView, FileCopyView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Icon, Skeleton, Spinner, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { copyUrl, useCopies } from './use-copies.ts';

interface ItemProps {
  readonly caseId: string;
  readonly copy: FileCopyView;
}

const Downloads = ({ caseId, copy }: ItemProps) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return (
    <span className="desk-copies__files">
      {(['pdf', 'zip'] as const).map((as) => (
        <a
          key={as}
          className="iris-button iris-button--secondary iris-button--small"
          href={copyUrl(caseId, copy.id, as)}
          download
          aria-label={t(`copies.${as}.of`, { at: dateTime(copy.askedAt) })}
        >
          <Icon name="download" />
          {t(`copies.${as}`)}
        </a>
      ))}
    </span>
  );
};

/** What is not in a copy, folded: the list can be longer than the file. */
const LeftOut = ({ copy }: { readonly copy: FileCopyView }) => {
  const t = useDeskText();
  if (copy.leftOut.length === 0) return <span className="iris-muted">{t('copies.whole')}</span>;
  return (
    <details>
      <summary>{t.plural('copies.leftOut', copy.leftOut.length)}</summary>
      <ul lang={copy.language}>
        {copy.leftOut.map(({ what, why }, index) => (
          // Two fields may be called the same.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {what} <span className="iris-muted">({why})</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

const State = ({ caseId, copy }: ItemProps) => {
  const t = useDeskText();
  if (copy.state === 'ready') return <Downloads caseId={caseId} copy={copy} />;
  if (copy.state === 'failed') return <span role="alert">{t('copies.failed')}</span>;
  return <Spinner label={t('copies.waiting')} />;
};

const Item = ({ caseId, copy }: ItemProps) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { audience, recipient, reason, madeBy, askedAt, handedOver } = copy;
  return (
    <li>
      <strong>
        {audience === 'office' ? t('copies.forOffice') : t('copies.for', { name: recipient ?? t('copies.applicant') })}
      </strong>
      <span className="iris-muted">
        {dateTime(askedAt)}
        {madeBy !== null && `, ${madeBy}`}
        {handedOver && ` · ${t('copies.handedOver')}`}
      </span>
      {reason !== null && <span>{reason}</span>}
      <LeftOut copy={copy} />
      <State caseId={caseId} copy={copy} />
    </li>
  );
};

const List = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const copies = useCopies(caseId);
  if (copies.isError) return <Failure error={copies.error} onRetry={() => void copies.refetch()} />;
  if (copies.data === undefined) return <Skeleton lines={2} />;
  if (copies.data.length === 0) return <p className="iris-muted">{t('copies.none')}</p>;
  return (
    <ul className="desk-case-tasks desk-copies iris-stack iris-stack--tight" aria-live="polite">
      {copies.data.map((copy) => (
        <Item key={copy.id} caseId={caseId} copy={copy} />
      ))}
    </ul>
  );
};

/** Copies that were made of the file, and a way to make one. */
export const CaseCopies = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="iris-stack iris-stack--tight">
      <List caseId={file.id} />
      <div>
        <Button tone="secondary" size="small" onClick={() => setAsking(true)}>
          {t('copies.make')}
        </Button>
      </div>
      <CopyDialog file={file} open={isAsking} onClose={() => setAsking(false)} />
    </div>
  );
};

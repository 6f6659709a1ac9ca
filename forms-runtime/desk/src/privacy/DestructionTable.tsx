import type { DestructionView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import {
  AppLink,
  Button,
  ConfirmDialog,
  DataTable,
  ProgressBar,
  StatusTag,
  useFormatters,
  useToast,
  type Column,
  type TagTone,
} from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { useDecide, type Verdict } from './use-privacy.ts';

const tones = {
  proposed: 'warning',
  running: 'accent',
  done: 'success',
  canceled: 'neutral',
} as const satisfies Record<DestructionView['state'], TagTone>;

interface Asked {
  readonly verdict: Verdict;
  readonly destruction: DestructionView;
}

const Progress = ({ state, total, destroyed, kept }: DestructionView) => {
  const t = useDeskText();
  const words = t('retention.progress', { destroyed, total, kept });
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`retention.state.${state}`)}</StatusTag>
      {state === 'running' && total > 0 && <ProgressBar label={words} value={(destroyed + kept) / total} />}
      <span className="desk-line">{state === 'proposed' ? t.plural('retention.total', total) : words}</span>
    </>
  );
};

const Actions = ({ one, onAsk }: { readonly one: DestructionView; readonly onAsk: (asked: Asked) => void }) => {
  const t = useDeskText();
  if (one.state !== 'proposed')
    return one.state === 'canceled' ? null : (
      <AppLink href={`/privacy/retention/${one.id}`}>{t('certificate')}</AppLink>
    );
  return (
    <div className="iris-row">
      {one.mayApprove ? (
        <Button size="small" onClick={() => onAsk({ verdict: 'approval', destruction: one })}>
          {t('retention.approve')}
        </Button>
      ) : (
        <span className="iris-muted">{t('retention.second')}</span>
      )}
      <Button tone="quiet" size="small" onClick={() => onAsk({ verdict: 'cancellation', destruction: one })}>
        {t('retention.cancel')}
      </Button>
    </div>
  );
};

const useColumns = (onAsk: (asked: Asked) => void): readonly Column<DestructionView>[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const act = (at: string | null, by: string | null) =>
    at === null ? (
      '–'
    ) : (
      <>
        {dateTime(at)}
        {by !== null && <span className="desk-line">{by}</span>}
      </>
    );
  return [
    {
      id: 'proposed',
      header: t('retention.proposedOn'),
      cell: ({ proposedAt, proposedBy }) => act(proposedAt, proposedBy),
    },
    {
      id: 'approved',
      header: t('retention.approvedOn'),
      cell: ({ approvedAt, approvedBy }) => act(approvedAt, approvedBy),
    },
    { id: 'state', header: t('retention.state'), cell: (one) => <Progress {...one} /> },
    { id: 'actions', header: t('admin.actions'), cell: (one) => <Actions one={one} onAsk={onAsk} /> },
  ];
};

const DecideDialog = ({ asked, onClose }: { readonly asked: Asked | undefined; readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const decide = useDecide();
  const verdict = asked?.verdict ?? 'approval';
  const close = (): void => {
    decide.reset();
    onClose();
  };
  const onSuccess = (): void => {
    close();
    toast(t(`retention.${verdict}.done`));
  };
  return (
    <ConfirmDialog
      open={asked !== undefined}
      title={t.plural(`retention.${verdict}.title`, asked?.destruction.total ?? 0)}
      confirm={t(`retention.${verdict}.do`)}
      tone={verdict === 'approval' ? 'danger' : 'primary'}
      busy={decide.isPending}
      onConfirm={() => asked && decide.mutate({ destructionId: asked.destruction.id, verdict }, { onSuccess })}
      onClose={close}
    >
      {decide.isError && <Failure error={decide.error} />}
      <p>{t(`retention.${verdict}.text`)}</p>
    </ConfirmDialog>
  );
};

/** Destructions with how far they are, and what is asked of a second person. */
export const DestructionTable = ({ all }: { readonly all: readonly DestructionView[] }) => {
  const t = useDeskText();
  const [asked, setAsked] = useState<Asked>();
  const columns = useColumns(setAsked);
  return (
    <>
      <DataTable
        caption={t('retention.destructions')}
        captionHidden
        columns={columns}
        rows={all}
        rowKey={({ id }) => id}
      />
      <DecideDialog asked={asked} onClose={() => setAsked(undefined)} />
    </>
  );
};

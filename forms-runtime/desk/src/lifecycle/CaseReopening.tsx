import type { CaseReopenings, ReopeningView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Dialog, Notice, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ReopenDialog } from './ReopenDialog.tsx';
import { useDecideReopening, useReopenings } from './use-reopenings.ts';

interface ReopeningProps {
  readonly caseId: string;
  readonly reopening: ReopeningView;
}

const RefuseForm = ({ caseId, reopening, onClose }: ReopeningProps & { readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const decide = useDecideReopening(caseId);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || decide.isPending) return;
    const onSuccess = (): void => {
      toast(t('reopening.refused'));
      onClose();
    };
    decide.mutate({ id: reopening.id, isApproved: false, reason }, { onSuccess });
  };
  return (
    <DialogForm
      error={decide.error}
      busy={decide.isPending}
      confirm={t('reopening.refuse')}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField id="reopening-refusal" {...field} />
    </DialogForm>
  );
};

const Decision = ({ caseId, reopening }: ReopeningProps) => {
  const t = useDeskText();
  const toast = useToast();
  const decide = useDecideReopening(caseId);
  const [isRefusing, setRefusing] = useState(false);
  const approve = (): void =>
    decide.mutate(
      { id: reopening.id, isApproved: true, reason: '' },
      { onSuccess: () => void toast(t('reopening.done')) },
    );
  return (
    <>
      {decide.isError && <Failure error={decide.error} />}
      <div className="iris-row">
        <Button size="small" busy={decide.isPending} onClick={approve}>
          {t('reopening.approve')}
        </Button>
        <Button tone="secondary" size="small" onClick={() => setRefusing(true)}>
          {t('reopening.refuse')}
        </Button>
      </div>
      {isRefusing && (
        <Dialog open title={t('reopening.refuse.title')} onClose={() => setRefusing(false)}>
          <RefuseForm caseId={caseId} reopening={reopening} onClose={() => setRefusing(false)} />
        </Dialog>
      )}
    </>
  );
};

const Last = ({ caseId, found }: { readonly caseId: string; readonly found: CaseReopenings }) => {
  const t = useDeskText();
  const { dateTime, date } = useFormatters();
  const [last] = found.reopenings;
  if (last === undefined) return null;
  const isProposed = last.state === 'proposed';
  // Of what was refused, or is over, the timeline tells.
  if (!isProposed && (last.state === 'refused' || found.bar !== 'open')) return null;
  return (
    <Notice
      tone={isProposed ? 'warning' : 'info'}
      title={`${t(isProposed ? 'reopening.proposed' : 'reopening.done')} · ${t(`reopening.ground.${last.ground}`)}`}
    >
      <p>{last.reason}</p>
      <p className="iris-muted">
        {isProposed
          ? t('reopening.proposed.by', { name: last.proposedBy, at: dateTime(last.proposedAt) })
          : t('reopening.reopened.by', {
              name: last.decidedBy ?? last.proposedBy,
              at: dateTime(last.decidedAt ?? last.proposedAt),
              closed: date(last.closedAt),
            })}
      </p>
      {isProposed && found.mayDecide && <Decision caseId={caseId} reopening={last} />}
    </Notice>
  );
};

/** Why a case goes on after it was closed, what is proposed, and the way to reopen it for who may. */
export const CaseReopening = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const { data: found } = useReopenings(caseId);
  const [isOpen, setOpen] = useState(false);
  if (found === undefined) return null;
  return (
    <>
      <Last caseId={caseId} found={found} />
      {found.bar === null && (
        <div>
          <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
            {t(found.needsApproval ? 'reopening.propose' : 'reopening.do')}
          </Button>
          <ReopenDialog caseId={caseId} found={found} open={isOpen} onClose={() => setOpen(false)} />
        </div>
      )}
    </>
  );
};

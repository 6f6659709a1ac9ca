import { answer, platform } from '@irisflow/client';
import { Button, ConfirmDialog, Notice, TextArea, useToast } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { usePortalText, type PortalKey } from '../texts/portal-texts.ts';
import { problemText } from '../texts/problem-text.ts';
import { useCaseUpdate } from './use-case.ts';

const MAX_REASON = 2000;

const wrongWith = (reason: string): PortalKey | undefined => {
  if (reason.trim() === '') return 'case.withdraw.reason.missing';
  return reason.length > MAX_REASON ? 'case.withdraw.reason.long' : undefined;
};

const useWithdrawal = (caseId: string, onDone: () => void) => {
  const update = useCaseUpdate();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(platform.POST('/api/my/cases/{caseId}/withdrawal', { params: { path: { caseId } }, body: { reason } })),
    onSuccess: (view) => {
      update(view);
      onDone();
    },
  });
};

/** Lets the applicant stop the case, with a reason, after asking twice. */
export const WithdrawCase = ({ caseId }: { readonly caseId: string }) => {
  const t = usePortalText();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<PortalKey>();
  const withdrawal = useWithdrawal(caseId, () => {
    setIsAsking(false);
    toast(t('case.withdraw.done'));
  });
  const confirm = (): void => {
    const found = wrongWith(reason);
    setWrong(found);
    if (found === undefined) withdrawal.mutate(reason);
    else document.getElementById('withdraw-reason')?.focus();
  };
  return (
    <div>
      <Button tone="quiet" size="small" className="iris-button--flush" onClick={() => setIsAsking(true)}>
        {t('case.withdraw')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('case.withdraw.title')}
        confirm={t('case.withdraw')}
        tone="danger"
        busy={withdrawal.isPending}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('case.withdraw.text')}</p>
        <TextArea
          id="withdraw-reason"
          label={t('case.withdraw.reason')}
          value={reason}
          rows={3}
          maxLength={MAX_REASON}
          error={wrong && t(wrong)}
          onChange={setReason}
        />
        {withdrawal.isError && (
          <Notice tone="danger" live>
            {t(problemText(withdrawal.error))}
          </Notice>
        )}
      </ConfirmDialog>
    </div>
  );
};

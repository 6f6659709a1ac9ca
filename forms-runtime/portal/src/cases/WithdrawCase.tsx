import { answer, platform } from '@irisflow/client';
import { Button, ConfirmDialog, TextArea, useToast } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText, type PersonalKey } from '../texts/personal-texts.ts';
import { useCaseUpdate } from './use-case.ts';
import { useKeptTexts } from './use-kept-texts.ts';

const MAX_REASON = 2000;
const REASON = 'withdraw-reason';

const wrongWith = (reason: string): PersonalKey | undefined => {
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
  const t = usePersonalText();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const { texts, write, forget } = useKeptTexts(`withdrawal:${caseId}`);
  const reason = texts[REASON] ?? '';
  const [wrong, setWrong] = useState<PersonalKey>();
  const withdrawal = useWithdrawal(caseId, () => {
    forget();
    setIsAsking(false);
    toast(t('case.withdraw.done'));
  });
  const confirm = (): void => {
    const found = wrongWith(reason);
    setWrong(found);
    if (found === undefined) withdrawal.mutate(reason);
    else document.getElementById(REASON)?.focus();
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
          id={REASON}
          label={t('case.withdraw.reason')}
          value={reason}
          rows={3}
          maxLength={MAX_REASON}
          error={wrong && t(wrong)}
          onChange={(text) => write(REASON, text)}
        />
        {withdrawal.isError && <RefusalNotice error={withdrawal.error} />}
      </ConfirmDialog>
    </div>
  );
};

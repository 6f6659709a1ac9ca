import { answer, platform } from '@irisflow/client';
import { Button, ConfirmDialog, LinkButton, useToast } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';

export interface DiscardDraftProps {
  readonly draftId: string;
  /** Called when the draft is gone. */
  readonly onDiscard: () => void;
}

/** The two ways out of a form: later, or not at all. */
export const DiscardDraft = ({ draftId, onDiscard }: DiscardDraftProps) => {
  const t = usePersonalText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => answer(platform.DELETE('/api/applications/{draftId}', { params: { path: { draftId } } })),
    onSuccess: () => {
      onDiscard();
      toast(t('application.discarded'));
      navigate('/my/cases', { replace: true });
    },
  });
  return (
    <div className="portal-application__exits">
      <LinkButton href="/my/cases" tone="quiet" size="small">
        {t('application.later')}
      </LinkButton>
      <Button tone="quiet" size="small" icon="trash" onClick={() => setIsAsking(true)}>
        {t('application.discard')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('application.discard.title')}
        confirm={t('application.discard')}
        tone="danger"
        busy={discard.isPending}
        onConfirm={() => discard.mutate()}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('application.discard.text')}</p>
        {discard.isError && <RefusalNotice error={discard.error} />}
      </ConfirmDialog>
    </div>
  );
};

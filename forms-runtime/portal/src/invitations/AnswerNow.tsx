import type { Invitation } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, useLocale } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useAnswerInvitation } from './use-invitations.ts';

/** The way from an invitation to the form that answers it. */
export const AnswerNow = ({ invitation: { id, state } }: { readonly invitation: Invitation }) => {
  const t = usePersonalText();
  const locale = useLocale();
  const [, go] = useLocation();
  const answer = useAnswerInvitation(id);
  const begin = (): void => {
    if (answer.isPending) return;
    answer.mutate(locale, { onSuccess: ({ draftId }) => go(`/applications/${draftId}`) });
  };
  return (
    <div className="iris-stack iris-stack--tight">
      {answer.isError && <Failure error={answer.error} />}
      <div>
        <Button trailingIcon="arrowRight" busy={answer.isPending} onClick={begin}>
          {t(state === 'begun' ? 'invitation.goOn' : 'invitation.now')}
        </Button>
      </div>
    </div>
  );
};

import type { ReachView } from '@irisflow/client';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useParticipants } from '../participants/use-participants.ts';

/** By which ways somebody is reached: what has to be posted stands first. */
export const ReachWords = ({ reach }: { readonly reach: ReachView }) => {
  const t = useDeskText();
  const { channels, byPost, email } = reach;
  const words = channels
    .filter((channel) => channel !== 'post')
    .map((channel) =>
      channel === 'mail' && email?.isVerified === true
        ? `${t('reach.channel.mail')} (${t('reach.proven')})`
        : t(`reach.channel.${channel}`),
    );
  return (
    <span className="iris-row">
      {byPost && <StatusTag tone="warning">{t('reach.byPost')}</StatusTag>}
      <span>{words.length === 0 ? t('reach.byPost.noConsent') : words.join(', ')}</span>
    </span>
  );
};

/** The same of the applicant of a case, among the facts of its page. */
export const ApplicantReach = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const reach = useParticipants(caseId).data?.applicantReach;
  if (reach === undefined) return null;
  return (
    <div>
      <dt>{t('reach.fact')}</dt>
      <dd>
        <ReachWords reach={reach} />
      </dd>
    </div>
  );
};

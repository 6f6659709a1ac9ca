import type { MyReach } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { AppLink, Notice, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { ChooseChannels } from './ChooseChannels.tsx';
import { ProveEmail } from './ProveEmail.tsx';
import { useMyReach } from './use-reach.ts';

const History = ({ history }: Pick<MyReach, 'history'>) => {
  const t = usePersonalText();
  const { date } = useFormatters();
  if (history.length === 0) return null;
  return (
    <details>
      <summary>{t('reach.history')}</summary>
      <ul>
        {history.map(({ channel, chosenAt, withdrawnAt }) => (
          <li key={`${channel} ${chosenAt}`}>
            {withdrawnAt === null
              ? t('reach.since', { channel: t(`reach.${channel}`), day: date(chosenAt) })
              : t('reach.fromTo', {
                  channel: t(`reach.${channel}`),
                  first: date(chosenAt),
                  last: date(withdrawnAt),
                })}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Whole = ({ reach }: { readonly reach: MyReach }) => {
  const t = usePersonalText();
  const { email, mayChange } = reach;
  return (
    <div className="iris-stack iris-stack--loose">
      {mayChange && email !== null && !email.isVerified && <ProveEmail key={email.value} email={email.value} />}
      {email?.isVerified === true && <p>{t('reach.email.isProven', { email: email.value })}</p>}
      {mayChange ? (
        <ChooseChannels reach={reach} />
      ) : (
        <Notice>{t(reach.byPost ? 'reach.now.post' : 'reach.now.portal')}</Notice>
      )}
      <History history={reach.history} />
    </div>
  );
};

/** By which ways I, or the company that I act for, am reached. */
export const ReachSection = () => {
  const t = usePersonalText();
  return (
    <section className="portal-section" aria-labelledby="reach">
      <h2 id="reach">{t('reach.title')}</h2>
      <p>
        <AppLink href="/my/invitations">{t('invitation.choices')}</AppLink>
      </p>
      <Answered query={useMyReach()}>{(reach) => <Whole reach={reach} />}</Answered>
    </section>
  );
};

import { AppLink, Button, useToast } from '@irisflow/ui';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { type Channel, useChooseChannels, useMyReach } from './use-reach.ts';

/** Asks whoever never said it how letters are to come; who says nothing gets them on paper. */
export const AskReach = () => {
  const t = usePersonalText();
  const toast = useToast();
  const { data: reach } = useMyReach();
  const choose = useChooseChannels();
  if (reach?.hasChosen !== false || !reach.needsConsent || !reach.mayChange) return null;
  const answer = (channels: readonly Channel[]) => () => {
    if (!choose.isPending) choose.mutate(channels, { onSuccess: () => toast(t('reach.saved')) });
  };
  return (
    <section className="portal-section" aria-labelledby="ask-reach">
      <h2 id="ask-reach">{t('reach.ask')}</h2>
      <p className="iris-prose">{t('reach.ask.text')}</p>
      {choose.isError && <RefusalNotice error={choose.error} />}
      <div className="iris-row">
        <Button tone="secondary" onClick={answer(['portal', 'mail'])}>
          {t('reach.ask.electronic')}
        </Button>
        <Button tone="secondary" onClick={answer(['post'])}>
          {t('reach.ask.paper')}
        </Button>
      </div>
      <p>
        <AppLink href="/my/party">{t('reach.ask.more')}</AppLink>
      </p>
    </section>
  );
};

import { AppLink, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useReceivedTransfers } from './use-transfers.ts';

/** The way to cases that others send on, with how many wait. */
export const TransfersLink = () => {
  const t = useDeskText();
  const { number } = useFormatters();
  const waiting = useReceivedTransfers().data?.waiting ?? 0;
  return (
    <AppLink href="/transfers">
      {t('transfers.title')}
      {waiting > 0 && <span className="desk-count">{number(waiting)}</span>}
    </AppLink>
  );
};

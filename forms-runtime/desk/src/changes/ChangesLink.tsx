import { AppLink, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useWaitingChanges } from './use-changes.ts';

/** The way to what applicants declared, with how much waits. */
export const ChangesLink = () => {
  const t = useDeskText();
  const { number } = useFormatters();
  const waiting = useWaitingChanges().data?.length ?? 0;
  return (
    <AppLink href="/changes">
      {t('changes.title')}
      {waiting > 0 && <span className="desk-count">{number(waiting)}</span>}
    </AppLink>
  );
};

import { AppLink, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useAskedOpinions } from './use-opinions.ts';

/** The way to what one is asked, with how much of it waits. */
export const AskedOpinionsLink = () => {
  const t = useDeskText();
  const { number } = useFormatters();
  const waiting = useAskedOpinions('open').data?.waiting ?? 0;
  return (
    <AppLink href="/opinions">
      {t('opinions.title')}
      {waiting > 0 && <span className="desk-count">{number(waiting)}</span>}
    </AppLink>
  );
};

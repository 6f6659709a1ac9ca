import { AppLink, useFormatters, VisuallyHidden } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useTaskCounters } from '../worklist/use-task-counters.ts';

/** The way to what is delegated, with how many colleagues let one act in their name now. */
export const DelegationsLink = () => {
  const t = useDeskText();
  const { number } = useFormatters();
  const toMe = useTaskCounters().data?.delegations ?? 0;
  return (
    <AppLink href="/delegations">
      {t('delegation.title')}
      {toMe > 0 && (
        <span className="desk-count">
          {number(toMe)} <VisuallyHidden>{t('delegation.state.inForce')}</VisuallyHidden>
        </span>
      )}
    </AppLink>
  );
};

import { useSession } from '@irisflow/client';
import { AppLink, Icon } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

/** For whom everything on the page is done, as long as that is somebody else. */
export const ActingBar = () => {
  const t = usePortalText();
  const acting = useSession().data?.acting ?? null;
  if (acting === null) return null;
  const isOver = acting.state === 'over';
  return (
    <output className={isOver ? 'portal-acting portal-acting--over' : 'portal-acting'}>
      <span className="portal-acting__line">
        <Icon name={isOver ? 'warning' : 'user'} />
        <span>
          {isOver ? (
            t('acting.over')
          ) : (
            <>
              {t('acting.for')} <strong>{acting.name}</strong>
            </>
          )}
        </span>
        <AppLink href="/my/mandates">{t('acting.change')}</AppLink>
      </span>
    </output>
  );
};

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
    <div className={isOver ? 'portal-acting portal-acting--over' : 'portal-acting'} role="status">
      <div className="portal-acting__line">
        <Icon name={isOver ? 'warning' : 'user'} />
        <p>
          {isOver ? (
            t('acting.over')
          ) : (
            <>
              {t('acting.for')} <strong>{acting.name}</strong>
            </>
          )}
        </p>
        <AppLink href="/my/mandates">{t('acting.change')}</AppLink>
      </div>
    </div>
  );
};

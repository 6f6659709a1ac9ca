import { AppLink, Icon, VisuallyHidden } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useViews } from './use-views.ts';

/** The views that one saved and those that are shared, below the lists of the worklist. */
export const SavedViewNav = ({ current }: { readonly current?: string }) => {
  const t = useDeskText();
  const { data } = useViews();
  return (
    <nav className="desk-views desk-views--saved" aria-label={t('views.saved')}>
      <h2 className="desk-views__title">{t('views.saved')}</h2>
      <ul>
        {data?.views.map(({ id, name, shared, isMine, owner }) => (
          <li key={id}>
            <AppLink href={`/views/${id}`} {...(id === current && { 'aria-current': 'page' as const })}>
              <span className="desk-views__name">
                {name}
                {!isMine && <span className="desk-views__owner">{owner.name}</span>}
                {isMine && shared && <span className="desk-views__owner">{t('views.shared')}</span>}
              </span>
              {data.defaultId === id && (
                <>
                  <Icon name="check" size={16} />
                  <VisuallyHidden>{t('views.isDefault')}</VisuallyHidden>
                </>
              )}
            </AppLink>
          </li>
        ))}
        <li>
          <AppLink href="/views/new" {...(current === 'new' && { 'aria-current': 'page' as const })}>
            <span className="desk-views__new">
              <Icon name="plus" size={16} />
              {t('views.new')}
            </span>
          </AppLink>
        </li>
      </ul>
    </nav>
  );
};

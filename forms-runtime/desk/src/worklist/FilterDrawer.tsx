import { useEffect, useState, type ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';

const WIDE = '(min-width: 60rem)';

/** Filters fold away where there is little room; beside the list they stay open. */
export const FilterDrawer = ({ children }: { readonly children: ReactNode }) => {
  const t = useDeskText();
  const [isWide, setWide] = useState(() => window.matchMedia(WIDE).matches);
  useEffect(() => {
    const media = window.matchMedia(WIDE);
    const change = (): void => setWide(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  if (isWide) return <>{children}</>;
  return (
    <details className="desk-drawer">
      <summary>{t('filters.show')}</summary>
      {children}
    </details>
  );
};

import { useEffect, useState, type ReactNode } from 'react';

const WIDE = '(min-width: 60rem)';

interface RailDrawerProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What stands beside the list folds away where there is little room, so that the tasks come first. */
export const RailDrawer = ({ title, children }: RailDrawerProps) => {
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
      <summary>{title}</summary>
      {children}
    </details>
  );
};

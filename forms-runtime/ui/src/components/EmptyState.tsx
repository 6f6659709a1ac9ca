import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export interface EmptyStateProps {
  readonly title: ReactNode;
  readonly icon?: IconName;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** Says that there is nothing here, why, and what one can do. */
export const EmptyState = ({ title, icon = 'search', action, children }: EmptyStateProps) => (
  <div className="iris-empty">
    <Icon name={icon} size={32} />
    <h2>{title}</h2>
    {children && <div className="iris-muted">{children}</div>}
    {action}
  </div>
);

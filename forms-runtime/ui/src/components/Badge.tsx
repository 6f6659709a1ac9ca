import { useFormatters } from '../i18n/I18nProvider.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface BadgeProps {
  readonly count: number;
  /** What is counted, for screen readers: "unread messages". */
  readonly label: string;
}

/** A small count beside a name. */
export const Badge = ({ count, label }: BadgeProps) => {
  const { number } = useFormatters();
  return (
    <span className="iris-badge">
      {number(count)} <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
};

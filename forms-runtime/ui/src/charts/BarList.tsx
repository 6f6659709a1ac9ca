import type { ReactNode } from 'react';

export interface ListedBar {
  readonly id: string;
  readonly label: ReactNode;
  readonly count: number;
  readonly text: string;
  /** How it stands out. */
  readonly tone?: 'normal' | 'warning' | 'danger';
}

/** Counts of a few things by name: the list says all of it, the bars only show it. */
export const BarList = ({ bars, label }: { readonly bars: readonly ListedBar[]; readonly label: string }) => {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className="iris-bars" aria-label={label}>
      {bars.map(({ id, label: name, count, text, tone = 'normal' }) => (
        <li key={id}>
          <span>{name}</span>
          <svg
            aria-hidden="true"
            viewBox="0 0 100 8"
            preserveAspectRatio="none"
            className={`iris-bars__bar iris-bars__bar--${tone}`}
          >
            <rect width={(count / most) * 100} height="8" />
          </svg>
          <span className="iris-bars__count">{text}</span>
        </li>
      ))}
    </ul>
  );
};

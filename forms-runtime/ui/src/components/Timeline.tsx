import type { ReactNode } from 'react';

export interface TimelineEntry {
  readonly id: string;
  readonly title: ReactNode;
  /** When, already written for people. */
  readonly at?: ReactNode;
  readonly tone?: 'normal' | 'success' | 'warning' | 'danger' | 'pending';
  readonly content?: ReactNode;
}

/** What happened, in order. */
export const Timeline = ({ entries }: { readonly entries: readonly TimelineEntry[] }) => (
  <ol className="iris-timeline">
    {entries.map(({ id, title, at, tone = 'normal', content }) => (
      <li key={id} className={`iris-timeline__entry iris-timeline__entry--${tone}`}>
        <p className="iris-timeline__title">{title}</p>
        {at && <p className="iris-timeline__at">{at}</p>}
        {content}
      </li>
    ))}
  </ol>
);

import type { ReactNode } from 'react';

export interface LineItem {
  readonly id: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
  /** A line below the value, such as its source. */
  readonly note?: ReactNode;
  /** A link or button to change the value. */
  readonly action?: ReactNode;
}

export interface SummaryListProps {
  readonly items: readonly LineItem[];
}

/** Names and values below each other, as on a receipt. */
export const SummaryList = ({ items }: SummaryListProps) => (
  <dl className="iris-summary">
    {items.map(({ id, term, value, note, action }) => (
      <div key={id} className="iris-summary__row">
        <dt>{term}</dt>
        <dd className="iris-summary__value">
          {value}
          {note && <span className="iris-summary__note">{note}</span>}
        </dd>
        {action && <dd>{action}</dd>}
      </div>
    ))}
  </dl>
);

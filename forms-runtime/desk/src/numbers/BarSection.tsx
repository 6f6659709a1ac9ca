import { BarList, type ListedBar } from '@irisflow/ui';

interface BarSectionProps {
  readonly id: string;
  readonly title: string;
  readonly bars: readonly ListedBar[];
  /** What it says when there is nothing to count. */
  readonly empty?: string;
}

/** Counts of one kind under their heading. */
export const BarSection = ({ id, title, bars, empty }: BarSectionProps) => (
  <section className="iris-stack" aria-labelledby={id}>
    <h2 id={id} className="iris-section-title">
      {title}
    </h2>
    {bars.length === 0 && empty !== undefined ? (
      <p className="iris-muted">{empty}</p>
    ) : (
      <BarList label={title} bars={bars} />
    )}
  </section>
);

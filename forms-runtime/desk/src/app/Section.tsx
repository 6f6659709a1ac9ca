import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a page under its heading, found by both. */
export const Section = ({ id, title, children }: SectionProps) => (
  <section className="iris-stack desk-section" aria-labelledby={id}>
    <h2 id={id} className="iris-section-title">
      {title}
    </h2>
    {children}
  </section>
);

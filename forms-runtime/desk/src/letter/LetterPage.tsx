import type { TaskView } from '@irisflow/client';
import type { ReactNode } from 'react';

type Head = Pick<
  NonNullable<TaskView['letter']>,
  'language' | 'subject' | 'administration' | 'recipient' | 'date' | 'reference'
>;

interface PageProps {
  readonly head: Head;
  readonly children: ReactNode;
}

/** A letter as it looks on paper, in its own language. */
export const LetterPage = ({ head, children }: PageProps) => (
  <article className="desk-letter" lang={head.language}>
    <p>
      <strong>{head.administration}</strong>
    </p>
    <p className="desk-letter__recipient">
      {head.recipient.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
    <p>
      {head.reference} · {head.date}
    </p>
    <h3>{head.subject}</h3>
    {children}
  </article>
);

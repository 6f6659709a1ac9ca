import type { StatementTexts } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { useLocalized } from '../languages/use-localized.ts';
import { AssessmentSection } from './AssessmentSection.tsx';
import { useStatementText } from './statement-texts.ts';

export interface StatementBodyProps {
  readonly texts: StatementTexts;
}

const parts = ['limits', 'contact', 'enforcement'] as const;

/** A statement on accessibility as everybody reads it, in the language in force. */
export const StatementBody = ({ texts }: StatementBodyProps) => {
  const t = useStatementText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  return (
    <div className="iris-stack iris-stack--loose">
      <AssessmentSection />
      {parts.map((part) => (
        <section key={part} className="iris-prose">
          <h2>{t(part)}</h2>
          <p className="iris-lines">{read(texts[part])}</p>
        </section>
      ))}
      <p className="iris-muted">{t('reviewed', { date: longDate(texts.reviewedOn) })}</p>
    </div>
  );
};

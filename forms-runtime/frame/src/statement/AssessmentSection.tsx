import { Notice, SummaryList, useFormatters } from '@irisflow/ui';
import written from './assessment.json';
import { useStatementText } from './statement-texts.ts';

/** What a whole run of the journeys found. */
export interface Assessment {
  /** The day of the run, `2026-11-28`. */
  readonly on: string;
  /** `WCAG 2.2 AA`. */
  readonly standard: string;
  /** How many screens the tool went over. */
  readonly screens: number;
  readonly findings: number;
}

interface AssessmentProps {
  /** The one that came with this version; null where no run wrote any. */
  readonly assessment?: Assessment | null;
}

const Found = ({ on, standard, screens, findings }: Assessment) => {
  const t = useStatementText();
  const { longDate, number } = useFormatters();
  return (
    <>
      <SummaryList
        items={[
          { id: 'standard', term: t('assessment.standard'), value: standard },
          { id: 'on', term: t('assessment.on'), value: longDate(on) },
          { id: 'screens', term: t('assessment.screens'), value: number(screens) },
          { id: 'findings', term: t('assessment.findings'), value: number(findings) },
        ]}
      />
      <p>{t('assessment.note')}</p>
    </>
  );
};

/** How far the pages conform, as the last whole run of the tests found. */
export const AssessmentSection = ({ assessment = written }: AssessmentProps) => {
  const t = useStatementText();
  return (
    <section className="iris-prose">
      <h2>{t('assessment')}</h2>
      {assessment === null ? (
        <Notice title={t('assessment.none')}>{t('assessment.none.text')}</Notice>
      ) : (
        <Found {...assessment} />
      )}
    </section>
  );
};

import { Page } from '@irisflow/frame';
import { AssessmentSection } from '@irisflow/frame/statement';
import { useProcedures } from '../catalog/procedures.ts';
import { useAboutText } from './about-texts.ts';
import { StatementLink } from './StatementLink.tsx';

const parts = ['limits', 'contact'] as const;

/** Those that have something to apply for; nobody else has pages here. */
const useOffices = () => {
  const { data: procedures = [] } = useProcedures();
  const offices = new Map(procedures.map(({ administration }) => [administration.key, administration]));
  return [...offices.values()].toSorted((one, other) => one.key.localeCompare(other.key));
};

const Offices = () => {
  const t = useAboutText();
  const offices = useOffices();
  if (offices.length === 0) return null;
  return (
    <section className="iris-prose">
      <h2>{t('offices')}</h2>
      <p>{t('offices.text')}</p>
      {offices.map((office) => (
        <StatementLink key={office.key} administration={office} />
      ))}
    </section>
  );
};

/** How accessible the portal is, where it is not, and whom to tell. */
export const AccessibilityPage = () => {
  const t = useAboutText();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="iris-stack iris-stack--loose">
        <section className="iris-prose">
          <h2>{t('level')}</h2>
          <p>{t('level.text')}</p>
        </section>
        <AssessmentSection />
        {parts.map((part) => (
          <section key={part} className="iris-prose">
            <h2>{t(part)}</h2>
            <p>{t(`${part}.text`)}</p>
          </section>
        ))}
        <Offices />
      </div>
    </Page>
  );
};

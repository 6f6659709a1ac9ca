import type { CaseView } from '@irisflow/client';
import { Consultations } from '../my-data/Consultations.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';

/** Which sources were asked about the applicant for this case. */
export const CaseConsultations = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  return (
    <section className="portal-section" aria-labelledby="consultations">
      <h2 id="consultations">{t('case.consultations')}</h2>
      {view.consultations.length === 0 ? (
        <p className="iris-muted">{t('case.consultations.empty')}</p>
      ) : (
        <Consultations consultations={view.consultations} here={view.id} />
      )}
    </section>
  );
};

import { answer, platform } from '@irisflow/client';
import { Answered, Page } from '@irisflow/frame';
import { EmptyState, Notice } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { usePortalText } from '../texts/portal-texts.ts';
import { AccessSections } from './AccessSections.tsx';
import { Consultations } from './Consultations.tsx';
import { useMyAccesses } from './use-accesses.ts';

const useMyConsultations = () =>
  useQuery({ queryKey: ['my', 'consultations'], queryFn: () => answer(platform.GET('/api/my/consultations')) });

const SourceSection = () => {
  const t = usePortalText();
  return (
    <Answered query={useMyConsultations()}>
      {(all) => (
        <section className="portal-section" aria-labelledby="consultations">
          <h2 id="consultations">{all.length === 0 ? t('data.sources') : t.plural('data.count', all.length)}</h2>
          {all.length === 0 ? (
            <EmptyState title={t('data.empty')}>{t('data.empty.text')}</EmptyState>
          ) : (
            <Consultations consultations={all} />
          )}
        </section>
      )}
    </Answered>
  );
};

/** Everybody who looked at my data or changed it, across all my cases: sources that were asked, offices that opened a file. */
export const MyDataPage = () => {
  const t = usePortalText();
  const accesses = useMyAccesses();
  return (
    <Page title={t('data.title')} lead={t('data.lead')}>
      <div className="iris-stack iris-stack--loose">
        <SourceSection />
        <Answered query={accesses}>{(all) => <AccessSections accesses={all} />}</Answered>
        <Notice>{t('data.wrong')}</Notice>
      </div>
    </Page>
  );
};

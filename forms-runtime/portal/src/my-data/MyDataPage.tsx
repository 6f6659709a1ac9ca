import { answer, platform } from '@irisflow/client';
import { Answered, Page } from '@irisflow/frame';
import { EmptyState, Notice } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { usePortalText } from '../texts/portal-texts.ts';
import { Consultations } from './Consultations.tsx';

const useMyConsultations = () =>
  useQuery({ queryKey: ['my', 'consultations'], queryFn: () => answer(platform.GET('/api/my/consultations')) });

/** Every consultation of my data, across all my cases. */
export const MyDataPage = () => {
  const t = usePortalText();
  const consultations = useMyConsultations();
  return (
    <Page title={t('data.title')} lead={t('data.lead')}>
      <Answered query={consultations}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('data.empty')}>{t('data.empty.text')}</EmptyState>
          ) : (
            <div className="iris-stack iris-stack--loose">
              <section className="portal-section" aria-labelledby="consultations">
                <h2 id="consultations">{t.plural('data.count', all.length)}</h2>
                <Consultations consultations={all} />
              </section>
              <Notice>{t('data.wrong')}</Notice>
            </div>
          )
        }
      </Answered>
    </Page>
  );
};

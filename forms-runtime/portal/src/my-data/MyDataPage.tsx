import { answer, platform } from '@irisflow/client';
import { Answered, Page } from '@irisflow/frame';
import { EmptyState, Icon, Notice, useLocale } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { usePersonalText } from '../texts/personal-texts.ts';
import { AccessSections } from './AccessSections.tsx';
import { Consultations } from './Consultations.tsx';
import { useMyAccesses } from './use-accesses.ts';

const useMyConsultations = () =>
  useQuery({ queryKey: ['my', 'consultations'], queryFn: () => answer(platform.GET('/api/my/consultations')) });

const SourceSection = ({ consultations: all }: ComponentProps<typeof Consultations>) => {
  const t = usePersonalText();
  return (
    <section className="portal-section" aria-labelledby="consultations">
      <h2 id="consultations">{all.length === 0 ? t('data.sources') : t.plural('data.count', all.length)}</h2>
      {all.length === 0 ? (
        <EmptyState title={t('data.empty')}>{t('data.empty.text')}</EmptyState>
      ) : (
        <Consultations consultations={all} />
      )}
    </section>
  );
};

/** The way to all of it at once; a plain link, for the browser saves what comes. */
const ExportSection = () => {
  const t = usePersonalText();
  const language = useLocale();
  return (
    <section className="portal-section" aria-labelledby="export">
      <h2 id="export">{t('data.export')}</h2>
      <p className="iris-prose">{t('data.export.text')}</p>
      <div>
        <a className="iris-button iris-button--secondary" href={`/api/my/export?language=${language}`} download>
          <Icon name="download" />
          {t('data.export.go')}
        </a>
      </div>
    </section>
  );
};

/** Everybody who looked at my data or changed it, across all my cases: sources that were asked, offices that opened a file. */
export const MyDataPage = () => {
  const t = usePersonalText();
  const consultations = useMyConsultations();
  const accesses = useMyAccesses();
  // Together, for the one that came later would push away what is being read.
  return (
    <Page title={t('data.title')} lead={t('data.lead')}>
      <Answered query={consultations}>
        {(asked) => (
          <Answered query={accesses}>
            {(seen) => (
              <div className="iris-stack iris-stack--loose">
                <SourceSection consultations={asked} />
                <AccessSections accesses={seen} />
                <Notice>{t('data.wrong')}</Notice>
                <ExportSection />
              </div>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
};

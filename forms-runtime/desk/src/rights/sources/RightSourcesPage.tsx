import type { RightSourceView } from '@irisflow/client';
import { Answered, Page, usePerson } from '@irisflow/frame';
import { EmptyState } from '@irisflow/ui';
import { PagedList } from '../../app/PagedList.tsx';
import { Section } from '../../app/Section.tsx';
import { isClerk } from '../../session/clerk.ts';
import { RequireOffice } from '../../session/RequireClerk.tsx';
import { useDeskText } from '../../texts/desk-texts.ts';
import { QuestionTable } from './QuestionTable.tsx';
import { OtherSourceTable, OwnSourceTable } from './SourceTables.tsx';
import { useRightSourceText } from './right-source-texts.ts';
import { useRightQuestions, useRightSources } from './use-right-sources.ts';

const Offered = ({ sources }: { readonly sources: readonly RightSourceView[] }) => {
  const t = useRightSourceText();
  const own = sources.filter(({ isOwn }) => isOwn);
  const others = sources.filter(({ isOwn }) => !isOwn);
  return (
    <>
      <Section id="own-sources" title={t('own')}>
        {own.length === 0 ? (
          <EmptyState title={t('own.empty')}>{t('own.empty.text')}</EmptyState>
        ) : (
          <OwnSourceTable sources={own} />
        )}
      </Section>
      <Section id="other-sources" title={t('others')}>
        {others.length === 0 ? (
          <p className="iris-muted">{t('others.empty')}</p>
        ) : (
          <OtherSourceTable sources={others} />
        )}
      </Section>
    </>
  );
};

/** Whoever administers without handling cases comes from the authorizations. */
const useCrumbs = () => {
  const desk = useDeskText();
  return isClerk(usePerson())
    ? [{ href: '/rights', label: desk('rights.title') }]
    : [{ href: '/administration/authorizations', label: desk('authorizations') }];
};

const Lists = () => {
  const t = useRightSourceText();
  return (
    <div className="iris-stack iris-stack--loose">
      <Answered query={useRightSources()}>{(sources) => <Offered sources={sources} />}</Answered>
      <Section id="right-questions" title={t('asked')}>
        <PagedList query={useRightQuestions({})} empty={<p className="iris-muted">{t('asked.empty')}</p>}>
          {(questions) => <QuestionTable questions={questions} />}
        </PagedList>
      </Section>
    </div>
  );
};

const Whole = () => {
  const t = useRightSourceText();
  return (
    <Page title={t('title')} lead={t('lead')} crumbs={useCrumbs()}>
      <Lists />
    </Page>
  );
};

/** Rights that administrations ask of each other: what is offered, what may be asked, and who asked. */
export const RightSourcesPage = () => (
  <RequireOffice>
    <Whole />
  </RequireOffice>
);

import { Answered, COMING, Page, useLocalized } from '@irisflow/frame';
import { AssessmentSection, StatementBody, useStatement } from '@irisflow/frame/statement';
import { AppLink, Notice } from '@irisflow/ui';
import { ReportForm } from './ReportForm.tsx';
import { useAboutText } from './about-texts.ts';

/** Nothing written is said, and what was found of the pages is not kept back for it. */
const Unwritten = () => {
  const t = useAboutText();
  return (
    <div className="iris-stack iris-stack--loose">
      <Notice title={t('none')}>
        {t('none.text')} <AppLink href="/accessibility">{t('platform')}</AppLink>
      </Notice>
      <AssessmentSection />
    </div>
  );
};

/** What one administration says of how accessible its pages are; whoever reads it need not sign in. */
export const StatementPage = ({ administration }: { readonly administration: string }) => {
  const t = useAboutText();
  const read = useLocalized();
  const statement = useStatement(administration);
  const { data } = statement;
  return (
    <Page
      title={t('title')}
      eyebrow={data === undefined ? COMING : read(data.administration.name)}
      crumbs={[{ href: '/accessibility', label: t('platform') }]}
    >
      <Answered query={statement}>
        {({ texts, administration: office }) => (
          <div className="iris-stack iris-stack--loose">
            {texts === null ? <Unwritten /> : <StatementBody texts={texts} />}
            <ReportForm administration={office} />
          </div>
        )}
      </Answered>
    </Page>
  );
};

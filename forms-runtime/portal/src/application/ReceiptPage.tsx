import type { CaseView } from '@irisflow/client';
import { COMING, Answered, Page, useLocalized } from '@irisflow/frame';
import { Button, LinkButton, useFormatters } from '@irisflow/ui';
import { CaseFeedback } from '../feedback/CaseFeedback.tsx';
import { AskReach } from '../reach/AskReach.tsx';
import { useCase } from '../cases/use-case.ts';
import { usePersonalText } from '../texts/personal-texts.ts';

const Receipt = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const { dateTime, longDate } = useFormatters();
  const { term } = view;
  return (
    <div className="iris-stack iris-stack--loose">
      <div className="portal-receipt">
        <p>{t('receipt.reference')}</p>
        <p className="portal-receipt__reference">{view.reference}</p>
        <p>{t('receipt.at', { at: dateTime(view.submittedAt) })}</p>
      </div>
      <p className="iris-prose">{t('receipt.keep')}</p>
      <section className="portal-section" aria-labelledby="next">
        <h2 id="next">{t('receipt.next')}</h2>
        <ol className="portal-steps">
          <li>{term === null ? t('receipt.next.noTerm') : t('receipt.next.term', { date: longDate(term.dueOn) })}</li>
          <li>{t('receipt.next.ask')}</li>
          <li>{t('receipt.next.follow')}</li>
        </ol>
      </section>
      <AskReach />
      <div className="iris-row">
        <LinkButton href={`/my/cases/${view.id}`} trailingIcon="arrowRight">
          {t('receipt.toCase')}
        </LinkButton>
        <Button tone="secondary" onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
      </div>
      <CaseFeedback caseId={view.id} />
    </div>
  );
};

/** Proof that an application arrived, to keep or to print. */
export const ReceiptPage = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const found = useCase(caseId);
  return (
    <Page title={t('receipt.title')} eyebrow={found.data === undefined ? COMING : read(found.data.title)}>
      <Answered query={found}>{(view) => <Receipt view={view} />}</Answered>
    </Page>
  );
};

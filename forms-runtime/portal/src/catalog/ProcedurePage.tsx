import type { ProcedureView } from '@irisflow/client';
import { COMING, Answered, Branded, Page, useLocalized } from '@irisflow/frame';
import { Icon, LinkButton, SummaryList } from '@irisflow/ui';
import { Suspense, type ReactNode } from 'react';
import { ComeToCounter, StatementLink } from '../app/pages.ts';
import { usePortalText } from '../texts/portal-texts.ts';
import { ProcedureContact, ProcedureCounter } from './ProcedureContact.tsx';
import { ProcedureFacts } from './ProcedureFacts.tsx';
import { RetirementNotice } from './RetirementNotice.tsx';
import { useProcedure } from './procedures.ts';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

const Section = ({ id, title, lead, children }: SectionProps) => (
  <section className="portal-section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead !== undefined && <p className="iris-muted iris-prose">{lead}</p>}
    {children}
  </section>
);

const Conditions = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const t = usePortalText();
  const read = useLocalized();
  if (procedure.conditions.length === 0) return null;
  return (
    <Section id="conditions" title={t('procedure.conditions')}>
      <ul className="portal-checks">
        {procedure.conditions.map((condition) => (
          <li key={condition.fr}>
            <Icon name="check" /> <span>{read(condition)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Documents = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const t = usePortalText();
  const read = useLocalized();
  return (
    <Section id="documents" title={t('procedure.documents')}>
      {procedure.documents.length === 0 && <p>{t('procedure.documents.none')}</p>}
      <ul className="portal-checks">
        {procedure.documents.map((document) => (
          <li key={document.fr}>
            <Icon name="file" /> <span>{read(document)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Steps = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const t = usePortalText();
  const read = useLocalized();
  return (
    <Section id="steps" title={t('procedure.steps')}>
      <ol className="portal-steps">
        {procedure.steps.map((step) => (
          <li key={step.fr}>{read(step)}</li>
        ))}
      </ol>
    </Section>
  );
};

const Sources = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const t = usePortalText();
  const read = useLocalized();
  if (procedure.sources.length === 0) return null;
  const items = procedure.sources.map(({ key, name, what }) => ({ id: key, term: read(name), value: read(what) }));
  return (
    <Section id="sources" title={t('procedure.sources')} lead={t('procedure.sources.lead')}>
      <SummaryList items={items} />
    </Section>
  );
};

const LegalBasis = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const t = usePortalText();
  const read = useLocalized();
  if (procedure.legalBasis.length === 0) return null;
  return (
    <Section id="law" title={t('procedure.law')}>
      <ul className="portal-law">
        {procedure.legalBasis.map(({ title, url }) => (
          <li key={title.fr}>{url === null ? read(title) : <a href={url}>{read(title)}</a>}</li>
        ))}
      </ul>
    </Section>
  );
};

const Contact = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const t = usePortalText();
  const { contact, counter } = procedure;
  return (
    <>
      <Section id="contact" title={t('procedure.contact')}>
        <ProcedureContact contact={contact} />
        <Suspense fallback={null}>
          <ComeToCounter procedureKey={procedure.key} />
          <StatementLink administration={procedure.administration} />
        </Suspense>
      </Section>
      {counter !== null && (
        <Section id="counter" title={t('procedure.counter')}>
          <ProcedureCounter counter={counter} />
        </Section>
      )}
    </>
  );
};

const Check = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const t = usePortalText();
  if (!procedure.hasEligibilityCheck || procedure.retirement?.isClosed === true) return null;
  return (
    <section className="portal-try" aria-labelledby="check">
      <h2 id="check">{t('procedure.check')}</h2>
      <p>{t('procedure.check.text')}</p>
      <LinkButton href={`/procedures/${procedure.key}/eligibility`} tone="secondary" trailingIcon="arrowRight">
        {t('procedure.check.go')}
      </LinkButton>
    </section>
  );
};

const Body = ({ procedure }: { readonly procedure: ProcedureView }) => (
  <div className="portal-columns">
    <div className="portal-columns__main">
      <Check procedure={procedure} />
      <Conditions procedure={procedure} />
      <Documents procedure={procedure} />
      <Steps procedure={procedure} />
      <Sources procedure={procedure} />
      <LegalBasis procedure={procedure} />
      <Contact procedure={procedure} />
    </div>
    <ProcedureFacts procedure={procedure} />
  </div>
);

/** What one procedure gives and asks, before one begins. */
export const ProcedurePage = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = usePortalText();
  const read = useLocalized();
  const procedure = useProcedure(procedureKey);
  const { data } = procedure;
  return (
    <Branded look={data?.look}>
      <Page
        title={data === undefined ? t('nav.procedures') : read(data.title)}
        // With a look of its own, its name stands above.
        eyebrow={data === undefined ? COMING : data.look === undefined && read(data.administration.name)}
        lead={data && read(data.summary)}
        crumbs={[{ href: '/', label: t('nav.procedures') }]}
      >
        <Answered query={procedure}>
          {(view) => (
            <div className="iris-stack">
              {view.retirement !== undefined && <RetirementNotice retirement={view.retirement} />}
              <Body procedure={view} />
            </div>
          )}
        </Answered>
      </Page>
    </Branded>
  );
};

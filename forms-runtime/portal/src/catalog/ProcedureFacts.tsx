import { useSession, type ProcedureView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, LinkButton, useFormatters } from '@irisflow/ui';
import { useMyDrafts } from '../cases/my-cases.ts';
import { usePortalText } from '../texts/portal-texts.ts';

const useCost = ({ cost }: ProcedureView): string | null => {
  const t = usePortalText();
  const read = useLocalized();
  const { money } = useFormatters();
  if (cost === null) return null;
  const amount = cost.amount === 0 ? t('procedure.fact.free') : cost.amount !== null && money(cost.amount);
  return [amount, cost.note !== null && read(cost.note)].filter((part) => part !== false).join(' · ');
};

const useFacts = (procedure: ProcedureView) => {
  const { minutes, decisionDays, audience, administration, documents } = procedure;
  const t = usePortalText();
  const read = useLocalized();
  const decision =
    decisionDays === null
      ? []
      : [{ term: t('procedure.fact.decision'), value: t.plural('procedure.fact.days', decisionDays) }];
  const cost = useCost(procedure);
  return [
    { term: t('procedure.fact.time'), value: t.plural('procedure.minutes', minutes) },
    {
      term: t('procedure.fact.documents'),
      value:
        documents.length === 0
          ? t('procedure.fact.documents.none')
          : t.plural('procedure.fact.documents', documents.length),
    },
    ...(cost === null ? [] : [{ term: t('procedure.fact.cost'), value: cost }]),
    ...decision,
    { term: t('procedure.fact.for'), value: audience.map((one) => t(`audience.${one}`)).join(', ') },
    { term: t('procedure.fact.administration'), value: read(administration.name) },
  ];
};

/** The few numbers that matter, and the way in. */
export const ProcedureFacts = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const t = usePortalText();
  const { data: session } = useSession();
  const { data: drafts = [] } = useMyDrafts();
  const facts = useFacts(procedure);
  const draft = drafts.find(({ procedureKey }) => procedureKey === procedure.key);
  const href = draft === undefined ? `/procedures/${procedure.key}/application` : `/applications/${draft.id}`;
  // What one began is there to read and, until its last day, to send.
  const canGoIn = draft !== undefined || procedure.retirement?.isClosed !== true;
  return (
    <aside className="portal-facts" aria-labelledby="facts">
      <h2 id="facts" className="portal-facts__title">
        {t('procedure.facts')}
      </h2>
      <dl>
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {canGoIn && (
        <>
          <LinkButton href={href} trailingIcon="arrowRight">
            {t(draft === undefined ? 'procedure.start' : 'procedure.resume')}
          </LinkButton>
          <p className="iris-muted portal-facts__note">
            {session?.person === null && <>{t('procedure.start.signIn')} </>}
            {t('procedure.start.note')}
          </p>
        </>
      )}
      {procedure.hasMailLink && session?.person === null && (
        <p>
          <AppLink href={`/procedures/${procedure.key}/link`}>{t('link.way')}</AppLink>
        </p>
      )}
    </aside>
  );
};

import type { RightSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, EmptyState, LinkButton, useFormatters } from '@irisflow/ui';
import { useRightText } from './right-texts.ts';
import { StandingTag } from './StandingTag.tsx';
import { useMyRights } from './use-rights.ts';

const Row = ({ right }: { readonly right: RightSummary }) => {
  const t = useRightText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  const { id, number, kind, validFrom, validTo, standing } = right;
  return (
    <li className="portal-row">
      <div className="portal-row__text">
        <h2 className="portal-row__title">
          <AppLink href={`/my/rights/${id}`}>{read(kind)}</AppLink>
        </h2>
        <p>{number}</p>
        <p className="iris-muted">
          {validTo === null
            ? t('validity.open', { from: longDate(validFrom) })
            : t('validity.days', { from: longDate(validFrom), to: longDate(validTo) })}
        </p>
      </div>
      <StandingTag standing={standing} />
    </li>
  );
};

/** What decisions left me: allowances, certificates, authorizations. */
export const MyRightsPage = () => {
  const t = useRightText();
  return (
    <Page title={t('mine')} lead={t('mine.lead')}>
      <Answered query={useMyRights()}>
        {(rights) =>
          rights.length === 0 ? (
            <EmptyState title={t('mine.none')} action={<LinkButton href="/my/cases">{t('mine.cases')}</LinkButton>}>
              {t('mine.none.text')}
            </EmptyState>
          ) : (
            <ul className="portal-rows">
              {rights.map((right) => (
                <Row key={right.id} right={right} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
};

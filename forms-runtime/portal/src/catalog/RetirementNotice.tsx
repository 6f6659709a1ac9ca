import type { ProcedureSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, Notice, useFormatters } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

type Retirement = NonNullable<ProcedureSummary['retirement']>;

interface RetirementProps {
  readonly retirement: Retirement;
}

/** Where one goes instead. */
export const Replacement = ({ retirement: { replacement } }: RetirementProps) => {
  const t = usePortalText();
  const read = useLocalized();
  if (replacement === null) return null;
  return (
    <p>
      {t('ended.instead')}{' '}
      {replacement.kind === 'procedure' ? (
        <AppLink href={`/procedures/${replacement.key}`}>{read(replacement.title)}</AppLink>
      ) : (
        <a href={replacement.url}>{replacement.url}</a>
      )}
    </p>
  );
};

const Contact = ({ retirement: { contact } }: RetirementProps) => {
  const t = usePortalText();
  const { email, phone } = contact;
  if (email === null && phone === null) return null;
  return (
    <p>
      {t('ended.questions')} {email !== null && <a href={`mailto:${email}`}>{email}</a>}
      {email !== null && phone !== null && ' · '}
      {phone !== null && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
    </p>
  );
};

/** Since when or from when nobody begins a procedure, until when what was begun is sent, and what takes its place. */
export const RetirementNotice = ({ retirement }: RetirementProps) => {
  const t = usePortalText();
  const { date } = useFormatters();
  const { closesOn, draftsUntil, isClosed, isOver } = retirement;
  return (
    <Notice tone="warning" title={t(isClosed ? 'ended.since' : 'ended.from', { day: date(closesOn) })}>
      <p>{t(isClosed ? 'ended.none' : 'ended.noneThen')}</p>
      <p>{t(isOver ? 'ended.over' : 'ended.begun', { day: date(draftsUntil) })}</p>
      <p>{t('ended.goesOn')}</p>
      <Replacement retirement={retirement} />
      <Contact retirement={retirement} />
    </Notice>
  );
};

import type { ProcedureSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, Icon, StatusTag, useFormatters } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';
import { Replacement } from './RetirementNotice.tsx';

/** Since when or from when nobody begins it, and what takes its place. */
const Ended = ({ retirement }: { readonly retirement: NonNullable<ProcedureSummary['retirement']> }) => {
  const t = usePortalText();
  const { date } = useFormatters();
  const { isClosed, closesOn } = retirement;
  return (
    <>
      <StatusTag tone="warning">{t(isClosed ? 'ended.since' : 'ended.from', { day: date(closesOn) })}</StatusTag>
      <Replacement retirement={retirement} />
    </>
  );
};

/** One procedure in the catalog. */
export const ProcedureEntry = ({ procedure }: { readonly procedure: ProcedureSummary }) => {
  const t = usePortalText();
  const read = useLocalized();
  const { key, title, summary, administration, minutes, audience, retirement } = procedure;
  return (
    <article className="portal-entry">
      <p className="portal-entry__eyebrow">{read(administration.name)}</p>
      <h3 className="portal-entry__title">
        <AppLink href={`/procedures/${key}`}>{read(title)}</AppLink>
      </h3>
      <p className="portal-entry__text">{read(summary)}</p>
      <p className="portal-entry__facts">
        <span>
          <Icon name="clock" size={18} /> {t.plural('procedure.minutes', minutes)}
        </span>
        <span>{audience.map((one) => t(`audience.${one}`)).join(', ')}</span>
      </p>
      {retirement !== undefined && <Ended retirement={retirement} />}
    </article>
  );
};

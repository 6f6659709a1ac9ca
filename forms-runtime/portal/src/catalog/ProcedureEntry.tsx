import type { ProcedureSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, Icon } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

/** One procedure in the catalog. */
export const ProcedureEntry = ({ procedure }: { readonly procedure: ProcedureSummary }) => {
  const t = usePortalText();
  const read = useLocalized();
  const { key, title, summary, administration, minutes, audience } = procedure;
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
    </article>
  );
};

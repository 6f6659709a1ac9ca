import type { DraftSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, StatusTag, useFormatters } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

/** One draft in a list. */
export const DraftRow = ({ draft }: { readonly draft: DraftSummary }) => {
  const t = usePortalText();
  const read = useLocalized();
  const { date, dateTime } = useFormatters();
  const { retirement } = draft;
  return (
    <li className="portal-row">
      <div>
        <h3 className="portal-row__title">
          <AppLink href={`/applications/${draft.id}`}>{read(draft.title)}</AppLink>
        </h3>
        <p className="portal-row__meta">
          <span>{t('cases.draft.saved', { at: dateTime(draft.savedAt) })}</span>
          <span>{t('cases.draft.kept', { day: date(draft.keptUntil) })}</span>
          {retirement !== undefined && (
            <strong>
              {t(retirement.isOver ? 'ended.over' : 'ended.sendBy', { day: date(retirement.draftsUntil) })}
            </strong>
          )}
        </p>
      </div>
      <StatusTag>{t('cases.draft')}</StatusTag>
    </li>
  );
};

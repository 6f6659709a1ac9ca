import { useUiText } from '../i18n/ui-messages.ts';

export interface PaginationProps {
  /** Current page, from 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly onSelect: (page: number) => void;
}

/** Pages around the current one, with the first and the last always in reach. */
const around = (page: number, pageCount: number): readonly number[] => {
  const near = [1, page - 1, page, page + 1, pageCount];
  return [...new Set(near)].filter((candidate) => candidate >= 1 && candidate <= pageCount).sort((a, b) => a - b);
};

/** Moves through pages of results; shows nothing when there is only one. */
export const Pagination = ({ page, pageCount, onSelect }: PaginationProps) => {
  const t = useUiText();
  if (pageCount <= 1) return null;
  return (
    <nav aria-label={t('pages.label')}>
      <ul className="iris-pages">
        <li>
          <button type="button" disabled={page <= 1} onClick={() => onSelect(page - 1)}>
            {t('pages.previous')}
          </button>
        </li>
        {around(page, pageCount).map((candidate, index, all) => (
          <li key={candidate}>
            {index > 0 && candidate - (all[index - 1] ?? 0) > 1 && <span aria-hidden="true">… </span>}
            <button
              type="button"
              aria-label={t('pages.page', { n: candidate })}
              aria-current={candidate === page ? 'page' : undefined}
              onClick={() => onSelect(candidate)}
            >
              {candidate}
            </button>
          </li>
        ))}
        <li>
          <button type="button" disabled={page >= pageCount} onClick={() => onSelect(page + 1)}>
            {t('pages.next')}
          </button>
        </li>
      </ul>
    </nav>
  );
};

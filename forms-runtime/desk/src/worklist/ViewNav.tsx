import { AppLink, useFormatters } from '@irisflow/ui';
import { useEffect, useRef } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { useTaskCounters } from './use-task-counters.ts';
import { listAddress, worklistViews, type WorklistFilters } from './worklist-filters.ts';

export interface ViewNavProps {
  /** What the page narrows down by; undefined on pages that show none of these lists. */
  readonly filters?: WorklistFilters;
}

/** The views of the worklist with how many tasks wait in each. */
export const ViewNav = ({ filters }: ViewNavProps) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const { data: counters } = useTaskCounters();
  const list = useRef<HTMLElement>(null);
  // On a phone the views are a strip; the one in force must not hide behind its edge.
  const current = filters?.view;
  useEffect(() => {
    const link = list.current?.querySelector(`.desk-views__view--${current}`);
    link?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav ref={list} className="desk-views" aria-label={t('views')}>
      <ul>
        {worklistViews.map((view) => {
          const count = view === 'done' ? undefined : counters?.[view];
          return (
            <li key={view} className={`desk-views__view desk-views__view--${view}`}>
              <AppLink
                href={listAddress({ sort: 'due', ...filters, view })}
                {...(view === current && { 'aria-current': 'page' as const })}
              >
                {t(`view.${view}`)}
                {count !== undefined && <span className="desk-views__count">{number(count)}</span>}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};

import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useEffect, useRef, useState } from 'react';
import { usePersonalText } from '../texts/personal-texts.ts';

const newestFirst = (view: CaseView) => view.timeline.toSorted((a, b) => b.at.localeCompare(a.at));

/** A sentence about what is new since the page was opened; empty until something is. */
export const useNews = (view: CaseView): string => {
  const t = usePersonalText();
  const read = useLocalized();
  const seen = useRef<ReadonlySet<string>>(undefined);
  const [news, setNews] = useState('');
  useEffect(() => {
    const known = seen.current;
    seen.current = new Set(view.timeline.map(({ id }) => id));
    if (known === undefined) return;
    const texts = newestFirst(view)
      .filter(({ id }) => !known.has(id))
      .map(({ text }) => read(text));
    if (texts.length > 0) setNews(t('case.new', { text: texts.join(' ') }));
  }, [view, read, t]);
  return news;
};

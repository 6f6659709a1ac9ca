import { answer, platform, type FeedbackNumbers } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { BarList, LineChart, Notice, useFormatters } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMonthNames } from './MonthCharts.tsx';
import type { NumbersFilters } from './use-numbers.ts';

const scores = ['1', '2', '3', '4', '5'] as const;

const Scores = ({ found }: { readonly found: FeedbackNumbers }) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const counts = found.scores ?? [];
  return (
    <BarList
      label={t('feedback.scores')}
      bars={scores.map((score, index) => ({
        id: score,
        label: t(`feedback.score.${score}`),
        count: counts[index] ?? 0,
        text: number(counts[index] ?? 0),
      }))}
    />
  );
};

const OverTime = ({ found }: { readonly found: FeedbackNumbers }) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const name = useMonthNames();
  return (
    <LineChart
      title={t('feedback.time')}
      description={t('feedback.time.text', { least: found.least })}
      pointName={t('numbers.month')}
      format={number}
      most={scores.length}
      series={[{ id: 'average', label: t('feedback.average') }]}
      points={found.months.map(({ month, average }) => ({
        id: month,
        label: name.long(month),
        short: name.short(month),
        values: [average],
      }))}
    />
  );
};

const Comments = ({ found }: { readonly found: FeedbackNumbers }) => {
  const t = useDeskText();
  const name = useMonthNames();
  if (found.comments.length === 0) return <p className="iris-muted">{t('feedback.comments.none')}</p>;
  return (
    <ul className="iris-stack iris-stack--tight">
      {found.comments.map(({ month, score, text }) => (
        <li key={`${month} ${score} ${text}`}>
          <p className="iris-prose">{text}</p>
          <p className="iris-muted">{`${name.long(month)} · ${t('feedback.outOf', { score })}`}</p>
        </li>
      ))}
    </ul>
  );
};

const Found = ({ found }: { readonly found: FeedbackNumbers }) => {
  const t = useDeskText();
  const { number } = useFormatters();
  if (found.scores === null) return <p>{t('feedback.few', { count: found.total, least: found.least })}</p>;
  return (
    <>
      <p>{t('feedback.total', { count: number(found.total), average: number(found.average ?? 0) })}</p>
      <Scores found={found} />
      <OverTime found={found} />
      <h3>{t('feedback.comments')}</h3>
      <Comments found={found} />
    </>
  );
};

/** How applicants found it, in numbers and words of nobody. */
export const Feedback = ({ filters }: { readonly filters: NumbersFilters }) => {
  const t = useDeskText();
  const query = useQuery({
    queryKey: ['feedback', filters],
    queryFn: () => answer(platform.GET('/api/feedback', { params: { query: filters } })),
  });
  return (
    <section className="iris-stack" aria-labelledby="feedback">
      <h2 id="feedback" className="iris-section-title">
        {t('feedback.title')}
      </h2>
      <Notice tone="info">{t('feedback.nobody')}</Notice>
      <Answered query={query}>{(found) => <Found found={found} />}</Answered>
    </section>
  );
};

import type { Numbers } from '@irisflow/client';
import { useFormatters, type ListedBar } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { BarSection } from './BarSection.tsx';

const tones = {
  overdue: 'danger',
  week: 'warning',
  month: 'normal',
  later: 'normal',
  still: 'normal',
  none: 'normal',
} as const satisfies Record<Numbers['risks'][number]['risk'], ListedBar['tone']>;

/** Open cases by age, and by when their term ends. */
export const OpenCases = ({ numbers }: { readonly numbers: Pick<Numbers, 'backlog' | 'risks'> }) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const ages = numbers.backlog.map(({ band, count }) => ({
    id: band,
    label: t(`age.${band}`),
    count,
    text: number(count),
  }));
  const risks = numbers.risks.map(({ risk, count }) => ({
    id: risk,
    label: t(`risk.${risk}`),
    count,
    text: number(count),
    tone: tones[risk],
  }));
  return (
    <div className="desk-board">
      <BarSection id="backlog" title={t('board.backlog')} bars={ages} />
      <BarSection id="risks" title={t('board.risks')} bars={risks} />
    </div>
  );
};

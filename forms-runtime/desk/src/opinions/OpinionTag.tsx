import type { OpinionView } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

type Standing = Pick<OpinionView, 'state' | 'outcome'>;

const outcomeTones = {
  favorable: 'success',
  conditional: 'warning',
  unfavorable: 'danger',
  abstained: 'neutral',
} as const satisfies Record<NonNullable<OpinionView['outcome']>, TagTone>;

/** How an opinion stands: what was said, or that nothing was. */
export const OpinionTag = ({ opinion: { state, outcome } }: { readonly opinion: Standing }) => {
  const t = useDeskText();
  if (outcome !== null)
    return (
      <StatusTag tone={outcomeTones[outcome]}>
        {t(`opinion.outcome.${outcome}`)}
        {state === 'expired' && ` (${t('opinion.tacit')})`}
      </StatusTag>
    );
  return <StatusTag tone={state === 'asked' ? 'accent' : 'neutral'}>{t(`opinion.state.${state}`)}</StatusTag>;
};

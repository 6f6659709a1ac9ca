import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import type { DraftState } from './use-saved-draft.ts';

/** Says quietly whether what was typed is safe. */
export const DraftStatus = ({ state }: { readonly state: DraftState }) => {
  const t = useDeskText();
  const { time } = useFormatters();
  const words = (): string => {
    if (state.kind === 'idle') return '';
    return state.kind === 'saved' ? t('draft.saved', { time: time(state.at) }) : t(`draft.${state.kind}`);
  };
  return <output className="iris-draft-status">{words()}</output>;
};

import { useFormatters } from '@irisflow/ui';
import { useRendererText } from './i18n/renderer-messages.ts';
import type { DraftState } from './use-draft.ts';

/** Says quietly whether what was typed is safe. */
export const DraftStatus = ({ state }: { readonly state: DraftState }) => {
  const t = useRendererText();
  const { time } = useFormatters();
  const text = (): string => {
    if (state.kind === 'idle') return '';
    return state.kind === 'saved' ? t('draft.saved', { time: time(state.at) }) : t(`draft.${state.kind}`);
  };
  return <output className="iris-draft-status">{text()}</output>;
};

import { StatusTag } from '@irisflow/ui';
import type { InstanceState } from '../api/instances.ts';
import { useTexts } from '../texts/use-texts.ts';

const tones = { active: 'accent', suspended: 'warning', completed: 'success', canceled: 'neutral' } as const;

export const StateTag = ({ state }: { state: InstanceState }) => {
  const t = useTexts();
  return <StatusTag tone={tones[state]}>{t(`instance.state.${state}`)}</StatusTag>;
};

import type { Usage } from '@irisflow/names';
import { ConfirmDialog } from '@irisflow/ui';
import { useTexts } from '../../texts/use-texts.ts';
import { UsedElsewhere } from './UsedElsewhere.tsx';

/** Something that others use and somebody takes away. */
export interface AskedRemoval {
  readonly name: string;
  readonly usages: readonly Usage[];
  readonly answer: (isMeant: boolean) => void;
}

/** Names who would miss what goes, and asks. */
export const RemovalDialog = ({ name, usages, answer }: AskedRemoval) => {
  const t = useTexts();
  return (
    <ConfirmDialog
      open
      title={t('usages.removeAsk', { name })}
      confirm={t('usages.removeYes')}
      tone="danger"
      onConfirm={() => answer(true)}
      onClose={() => answer(false)}
    >
      <UsedElsewhere usages={usages} />
      <p>{t('usages.removeUndo')}</p>
    </ConfirmDialog>
  );
};

import { ConfirmDialog } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

export interface DiscardDialogProps {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

export const DiscardDialog = ({ open, onClose, onConfirm }: DiscardDialogProps) => {
  const t = useTexts();
  return (
    <ConfirmDialog
      open={open}
      title={t('discard.title')}
      confirm={t('discard.confirm')}
      tone="danger"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t('discard.text')}</p>
    </ConfirmDialog>
  );
};

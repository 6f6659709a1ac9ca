import { Button, Dialog } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/use-texts.ts';

interface PartWindowProps {
  title: string;
  isWide?: boolean;
  /** False while it says nothing yet. */
  canSave: boolean;
  onSave: () => void;
  onClose: () => void;
  /** Further ways to end, as taking the part away. */
  others?: ReactNode;
  children: ReactNode;
}

/** The window of the settings of a part: what is set becomes one step of the page when it is taken over. */
export const PartWindow = ({ title, isWide = false, canSave, onSave, onClose, others, children }: PartWindowProps) => {
  const t = useTexts();
  return (
    <Dialog
      open
      title={title}
      wide={isWide}
      onClose={onClose}
      actions={
        <>
          {others}
          <Button tone="secondary" onClick={onClose}>
            {t('letter.cancel')}
          </Button>
          <Button disabled={!canSave} onClick={onSave}>
            {t('letter.apply')}
          </Button>
        </>
      }
    >
      <div className="iris-stack iris-stack--tight letter-window">{children}</div>
    </Dialog>
  );
};

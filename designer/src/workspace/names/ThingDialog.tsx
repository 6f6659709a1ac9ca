import { Button, Dialog } from '@irisflow/ui';
import { useTexts } from '../../texts/use-texts.ts';
import { ThingUses, type ThingUsesProps } from './ThingUses.tsx';
import type { Thing } from './things-in.ts';

export interface ThingDialogProps extends Omit<ThingUsesProps, 'target'> {
  readonly thing: Thing;
}

/** Where one thing is used, and a new name for it everywhere. */
export const ThingDialog = ({ thing, ...props }: ThingDialogProps) => {
  const t = useTexts();
  return (
    <Dialog
      open
      wide
      title={t('usages.of', { name: thing.label })}
      onClose={props.onClose}
      actions={
        <Button tone="secondary" onClick={props.onClose}>
          {t('dialog.close')}
        </Button>
      }
    >
      <ThingUses {...props} target={thing.target} />
    </Dialog>
  );
};

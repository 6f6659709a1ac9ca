import { Button, Dialog } from '@irisflow/ui';
import { type ComponentProps, type ReactNode, useState } from 'react';

export interface DialogButtonProps extends Pick<ComponentProps<typeof Button>, 'tone' | 'size' | 'icon'> {
  readonly label: string;
  /** Over the dialog, where it is not what the button says. */
  readonly title?: string;
  /** What is in the dialog while it is open. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button and the dialog that it opens; what is in it begins anew each time. */
export const DialogButton = ({ label, title = label, children, ...button }: DialogButtonProps) => {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={isOpen} title={title} onClose={close}>
        {isOpen && children(close)}
      </Dialog>
    </>
  );
};

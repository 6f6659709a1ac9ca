import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** Called for Escape too; the owner then sets `open` to false. */
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A modal window on the browser's own dialog: focus is kept inside and goes back afterward. */
export const Dialog = ({ open, title, onClose, wide = false, actions, children }: DialogProps) => {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page, also when its owner takes it away while it is open: else the focus would not go back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || !open) return undefined;
    element.showModal();
    return () => element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={classNames('iris-dialog', wide && 'iris-dialog--wide')}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <div className="iris-dialog__content">
          <h2 id={titleId}>{title}</h2>
          {children}
          {actions && <div className="iris-dialog__actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
};

import { Failure } from '@irisflow/frame';
import { ConfirmDialog, useToast } from '@irisflow/ui';
import type { UseMutationResult } from '@tanstack/react-query';
import type { NamedSource } from './PaperDialog.tsx';

export interface ConfirmOfSourceProps {
  /** The dialog is open while there is one. */
  readonly source: NamedSource | undefined;
  /** What is done with the source, by its key. */
  readonly change: UseMutationResult<unknown, Error, string>;
  readonly says: Readonly<Record<'title' | 'confirm' | 'text' | 'done', string>>;
  readonly onClose: () => void;
}

/** Asks before something of an authentic source is undone, and tells when it is. */
export const ConfirmOfSource = ({ source, change, says, onClose }: ConfirmOfSourceProps) => {
  const toast = useToast();
  const close = (): void => {
    change.reset();
    onClose();
  };
  const onSuccess = (): void => {
    close();
    toast(says.done);
  };
  return (
    <ConfirmDialog
      open={source !== undefined}
      title={says.title}
      confirm={says.confirm}
      busy={change.isPending}
      onConfirm={() => source && change.mutate(source.key, { onSuccess })}
      onClose={close}
    >
      {change.isError && <Failure error={change.error} />}
      <p>{says.text}</p>
    </ConfirmDialog>
  );
};

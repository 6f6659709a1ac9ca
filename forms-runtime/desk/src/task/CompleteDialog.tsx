import type { TaskView } from '@irisflow/client';
import { ConfirmDialog } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import type { Outcome } from './outcome-of.ts';

export interface CompleteDialogProps {
  readonly task: TaskView;
  /** The dialog is open while there is something to confirm. */
  readonly outcome: Outcome | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Repeats what is about to be decided and about whom. */
export const CompleteDialog = ({ task, outcome, onConfirm, onClose }: CompleteDialogProps) => {
  const t = useDeskText();
  return (
    <ConfirmDialog
      open={outcome !== undefined}
      title={t('complete.title')}
      confirm={t('complete.confirm')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {outcome !== undefined && (
        <div className="desk-verdict">
          <p className="desk-verdict__question">{outcome.question}</p>
          <p className="desk-verdict__answer">{outcome.answer}</p>
          <p>
            {task.applicant} <span className="desk-reference">{task.reference}</span>
          </p>
        </div>
      )}
      <p className="iris-muted">{t('complete.text')}</p>
    </ConfirmDialog>
  );
};

import { Button, ConfirmDialog, Dialog, Notice } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import type { Verdicts } from './judge-answers.ts';
import { LeftOutTable } from './LeftOutTable.tsx';

interface ConfirmProps {
  /** The dialog is open while there is something to confirm. */
  readonly verdicts: Verdicts | undefined;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

const Incomplete = ({ verdicts }: { readonly verdicts: Verdicts }) => {
  const t = useDeskText();
  if (verdicts.incomplete.length === 0) return null;
  const rows = verdicts.incomplete.map((task) => ({ ...task, reason: 'formInvalid' as const }));
  return (
    <Notice tone="warning" title={t.plural('bulk.incomplete', rows.length)}>
      <LeftOutTable caption={t('bulk.leftOut.caption')} rows={rows} />
    </Notice>
  );
};

const Outcomes = ({ verdicts }: { readonly verdicts: Verdicts }) => {
  const t = useDeskText();
  return (
    <ul className="desk-bulk__outcomes">
      {[...verdicts.outcomes].map(([outcome, count]) => (
        <li key={outcome}>
          <strong>{outcome}</strong> {t.plural('bulk.cases', count)}
        </li>
      ))}
    </ul>
  );
};

/** Repeats what is about to be decided, and for how many. */
export const ConfirmBulk = ({ verdicts, busy, onConfirm, onClose }: ConfirmProps) => {
  const t = useDeskText();
  const count = verdicts?.ready.length ?? 0;
  if (verdicts !== undefined && count === 0)
    return (
      <Dialog
        open
        title={t('bulk.nothing')}
        onClose={onClose}
        actions={
          <Button tone="secondary" onClick={onClose}>
            {t('bulk.back')}
          </Button>
        }
      >
        <Incomplete verdicts={verdicts} />
      </Dialog>
    );
  return (
    <ConfirmDialog
      open={verdicts !== undefined}
      title={t.plural('bulk.confirm.title', count)}
      confirm={t.plural('bulk.confirm', count)}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {verdicts !== undefined && (
        <div className="iris-stack">
          <Outcomes verdicts={verdicts} />
          <p>{t('bulk.confirm.text')}</p>
          <Incomplete verdicts={verdicts} />
        </div>
      )}
    </ConfirmDialog>
  );
};

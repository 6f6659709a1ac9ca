import type { MergeView, PartyFile } from '@irisflow/client';
import { usePerson } from '@irisflow/frame';
import { Button, Dialog, useFormatters, useToast, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { MergeParty } from './MergeParty.tsx';
import { useUndoMerge } from './use-parties.ts';

interface UndoProps {
  readonly file: PartyFile;
  readonly merge: MergeView;
  readonly onClose: () => void;
}

const UndoMerge = ({ file, merge, onClose }: UndoProps) => {
  const t = useDeskText();
  const toast = useToast();
  const undo = useUndoMerge(file.id);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || undo.isPending) return;
    const onSuccess = (): void => {
      toast(t('merge.undone'));
      onClose();
    };
    undo.mutate({ mergeId: merge.id, reason }, { onSuccess });
  };
  return (
    <Dialog open title={t('merge.undo.title', { name: merge.name })} onClose={onClose}>
      <DialogForm
        error={undo.error}
        busy={undo.isPending}
        confirm={t('merge.undo')}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{t('merge.undo.text')}</p>
        <ReasonField id="merge-undo-reason" {...field} />
      </DialogForm>
    </Dialog>
  );
};

/** Which other records are read here with this one; supervisors merge and take it back. */
export const PartyMerges = ({ file }: { readonly file: PartyFile }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const mayMerge = isSupervisor(usePerson());
  const [isMerging, setMerging] = useState(false);
  const [undone, setUndone] = useState<MergeView>();
  return (
    <div className="iris-stack">
      {file.merges.length === 0 ? (
        <p className="iris-muted">{t('merge.none')}</p>
      ) : (
        <ul className="desk-mandates">
          {file.merges.map((merge) => (
            <li key={merge.id} className="desk-mandate">
              <div>
                <p>
                  <strong>{merge.name}</strong>
                </p>
                <p className="iris-muted">
                  {t('merge.by', { name: merge.by, at: dateTime(merge.at), reason: merge.reason })}
                </p>
              </div>
              {mayMerge && (
                <Button tone="secondary" size="small" onClick={() => setUndone(merge)}>
                  {t('merge.undo')} <VisuallyHidden>({merge.name})</VisuallyHidden>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayMerge && (
        <div>
          <Button tone="secondary" size="small" onClick={() => setMerging(true)}>
            {t('merge.start')}
          </Button>
        </div>
      )}
      {isMerging && <MergeParty file={file} onClose={() => setMerging(false)} />}
      {undone !== undefined && <UndoMerge file={file} merge={undone} onClose={() => setUndone(undefined)} />}
    </div>
  );
};

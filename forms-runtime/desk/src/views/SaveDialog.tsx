import { Checkbox, Dialog, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';

export interface NamedView {
  readonly name: string;
  readonly shared: boolean;
}

interface SaveProps {
  readonly title: string;
  readonly confirm: string;
  readonly initial: NamedView;
  /** Whether its owner is asked if colleagues see it. */
  readonly asksSharing: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (view: NamedView) => void;
  readonly onClose: () => void;
}

/** The name of a view, and whether colleagues see it. */
export const SaveDialog = ({ title, confirm, initial, asksSharing, busy, error, onSave, onClose }: SaveProps) => {
  const t = useDeskText();
  const [name, setName] = useState(initial.name);
  const [shared, setShared] = useState(initial.shared);
  const [isMissing, setMissing] = useState(false);
  const save = (): void => {
    if (name.trim() === '') setMissing(true);
    else onSave({ name: name.trim(), shared });
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <DialogForm error={error} busy={busy} confirm={confirm} onSubmit={save} onClose={onClose}>
        <TextField
          id="view-name"
          label={t('views.name')}
          hint={t('views.name.hint')}
          maxLength={80}
          value={name}
          onChange={setName}
          {...(isMissing && name.trim() === '' && { error: t('views.name.missing') })}
        />
        {asksSharing && (
          <Checkbox
            id="view-shared"
            label={t('views.share')}
            hint={t('views.share.hint')}
            optional
            value={shared}
            onChange={setShared}
          />
        )}
      </DialogForm>
    </Dialog>
  );
};

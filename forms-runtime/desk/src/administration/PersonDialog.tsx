import type { StaffView } from '@irisflow/client';
import { Dialog, Notice, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { GrantFields, missingOf } from './GrantFields.tsx';
import { useChangeStaff, type Grant } from './use-staff.ts';

interface FormProps {
  readonly person: StaffView;
  readonly onClose: () => void;
}

const PersonForm = ({ person, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useChangeStaff();
  const [grant, setGrant] = useState<Grant>(person);
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    if (missingOf(grant) !== undefined) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('admin.people.changed', { name: person.name }));
    };
    change.mutate({ kind: 'change', personId: person.id, grant }, { onSuccess });
  };
  return (
    <DialogForm
      error={change.error}
      busy={change.isPending}
      confirm={t('admin.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      <GrantFields grant={grant} onChange={setGrant} asked={asked} />
      <Notice>{t('admin.people.sessions')}</Notice>
    </DialogForm>
  );
};

export interface PersonDialogProps {
  /** The dialog is open while there is somebody. */
  readonly person: StaffView | undefined;
  readonly onClose: () => void;
}

/** Changes what somebody may do. */
export const PersonDialog = ({ person, onClose }: PersonDialogProps) => (
  <Dialog open={person !== undefined} title={person?.name} onClose={onClose}>
    {person !== undefined && <PersonForm person={person} onClose={onClose} />}
  </Dialog>
);

import { usePerson } from '@irisflow/frame';
import { Dialog, RadioGroup, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { GrantFields, missingOf } from './GrantFields.tsx';
import { useChangeStaff, type Grant, type Invited } from './use-staff.ts';

type Way = 'email' | 'subject';

interface Who {
  readonly way: Way;
  readonly email: string;
  readonly issuer: string;
  readonly subject: string;
}

const nobody: Who = { way: 'email', email: '', issuer: '', subject: '' };

const invitedOf = ({ way, email, issuer, subject }: Who): Invited | undefined => {
  if (way === 'email') return /^\S+@\S+\.\S+$/.test(email.trim()) ? { email: email.trim() } : undefined;
  if (issuer.trim() === '' || subject.trim() === '') return undefined;
  return { issuer: issuer.trim(), subject: subject.trim() };
};

interface WhoFieldsProps {
  readonly who: Who;
  readonly onChange: (who: Who) => void;
  readonly asked: boolean;
}

const WhoFields = ({ who, onChange, asked }: WhoFieldsProps) => {
  const t = useDeskText();
  const missing = (value: string) => asked && value.trim() === '' && { error: t('admin.invite.missing') };
  return (
    <>
      <RadioGroup
        id="way"
        label={t('admin.invite.way')}
        options={(['email', 'subject'] as const).map((value) => ({
          value,
          label: t(`admin.invite.${value}`),
          hint: t(`admin.invite.${value}.hint`),
        }))}
        value={who.way}
        onChange={(value) => onChange({ ...who, way: value === 'subject' ? 'subject' : 'email' })}
      />
      {who.way === 'email' ? (
        <TextField
          id="email"
          label={t('admin.email')}
          type="email"
          autoComplete="off"
          value={who.email}
          onChange={(email) => onChange({ ...who, email })}
          {...(asked && invitedOf(who) === undefined && { error: t('admin.email.wrong') })}
        />
      ) : (
        <>
          <TextField
            id="issuer"
            label={t('admin.issuer')}
            code
            value={who.issuer}
            onChange={(issuer) => onChange({ ...who, issuer })}
            {...missing(who.issuer)}
          />
          <TextField
            id="subject"
            label={t('admin.subject')}
            code
            value={who.subject}
            onChange={(subject) => onChange({ ...who, subject })}
            {...missing(who.subject)}
          />
        </>
      )}
    </>
  );
};

const InviteForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const me = usePerson();
  const change = useChangeStaff();
  const [who, setWho] = useState(nobody);
  const [grant, setGrant] = useState<Grant>({
    administration: me.administration?.key ?? null,
    roles: [],
    groups: [],
  });
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    const invited = invitedOf(who);
    if (invited === undefined || missingOf(grant) !== undefined) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('admin.invite.done'));
    };
    change.mutate({ kind: 'invite', grant, invited }, { onSuccess });
  };
  return (
    <DialogForm
      error={change.error}
      busy={change.isPending}
      confirm={t('admin.invite')}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhoFields who={who} onChange={setWho} asked={asked} />
      <GrantFields grant={grant} onChange={setGrant} asked={asked} />
    </DialogForm>
  );
};

export interface InviteDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Promises roles to somebody, who gets them when they sign in. */
export const InviteDialog = ({ open, onClose }: InviteDialogProps) => {
  const t = useDeskText();
  return (
    <Dialog open={open} title={t('admin.invite.title')} onClose={onClose}>
      {open && <InviteForm onClose={onClose} />}
    </Dialog>
  );
};

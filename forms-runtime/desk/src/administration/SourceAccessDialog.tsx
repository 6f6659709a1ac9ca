import type { SourceAccessView } from '@irisflow/client';
import { Dialog, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import type { NamedSource } from './PaperDialog.tsx';
import { accessRefusalOf, useSetSourceAccess } from './use-source-access.ts';

/** A source, and by what my administration reaches it, where that is its own. */
export interface ReachedSource extends NamedSource {
  readonly access: SourceAccessView | undefined;
}

interface FormProps {
  readonly source: ReachedSource;
  readonly onClose: () => void;
}

/** What is wrong at the fields, as far as anybody has said so. */
const useErrors = (
  { address, secret, asked, isKept }: { address: string; secret: string; asked: boolean; isKept: boolean },
  error: unknown,
) => {
  const t = useDeskText();
  const refusal = accessRefusalOf(error);
  const ofAddress = () => {
    if (asked && address.trim() === '') return t('sourceAccess.address.missing');
    return refusal?.address === undefined ? undefined : t(`webhooks.url.${refusal.address}`);
  };
  const ofSecret = () => {
    if (asked && !isKept && secret.trim() === '') return t('sourceAccess.secret.missing');
    return refusal?.secret === true ? t('sourceAccess.secret.otherHost') : undefined;
  };
  return { address: ofAddress(), secret: ofSecret(), isOfField: refusal !== undefined };
};

/** What is typed, what is wrong with it, and how it is sent. */
const useAccessForm = ({ source: { key, name, access }, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useSetSourceAccess();
  const [address, setAddress] = useState(access?.address ?? '');
  const [user, setUser] = useState(access?.user ?? '');
  const [secret, setSecret] = useState('');
  const [asked, setAsked] = useState(false);
  const isKept = access !== undefined;
  const errors = useErrors({ address, secret, asked, isKept }, change.error);
  const submit = (): void => {
    setAsked(true);
    if (address.trim() === '' || (!isKept && secret.trim() === '')) return;
    const wanted = { sourceKey: key, address: address.trim(), user: user.trim() === '' ? null : user.trim() };
    const onSuccess = (): void => {
      onClose();
      toast(t('sourceAccess.set.done', { source: name }));
    };
    change.mutate({ ...wanted, ...(secret.trim() === '' ? {} : { secret: secret.trim() }) }, { onSuccess });
  };
  return { address, setAddress, user, setUser, secret, setSecret, isKept, errors, change, submit };
};

const AccessForm = (props: FormProps) => {
  const t = useDeskText();
  const { address, setAddress, user, setUser, secret, setSecret, isKept, errors, change, submit } =
    useAccessForm(props);
  return (
    <DialogForm
      error={errors.isOfField ? null : change.error}
      busy={change.isPending}
      confirm={t('sourceAccess.save')}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p>{t('sourceAccess.set.text')}</p>
      <TextField
        id="access-address"
        label={t('sourceAccess.address')}
        hint={t('sourceAccess.address.hint')}
        maxLength={2000}
        autoComplete="off"
        code
        value={address}
        onChange={setAddress}
        {...(errors.address !== undefined && { error: errors.address })}
      />
      <TextField
        id="access-user"
        label={t('sourceAccess.user')}
        hint={t('sourceAccess.user.hint')}
        maxLength={200}
        autoComplete="off"
        code
        value={user}
        onChange={setUser}
      />
      <TextField
        id="access-secret"
        label={t('sourceAccess.secret')}
        hint={t(isKept ? 'sourceAccess.secret.kept' : 'sourceAccess.secret.hint')}
        type="password"
        autoComplete="new-password"
        maxLength={10_000}
        value={secret}
        onChange={setSecret}
        {...(errors.secret !== undefined && { error: errors.secret })}
      />
    </DialogForm>
  );
};

export interface SourceAccessDialogProps {
  /** The dialog is open while there is one. */
  readonly source: ReachedSource | undefined;
  readonly onClose: () => void;
}

/** Gives my administration an access of its own to a source, or changes it. */
export const SourceAccessDialog = ({ source, onClose }: SourceAccessDialogProps) => {
  const t = useDeskText();
  return (
    <Dialog
      open={source !== undefined}
      title={t('sourceAccess.set.title', { source: source?.name ?? '' })}
      onClose={onClose}
    >
      {source !== undefined && <AccessForm source={source} onClose={onClose} />}
    </Dialog>
  );
};

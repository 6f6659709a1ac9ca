import type { HostConnector } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Dialog, Select, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { hostRefusalOf, useAllowHost, type HostRefusal, type HostToAllow } from './use-allowed-hosts.ts';

const isComplete = (wanted: HostToAllow): boolean => Object.values(wanted).every((text: string) => text !== '');

const trimmed = ({ connectorType, host, purpose }: HostToAllow): HostToAllow => ({
  connectorType,
  host: host.trim(),
  purpose: purpose.trim(),
});

interface FormProps {
  readonly connectors: readonly HostConnector[];
  readonly onClose: () => void;
}

interface FieldsProps extends Pick<FormProps, 'connectors'> {
  readonly wanted: HostToAllow;
  readonly onChange: (part: Partial<HostToAllow>) => void;
  readonly asked: boolean;
  readonly refusal: HostRefusal | undefined;
}

const HostField = ({ wanted, onChange, asked, refusal }: FieldsProps) => {
  const t = useDeskText();
  const refused = refusal === undefined ? undefined : t(`hosts.refused.${refusal}`);
  const error = asked && wanted.host.trim() === '' ? t('hosts.host.missing') : refused;
  return (
    <TextField
      id="host"
      label={t('hosts.host')}
      hint={t('hosts.host.hint')}
      code
      maxLength={300}
      autoComplete="off"
      value={wanted.host}
      onChange={(host) => onChange({ host })}
      {...(error !== undefined && { error })}
    />
  );
};

const AllowHostFields = (props: FieldsProps) => {
  const { connectors, wanted, onChange, asked } = props;
  const t = useDeskText();
  const read = useLocalized();
  return (
    <>
      <Select
        id="connector"
        label={t('hosts.connector')}
        options={connectors.map(({ connectorType, title }) => ({ value: connectorType, label: read(title) }))}
        value={wanted.connectorType === '' ? undefined : wanted.connectorType}
        onChange={(connectorType = '') => onChange({ connectorType })}
        {...(asked && wanted.connectorType === '' && { error: t('hosts.connector.missing') })}
      />
      <HostField {...props} />
      <TextField
        id="purpose"
        label={t('hosts.purpose')}
        hint={t('hosts.purpose.hint')}
        maxLength={2000}
        value={wanted.purpose}
        onChange={(purpose) => onChange({ purpose })}
        {...(asked && wanted.purpose.trim() === '' && { error: t('hosts.purpose.missing') })}
      />
    </>
  );
};

/** With one connector there is nothing to choose. */
const blankFor = (connectors: readonly HostConnector[]): HostToAllow => ({
  connectorType: connectors.length === 1 ? (connectors[0]?.connectorType ?? '') : '',
  host: '',
  purpose: '',
});

const AllowHostForm = ({ connectors, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useAllowHost();
  const [wanted, setWanted] = useState(() => blankFor(connectors));
  const [asked, setAsked] = useState(false);
  const refusal = hostRefusalOf(change.error);
  const submit = (): void => {
    setAsked(true);
    const body = trimmed(wanted);
    if (!isComplete(body)) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('hosts.add.done', { host: body.host }));
    };
    // Who does not see the field hears there why.
    const onError = (error: Error): void => {
      if (hostRefusalOf(error) !== undefined) document.querySelector<HTMLElement>('#host')?.focus();
    };
    change.mutate(body, { onSuccess, onError });
  };
  const type = (part: Partial<HostToAllow>): void => {
    change.reset();
    setWanted({ ...wanted, ...part });
  };
  return (
    <DialogForm
      error={refusal === undefined ? change.error : null}
      busy={change.isPending}
      confirm={t('hosts.add')}
      onSubmit={submit}
      onClose={onClose}
    >
      <AllowHostFields connectors={connectors} wanted={wanted} onChange={type} asked={asked} refusal={refusal} />
    </DialogForm>
  );
};

export interface AllowHostDialogProps extends FormProps {
  readonly open: boolean;
}

/** Lets a connector reach a host. */
export const AllowHostDialog = ({ open, ...form }: AllowHostDialogProps) => {
  const t = useDeskText();
  return (
    <Dialog open={open} title={t('hosts.add.title')} onClose={form.onClose}>
      {open && <AllowHostForm {...form} />}
    </Dialog>
  );
};

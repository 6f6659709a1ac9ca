import { RadioGroup, Select, TextArea, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { blankIncoming, fieldsOf, incomingOf, isMessageName, type IncomingDraft } from './incoming-draft.ts';
import { useOwnProcedures } from './use-own-procedures.ts';
import { refusedFieldOf, useMakeIncoming } from './use-incoming-webhooks.ts';
import { MakeWebhookDialog } from './WebhookDialogs.tsx';

interface FieldsProps {
  readonly draft: IncomingDraft;
  readonly onChange: (part: Partial<IncomingDraft>) => void;
  readonly asked: boolean;
  /** What the platform refuses, as a pointer. */
  readonly refused: string | undefined;
}

const Sender = ({ draft, onChange, asked }: FieldsProps) => {
  const t = useDeskText();
  const { options } = useOwnProcedures();
  return (
    <>
      <TextField
        id="incoming-name"
        label={t('webhooks.name')}
        hint={t('incoming.name.hint')}
        maxLength={100}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        {...(asked && draft.name.trim() === '' && { error: t('tokens.name.missing') })}
      />
      <RadioGroup
        id="verifies"
        label={t('incoming.verifies')}
        options={[
          { value: 'signature', label: t('incoming.verifies.signature') },
          { value: 'bearer', label: t('incoming.verifies.bearer') },
        ]}
        value={draft.verifies}
        onChange={(verifies) => onChange({ verifies: verifies === 'bearer' ? 'bearer' : 'signature' })}
      />
      <Select
        id="procedure"
        label={t('incoming.procedure')}
        options={options}
        value={draft.procedureKey}
        onChange={(procedureKey) => onChange({ procedureKey })}
        {...(asked && draft.procedureKey === undefined && { error: t('incoming.procedure.missing') })}
      />
    </>
  );
};

const Mapping = ({ draft, onChange, asked, refused }: FieldsProps) => {
  const t = useDeskText();
  const isMessageWrong = (asked && !isMessageName(draft.message)) || refused === '/message';
  const isCaseWrong = (asked && draft.caseFrom.trim() === '') || refused === '/caseFrom';
  const isFieldWrong = (asked && fieldsOf(draft.fields) === undefined) || refused?.startsWith('/fields') === true;
  return (
    <>
      <TextField
        id="message"
        label={t('incoming.message')}
        hint={t('incoming.message.hint')}
        code
        maxLength={100}
        autoComplete="off"
        value={draft.message}
        onChange={(message) => onChange({ message })}
        {...(isMessageWrong && { error: t('incoming.message.wrong') })}
      />
      <TextField
        id="caseFrom"
        label={t('incoming.case')}
        hint={t('incoming.case.hint')}
        code
        maxLength={500}
        autoComplete="off"
        value={draft.caseFrom}
        onChange={(caseFrom) => onChange({ caseFrom })}
        {...(isCaseWrong && { error: t('incoming.feel.wrong') })}
      />
      <TextArea
        id="fields"
        label={t('incoming.fields')}
        hint={t('incoming.fields.hint')}
        rows={4}
        value={draft.fields}
        onChange={(fields) => onChange({ fields })}
        {...(isFieldWrong && { error: t('incoming.fields.wrong') })}
      />
    </>
  );
};

interface FormProps {
  readonly make: ReturnType<typeof useMakeIncoming>;
  readonly onClose: () => void;
}

const Form = ({ make, onClose }: FormProps) => {
  const t = useDeskText();
  const [draft, setDraft] = useState(blankIncoming);
  const [asked, setAsked] = useState(false);
  const refused = refusedFieldOf(make.error);
  const submit = (): void => {
    setAsked(true);
    const wanted = incomingOf(draft);
    if (wanted !== undefined) make.mutate(wanted);
  };
  const change = (part: Partial<IncomingDraft>): void => {
    make.reset();
    setDraft({ ...draft, ...part });
  };
  const props = { draft, onChange: change, asked, refused };
  return (
    <DialogForm
      error={refused === undefined ? make.error : null}
      busy={make.isPending}
      confirm={t('incoming.make')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Sender {...props} />
      <Mapping {...props} />
    </DialogForm>
  );
};

/** Makes an address for another system, and shows once by what it is known there. */
export const NewIncomingDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const make = useMakeIncoming();
  return (
    <MakeWebhookDialog
      of="incoming"
      secret={make.data?.secret}
      form={<Form make={make} onClose={onClose} />}
      onClose={onClose}
    />
  );
};

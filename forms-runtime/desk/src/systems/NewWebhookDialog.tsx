import { CheckboxGroup, TextField } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { OwnProcedureChoice } from './ProcedureChoice.tsx';
import { urlRefusalOf, useMakeWebhook, type UrlRefusal } from './use-webhooks.ts';
import { blankWebhook, webhookEvents, webhookOf, type WebhookDraft } from './webhook-draft.ts';
import { MakeWebhookDialog } from './WebhookDialogs.tsx';

interface FieldsProps {
  readonly draft: WebhookDraft;
  readonly onChange: (part: Partial<WebhookDraft>) => void;
  readonly asked: boolean;
  readonly refusal: UrlRefusal | undefined;
}

const UrlField = ({ draft, onChange, asked, refusal }: FieldsProps) => {
  const t = useDeskText();
  const refused = refusal === undefined ? undefined : t(`webhooks.url.${refusal}`);
  const error = asked && draft.url.trim() === '' ? t('webhooks.url.missing') : refused;
  return (
    <TextField
      id="url"
      label={t('webhooks.url')}
      hint={t('webhooks.url.hint')}
      code
      maxLength={2000}
      autoComplete="off"
      value={draft.url}
      onChange={(url) => onChange({ url })}
      {...(error !== undefined && { error })}
    />
  );
};

const Fields = (props: FieldsProps) => {
  const { draft, onChange, asked } = props;
  const t = useDeskText();
  return (
    <>
      <TextField
        id="webhook-name"
        label={t('webhooks.name')}
        hint={t('webhooks.name.hint')}
        maxLength={100}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        {...(asked && draft.name.trim() === '' && { error: t('tokens.name.missing') })}
      />
      <UrlField {...props} />
      <CheckboxGroup
        id="events"
        label={t('webhooks.events')}
        options={webhookEvents.map((event) => ({ value: event, label: t(`webhooks.event.${event}`) }))}
        value={draft.events}
        onChange={(values) => onChange({ events: webhookEvents.filter((event) => values.includes(event)) })}
        {...(asked && draft.events.length === 0 && { error: t('webhooks.events.missing') })}
      />
      <OwnProcedureChoice chosen={draft.procedures} onChange={(procedures) => onChange({ procedures })} asked={asked} />
    </>
  );
};

interface FormProps {
  readonly make: ReturnType<typeof useMakeWebhook>;
  readonly onClose: () => void;
}

const Form = ({ make, onClose }: FormProps) => {
  const t = useDeskText();
  const [draft, setDraft] = useState(blankWebhook);
  const [asked, setAsked] = useState(false);
  const refusal = urlRefusalOf(make.error);
  const submit = (): void => {
    setAsked(true);
    const wanted = webhookOf(draft);
    // Who does not see the field hears there why.
    const onError = (error: Error): void => {
      if (urlRefusalOf(error) !== undefined) document.querySelector<HTMLElement>('#url')?.focus();
    };
    if (wanted !== undefined) make.mutate(wanted, { onError });
  };
  const change = (part: Partial<WebhookDraft>): void => {
    make.reset();
    setDraft({ ...draft, ...part });
  };
  return (
    <DialogForm
      error={refusal === undefined ? make.error : null}
      busy={make.isPending}
      confirm={t('webhooks.make')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields draft={draft} onChange={change} asked={asked} refusal={refusal} />
    </DialogForm>
  );
};

/** Tells another system from now on, and shows once what signs the messages. */
export const NewWebhookDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const make = useMakeWebhook();
  return (
    <MakeWebhookDialog
      of="webhooks"
      secret={make.data?.secret}
      form={<Form make={make} onClose={onClose} />}
      onClose={onClose}
    />
  );
};

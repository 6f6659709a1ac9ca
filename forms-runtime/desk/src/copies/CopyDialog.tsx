import type { CaseDocument, CaseView } from '@irisflow/client';
import { Checkbox, CheckboxGroup, Dialog, RadioGroup, TextField, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCopyFile, type CopyToMake } from './use-copies.ts';

interface FormProps {
  readonly file: CaseView;
  readonly onClose: () => void;
}

/** Documents that are left out, each with its reason; the first part chooses, the second asks why. */
const useWithheld = (documents: readonly CaseDocument[]) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const reasonOf = (id: string): string => (reasons[id] ?? '').trim();
  return {
    documents,
    chosen,
    setChosen,
    reasons,
    setReason: (id: string, reason: string) => setReasons((known) => ({ ...known, [id]: reason })),
    isComplete: chosen.every((id) => reasonOf(id) !== ''),
    withhold: chosen.map((documentId) => ({ documentId, reason: reasonOf(documentId) })),
  };
};

interface WithheldProps {
  readonly state: ReturnType<typeof useWithheld>;
  readonly asked: boolean;
}

const Withheld = ({ state, asked }: WithheldProps) => {
  const t = useDeskText();
  const { date } = useFormatters();
  const { documents, chosen, setChosen, reasons, setReason } = state;
  if (documents.length === 0) return null;
  const options = documents.map(({ id, name, addedAt }) => ({
    value: id,
    label: name,
    hint: date(addedAt),
  }));
  return (
    <>
      <CheckboxGroup
        id="copy-withhold"
        label={t('copies.withhold')}
        hint={t('copies.withhold.hint')}
        options={options}
        value={chosen}
        onChange={setChosen}
      />
      {documents
        .filter(({ id }) => chosen.includes(id))
        .map(({ id, name }) => (
          <TextField
            key={id}
            id={`copy-withhold-${id}`}
            label={t('copies.withhold.why', { name })}
            maxLength={500}
            value={reasons[id] ?? ''}
            onChange={(reason) => setReason(id, reason)}
            {...(asked && (reasons[id] ?? '').trim() === '' && { error: t('reason.missing') })}
          />
        ))}
    </>
  );
};

const useCopyForm = ({ file, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const copy = useCopyFile(file.id);
  const [audience, setAudience] = useState<CopyToMake['audience']>('party');
  const [recipient, setRecipient] = useState(file.applicant);
  const [handOver, setHandOver] = useState(false);
  const [asked, setAsked] = useState(false);
  const reason = useReason();
  // What is internal does not go to a party anyway.
  const withheld = useWithheld(file.documents.filter(({ visibleToApplicant }) => visibleToApplicant));
  const isParty = audience === 'party';
  const name = recipient.trim();
  const submit = (): void => {
    setAsked(true);
    const isReady = reason.check() && name !== '' && (!isParty || withheld.isComplete);
    if (!isReady || copy.isPending) return;
    const onSuccess = (): void => {
      toast(t('copies.asked'));
      onClose();
    };
    const given = { handOver: isParty && handOver, withhold: isParty ? withheld.withhold : [] };
    copy.mutate({ audience, recipient: name, reason: reason.reason, ...given }, { onSuccess });
  };
  const isNameless = asked && name === '';
  return {
    copy,
    submit,
    asked,
    reason,
    withheld,
    isParty,
    isNameless,
    audience,
    setAudience,
    recipient,
    setRecipient,
    handOver,
    setHandOver,
  };
};

type CopyFormState = ReturnType<typeof useCopyForm>;

const Audience = ({ audience, setAudience }: Pick<CopyFormState, 'audience' | 'setAudience'>) => {
  const t = useDeskText();
  return (
    <RadioGroup
      id="copy-audience"
      label={t('copies.audience')}
      options={(['party', 'office'] as const).map((value) => ({
        value,
        label: t(`copies.audience.${value}`),
        hint: t(`copies.audience.${value}.hint`),
      }))}
      value={audience}
      onChange={(value) => setAudience(value === 'office' ? 'office' : 'party')}
    />
  );
};

const CopyForm = (props: FormProps) => {
  const t = useDeskText();
  const form = useCopyForm(props);
  const { copy, submit, reason, recipient, setRecipient, isNameless } = form;
  return (
    <DialogForm
      error={copy.error}
      busy={copy.isPending}
      confirm={t('copies.make')}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <Audience audience={form.audience} setAudience={form.setAudience} />
      <TextField
        id="copy-recipient"
        label={t('copies.recipient')}
        hint={t('copies.recipient.hint')}
        maxLength={200}
        value={recipient}
        onChange={setRecipient}
        {...(isNameless && { error: t('copies.recipient.missing') })}
      />
      <ReasonField id="copy-reason" {...reason.field} />
      {form.isParty && (
        <>
          <Checkbox
            id="copy-hand-over"
            label={t('copies.handOver')}
            hint={t('copies.handOver.hint')}
            value={form.handOver}
            onChange={form.setHandOver}
          />
          <Withheld state={form.withheld} asked={form.asked} />
        </>
      )}
    </DialogForm>
  );
};

/** Asks for whom a copy of the file is, and what it is to be without. */
export const CopyDialog = ({ open, ...form }: FormProps & { readonly open: boolean }) => {
  const t = useDeskText();
  if (!open) return null;
  return (
    <Dialog open title={t('copies.make')} onClose={form.onClose}>
      <CopyForm {...form} />
    </Dialog>
  );
};

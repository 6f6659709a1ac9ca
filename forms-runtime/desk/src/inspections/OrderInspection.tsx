import type { CaseView, InspectionChoices } from '@irisflow/client';
import { Answered, useLocalized, usePerson } from '@irisflow/frame';
import { CheckboxGroup, Dialog, Select, TextArea, TextField, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useColleagues } from '../task/use-colleagues.ts';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { type WhoInspects, useInspectionChoices, useOrderInspection } from './use-inspections.ts';

interface FormProps {
  readonly file: CaseView;
  readonly onClose: () => void;
}

interface OrderDraft {
  readonly key: string | undefined;
  /** `declared`, `group:<place in the list>` or `person:<id>`. */
  readonly whom: string;
  readonly address: string;
  readonly subject: string;
  readonly documents: readonly string[];
}

const whomOf = (whom: string, { groups }: InspectionChoices): WhoInspects => {
  const [kind, key = ''] = whom.split(/:(.*)/);
  if (kind === 'person') return { kind: 'colleague', personId: key };
  const group = kind === 'group' ? groups[Number(key)] : undefined;
  return group === undefined
    ? { kind: 'declared' }
    : { kind: 'group', administration: group.administration, group: group.key };
};

const useOrderForm = ({ file, onClose }: FormProps, choices: InspectionChoices) => {
  const t = useDeskText();
  const toast = useToast();
  const order = useOrderInspection(file.id);
  const [only] = choices.declared.length === 1 ? choices.declared : [];
  const [draft, setDraft] = useState<OrderDraft>({
    key: only?.key,
    whom: 'declared',
    address: '',
    subject: '',
    documents: [],
  });
  const [isAsked, setAsked] = useState(false);
  const found: Partial<Record<keyof OrderDraft, DeskKey>> = {
    ...(draft.key === undefined && { key: 'inspection.key.missing' as const }),
    ...(draft.address.trim() === '' && { address: 'inspection.address.missing' as const }),
    ...(draft.subject.trim() === '' && { subject: 'inspection.subject.missing' as const }),
  };
  const submit = (): void => {
    setAsked(true);
    const { key, whom, address, subject, documents } = draft;
    if (key === undefined || Object.keys(found).length > 0 || order.isPending) return;
    const onSuccess = (): void => {
      toast(t('inspection.asked'));
      onClose();
    };
    const said = { address: address.trim(), subject: subject.trim(), documents: [...documents] };
    order.mutate({ key, whom: whomOf(whom, choices), ...said }, { onSuccess });
  };
  const change = (part: Partial<OrderDraft>): void => setDraft({ ...draft, ...part });
  return { draft, change, problems: isAsked ? found : {}, order, submit };
};

type FormState = ReturnType<typeof useOrderForm>;

interface PartProps {
  readonly form: FormState;
  readonly choices: InspectionChoices;
}

/** What is inspected, and by whom: the procedure proposes somebody. */
const Whom = ({ form: { draft, change, problems }, choices }: PartProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  const me = usePerson();
  const { data: colleagues = [] } = useColleagues();
  const declared = choices.declared.find(({ key }) => key === draft.key);
  return (
    <>
      <Select
        id="inspection-key"
        label={t('inspection.key')}
        options={choices.declared.map(({ key, label }) => ({ value: key, label: read(label) }))}
        value={draft.key}
        onChange={(key) => change({ key })}
        {...(problems.key !== undefined && { error: t(problems.key) })}
      />
      <Select
        id="inspection-whom"
        label={t('inspection.whom')}
        options={[
          { value: 'declared', label: t('inspection.whom.declared') },
          ...choices.groups.map(({ name, administrationName, isOwn }, index) => ({
            value: `group:${index}`,
            label: isOwn ? read(name) : `${read(name)} (${read(administrationName)})`,
          })),
          ...colleagues
            .filter(({ id }) => id !== me.id)
            .map(({ id, name }) => ({ value: `person:${id}`, label: name })),
        ]}
        value={draft.whom}
        onChange={(whom) => change({ whom: whom ?? 'declared' })}
      />
      {declared !== undefined && (
        <p className="desk-opinion__term">
          {t('opinion.dueOn', { day: date(declared.dueOn) })}
          {declared.isPublic && ` · ${t('inspection.public')}`}
        </p>
      )}
    </>
  );
};

const What = ({ form: { draft, change, problems }, choices }: PartProps) => {
  const t = useDeskText();
  return (
    <>
      <TextField
        id="inspection-address"
        label={t('inspection.address')}
        maxLength={500}
        value={draft.address}
        onChange={(address) => change({ address })}
        {...(problems.address !== undefined && { error: t(problems.address) })}
      />
      <TextArea
        id="inspection-subject"
        label={t('inspection.subject')}
        rows={4}
        maxLength={5000}
        value={draft.subject}
        onChange={(subject) => change({ subject })}
        {...(problems.subject !== undefined && { error: t(problems.subject) })}
      />
      {choices.documents.length > 0 && (
        <CheckboxGroup
          id="inspection-documents"
          label={t('opinion.documents')}
          hint={t('inspection.documents.hint')}
          optional
          options={choices.documents.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.documents}
          onChange={(documents) => change({ documents })}
        />
      )}
    </>
  );
};

const Form = (props: FormProps & { readonly choices: InspectionChoices }) => {
  const t = useDeskText();
  const { choices, onClose } = props;
  const form = useOrderForm(props, choices);
  return (
    <DialogForm
      error={form.order.error}
      busy={form.order.isPending}
      confirm={t('inspection.ask')}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <p>{t('inspection.ask.text')}</p>
      <Whom form={form} choices={choices} />
      <What form={form} choices={choices} />
    </DialogForm>
  );
};

const Loaded = (props: FormProps) => {
  const t = useDeskText();
  return (
    <Answered query={useInspectionChoices(props.file.id)}>
      {(choices) =>
        choices.declared.length === 0 ? <p>{t('inspection.undeclared')}</p> : <Form {...props} choices={choices} />
      }
    </Answered>
  );
};

/** Has something looked at that the procedure declares: where, what, by whom. */
export const OrderInspection = ({ open, ...form }: FormProps & { readonly open: boolean }) => {
  const t = useDeskText();
  if (!open) return null;
  return (
    <Dialog open title={t('inspection.ask')} onClose={form.onClose}>
      <Loaded {...form} />
    </Dialog>
  );
};

import type { CaseLinkKind, OtherCase } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, Dialog, RadioGroup, Select, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ReasonField, useReason } from './ReasonField.tsx';
import { useFindCases, useLinkCase } from './use-case-links.ts';

export const linkKinds = [
  'followUpOf',
  'renewalOf',
  'duplicateOf',
  'appealOf',
] as const satisfies readonly CaseLinkKind[];
type Other = Pick<OtherCase, 'id' | 'reference' | 'title' | 'applicant'>;

export interface LinkStart {
  readonly kind: CaseLinkKind;
  /** Known already, where somebody links to a case in view. */
  readonly other: Other | undefined;
}

interface ChoiceProps {
  readonly caseId: string;
  readonly chosen: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (id: string) => void;
}

/** Finds the other case by what is written on its papers. */
const OtherChoice = ({ caseId, chosen, error, onChange }: ChoiceProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const find = useFindCases();
  const [text, setText] = useState('');
  const found = (find.data ?? []).filter(({ id }) => id !== caseId);
  const search = (): void => {
    if (text.trim() !== '') find.mutate(text.trim());
  };
  return (
    <>
      <div className="desk-find">
        <TextField
          id="link-search"
          label={t('links.search')}
          hint={t('filter.search.hint')}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={setText}
          {...(error !== undefined && { error })}
        />
        <Button tone="secondary" busy={find.isPending} onClick={search}>
          {t('opening.search.do')}
        </Button>
      </div>
      {find.isError && <Failure error={find.error} />}
      {find.data !== undefined && found.length === 0 && <output>{t('links.search.none')}</output>}
      {found.length > 0 && (
        <RadioGroup
          id="link-other"
          label={t('links.other')}
          options={found.map(({ id, reference, applicant, title }) => ({
            value: id,
            label: `${reference} · ${applicant}`,
            hint: read(title),
          }))}
          value={chosen}
          onChange={onChange}
        />
      )}
    </>
  );
};

interface FormProps {
  readonly caseId: string;
  readonly start: LinkStart;
  readonly onClose: () => void;
}

const LinkForm = ({ caseId, start, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const link = useLinkCase(caseId);
  const [kind, setKind] = useState(start.kind);
  const [ofCaseId, setOther] = useState(start.other?.id);
  const [asked, setAsked] = useState(false);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    setAsked(true);
    if (!check() || ofCaseId === undefined || link.isPending) return;
    const onSuccess = (): void => {
      toast(t('links.done'));
      onClose();
    };
    link.mutate({ kind, ofCaseId, reason }, { onSuccess });
  };
  return (
    <DialogForm error={link.error} busy={link.isPending} confirm={t('links.make')} onSubmit={submit} onClose={onClose}>
      <Select
        id="link-kind"
        label={t('links.kind')}
        options={linkKinds.map((value) => ({ value, label: t(`link.${value}.to`) }))}
        value={kind}
        onChange={(value) => setKind(linkKinds.find((known) => known === value) ?? kind)}
      />
      {start.other === undefined ? (
        <OtherChoice
          caseId={caseId}
          chosen={ofCaseId}
          error={asked && ofCaseId === undefined ? t('links.other.missing') : undefined}
          onChange={setOther}
        />
      ) : (
        <p>
          {start.other.reference} · {start.other.applicant}
        </p>
      )}
      <ReasonField id="link-reason" {...field} />
    </DialogForm>
  );
};

/** Says how a case belongs to another one. */
export const LinkDialog = ({
  start,
  ...form
}: Omit<FormProps, 'start'> & { readonly start: LinkStart | undefined }) => {
  const t = useDeskText();
  if (start === undefined) return null;
  return (
    <Dialog open title={t('links.make')} onClose={form.onClose}>
      <LinkForm {...form} start={start} />
    </Dialog>
  );
};

import { uploadFile, type CaseView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Dialog, FileField, RadioGroup, Select, useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { useDeskText } from '../texts/desk-texts.ts';

export const documentKinds = ['evidence', 'correspondence', 'report', 'other'] as const;
const accepted = ['application/pdf', 'image/jpeg', 'image/png'];

interface ToAdd {
  readonly kind: (typeof documentKinds)[number];
  readonly shownTo: 'office' | 'applicant';
  readonly file: File;
}

const useAddDocument = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, ...facts }: ToAdd) =>
      uploadFile({
        url: `/api/cases/${encodeURIComponent(caseId)}/documents?${new URLSearchParams(facts).toString()}`,
        file,
        onProgress: () => undefined,
      }),
    onSuccess: () =>
      Promise.all([['case', caseId], ['task']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};

interface FormProps {
  readonly file: CaseView;
  readonly onClose: () => void;
}

const AddForm = ({ file, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const add = useAddDocument(file.id);
  const [kind, setKind] = useState<ToAdd['kind']>('evidence');
  const [shownTo, setShownTo] = useState<ToAdd['shownTo']>('office');
  const [chosen, setChosen] = useState<File>();
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    if (chosen === undefined || add.isPending) return;
    const onSuccess = (): void => {
      toast(t('document.add.done'));
      onClose();
    };
    add.mutate({ kind, shownTo, file: chosen }, { onSuccess });
  };
  return (
    <DialogForm error={null} busy={add.isPending} confirm={t('document.add')} onSubmit={submit} onClose={onClose}>
      {add.isError && <Failure error={add.error} />}
      <FileField
        id="document-file"
        label={t('document.add.file')}
        hint={t('document.add.hint')}
        accept={accepted}
        maxCount={1}
        files={chosen === undefined ? [] : [{ id: 'chosen', name: chosen.name, size: chosen.size }]}
        onAdd={(files) => setChosen(files[0])}
        onRemove={() => setChosen(undefined)}
        {...(asked && chosen === undefined && { error: t('document.add.missing') })}
      />
      <Select
        id="document-kind"
        label={t('document.kind')}
        options={documentKinds.map((value) => ({ value, label: t(`document.kind.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(documentKinds.find((known) => known === value) ?? kind)}
      />
      <RadioGroup
        id="document-shown"
        label={t('document.shownTo')}
        options={(['office', 'applicant'] as const).map((value) => ({ value, label: t(`document.shownTo.${value}`) }))}
        value={shownTo}
        onChange={(value) => setShownTo(value === 'applicant' ? 'applicant' : 'office')}
      />
    </DialogForm>
  );
};

/** Adds a document to the file: internal, or shown to the applicant. */
export const AddDocument = ({ open, ...form }: FormProps & { readonly open: boolean }) => {
  const t = useDeskText();
  if (!open) return null;
  return (
    <Dialog open title={t('document.add')} onClose={form.onClose}>
      <AddForm {...form} />
    </Dialog>
  );
};

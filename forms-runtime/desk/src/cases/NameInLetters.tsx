import { answer, platform, type CaseView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Form, Notice, TextField, useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';

const useWriteName = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      answer(platform.PUT('/api/cases/{caseId}/name-in-letters', { params: { path: { caseId } }, body: { name } })),
    onSuccess: (file) => queries.setQueryData(['case', caseId], file),
  });
};

/** A name that no letter can print stops the case at its first letter: somebody says before how to write it. */
export const NameInLetters = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const toast = useToast();
  const write = useWriteName(file.id);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  if (file.unprintable.length === 0) return null;
  const isEmpty = name.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (isEmpty || write.isPending) return;
    write.mutate(name.trim(), { onSuccess: () => toast(t('name.done')) });
  };
  return (
    <Notice tone="warning" title={t('name.title')}>
      <Form className="iris-stack iris-stack--tight" onSubmit={submit}>
        <p>{t('name.text', { characters: file.unprintable.join(', ') })}</p>
        {write.isError && <Failure error={write.error} />}
        <TextField
          id="name-in-letters"
          label={t('name.field')}
          hint={t('name.hint')}
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={setName}
          {...(asked && isEmpty && { error: t('name.missing') })}
        />
        <div>
          <Button type="submit" size="small" busy={write.isPending}>
            {t('name.save')}
          </Button>
        </div>
      </Form>
    </Notice>
  );
};

import { Page, usePerson } from '@irisflow/frame';
import { Notice, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { noContent } from './content-of.ts';
import { ParagraphForm } from './ParagraphForm.tsx';
import { useAddParagraph } from './use-paragraphs.ts';

const keyPattern = /^[a-z0-9][a-z0-9-]{1,62}$/;

const NewParagraph = () => {
  const t = useDeskText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const add = useAddParagraph();
  const [key, setKey] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isRight = keyPattern.test(key);
  return (
    <ParagraphForm
      initial={noContent}
      error={add.error}
      busy={add.isPending}
      confirm={t('paragraph.add')}
      onLeave={() => navigate('/paragraphs')}
      onSave={(content) => {
        setAsked(true);
        if (!isRight) document.getElementById('paragraph-key')?.focus();
        else
          add.mutate(
            { key, content },
            {
              onSuccess: ({ id }) => {
                toast(t('paragraph.added'));
                navigate(`/paragraphs/${id}`);
              },
            },
          );
      }}
    >
      <TextField
        id="paragraph-key"
        label={t('paragraph.key')}
        hint={t('paragraph.key.hint')}
        code
        maxLength={63}
        value={key}
        onChange={setKey}
        {...(isAsked && !isRight && { error: t('paragraph.key.wrong') })}
      />
    </ParagraphForm>
  );
};

/** A new standard paragraph. */
export const NewParagraphPage = () => {
  const t = useDeskText();
  const person = usePerson();
  return (
    <Page title={t('paragraph.new')} crumbs={[{ href: '/paragraphs', label: t('paragraph.library') }]}>
      {isSupervisor(person) ? <NewParagraph /> : <Notice tone="warning" title={t('paragraph.supervisors')} />}
    </Page>
  );
};

import type { Locale } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Checkbox, ChosenFilesField, Form, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { PickParagraph } from '../paragraphs/PickParagraph.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useWrite, type MessageDraft } from './use-messages.ts';

const nothing: MessageDraft = { text: '', asks: false, files: [] };
const MAX_TEXT = 5000;
const MAX_FILES = 5;

interface ParagraphsProps {
  readonly caseId: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const Paragraphs = ({ caseId, text, onChange }: ParagraphsProps) => {
  const t = useDeskText();
  const field = { id: 'message', label: t('message.write'), text, onChange };
  return (
    <div>
      <PickParagraph place={{ caseId }} field={field} />
    </div>
  );
};

interface WriteMessageProps {
  readonly caseId: string;
  /** In which the applicant is written to. */
  readonly language: Locale;
}

/** Writes to the applicant, with files, and marks what waits for an answer. */
export const WriteMessage = ({ caseId, language }: WriteMessageProps) => {
  const t = useDeskText();
  const toast = useToast();
  const write = useWrite(caseId);
  const [draft, setDraft] = useState(nothing);
  const [isAsked, setAsked] = useState(false);
  const isMissing = draft.text.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (isMissing || write.isPending) return;
    const onSuccess = (): void => {
      setDraft(nothing);
      setAsked(false);
      toast(t('message.sent'));
    };
    write.mutate({ ...draft, text: draft.text.trim() }, { onSuccess });
  };
  return (
    <Form className="iris-stack iris-stack--tight" onSubmit={submit}>
      {write.isError && <Failure error={write.error} />}
      <TextArea
        id="message"
        label={t('message.write')}
        hint={t(`message.hint.${language}`)}
        rows={4}
        maxLength={MAX_TEXT}
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
        {...(isAsked && isMissing && { error: t('message.missing') })}
      />
      <Paragraphs caseId={caseId} text={draft.text} onChange={(text) => setDraft({ ...draft, text })} />
      <Checkbox
        id="message-asks"
        label={t('message.asks')}
        optional
        value={draft.asks}
        onChange={(asks) => setDraft({ ...draft, asks })}
      />
      <ChosenFilesField
        id="message-files"
        label={t('message.files')}
        optional
        maxCount={MAX_FILES}
        value={draft.files}
        onChange={(files) => setDraft({ ...draft, files })}
      />
      <div>
        <Button type="submit" tone="secondary" size="small" busy={write.isPending}>
          {t('message.send')}
        </Button>
      </div>
    </Form>
  );
};

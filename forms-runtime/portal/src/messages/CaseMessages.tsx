import type { CaseMessage, CaseView } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { Button, ChosenFilesField, Form, StatusTag, TextArea, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { documentUrl } from '../cases/document-url.ts';
import { isOpenToMe } from '../cases/is-open-to-me.ts';
import { answerFileTypes, MAX_FILES } from '../cases/use-answer-files.ts';
import { useKeptTexts } from '../cases/use-kept-texts.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { useMessages, useWrite } from './use-messages.ts';

interface MessageProps {
  readonly view: CaseView;
  readonly message: CaseMessage;
  /** The office waits for an answer that did not come yet. */
  readonly waits: boolean;
}

const Message = ({ view, message, waits }: MessageProps) => {
  const t = usePersonalText();
  const { dateTime } = useFormatters();
  const { at, sender, text, documents } = message;
  return (
    <li className={`portal-message portal-message--${sender}`}>
      <p className="iris-row">
        <strong>{t(`message.from.${sender}`)}</strong>
        <span className="iris-muted">{dateTime(at)}</span>
        {waits && <StatusTag tone="warning">{t('message.waits')}</StatusTag>}
      </p>
      <p className="portal-message__text" lang={view.language}>
        {text}
      </p>
      {documents.length > 0 && (
        <ul>
          {documents.map(({ id, name }) => (
            <li key={id}>
              <a href={documentUrl(view.id, id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

const MAX_TEXT = 5000;
const TEXT = 'message-text';
const WriteMessage = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const toast = useToast();
  const write = useWrite(view.id);
  const { texts, write: keep, forget } = useKeptTexts(`message:${view.id}`);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isAsked, setAsked] = useState(false);
  const text = texts[TEXT] ?? '';
  const isMissing = text.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (isMissing || write.isPending) return;
    const onSuccess = (): void => {
      forget();
      setFiles([]);
      setAsked(false);
      toast(t('message.sent'));
    };
    write.mutate({ text: text.trim(), files }, { onSuccess });
  };
  return (
    <Form className="iris-stack iris-stack--tight" onSubmit={submit}>
      <TextArea
        id={TEXT}
        label={t('message.write')}
        rows={4}
        maxLength={MAX_TEXT}
        value={text}
        onChange={(next) => keep(TEXT, next)}
        {...(isAsked && isMissing && { error: t('message.missing') })}
      />
      {isOpenToMe(view) && (
        <ChosenFilesField
          id="message-files"
          label={t('message.files')}
          hint={t('message.files.hint')}
          optional
          accept={answerFileTypes}
          maxCount={MAX_FILES}
          value={files}
          onChange={setFiles}
        />
      )}
      {write.isError && <RefusalNotice error={write.error} />}
      <div>
        <Button type="submit" tone="secondary" busy={write.isPending}>
          {t('message.send')}
        </Button>
      </div>
    </Form>
  );
};

const Conversation = ({ view, messages }: { readonly view: CaseView; readonly messages: readonly CaseMessage[] }) => {
  const t = usePersonalText();
  if (messages.length === 0) return <p className="iris-muted">{t('message.none')}</p>;
  const last = messages.findLastIndex(({ sender }) => sender === 'applicant');
  return (
    <ol className="portal-messages">
      {messages.map((message, index) => (
        <Message key={message.id} view={view} message={message} waits={message.asks && index > last} />
      ))}
    </ol>
  );
};

/** What the applicant and their office wrote to each other, and the way to write. */
export const CaseMessages = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  return (
    <section className="portal-section" aria-labelledby="messages">
      <h2 id="messages">{t('messages')}</h2>
      <Answered query={useMessages(view.id)}>{(messages) => <Conversation view={view} messages={messages} />}</Answered>
      {view.part?.access !== 'read' && <WriteMessage view={view} />}
    </section>
  );
};

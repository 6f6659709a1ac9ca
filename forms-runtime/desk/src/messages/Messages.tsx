import type { CaseMessage, CaseView } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { StatusTag, useFormatters } from '@irisflow/ui';
import { documentUrl } from '../cases/document-url.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMessages } from './use-messages.ts';
import { WriteMessage } from './WriteMessage.tsx';

interface MessageProps {
  readonly file: CaseView;
  readonly message: CaseMessage;
  /** Whether the applicant wrote since. */
  readonly isAnswered: boolean;
}

const Message = ({ file, message, isAnswered }: MessageProps) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { at, sender, by, text, asks, documents, readAt } = message;
  const seen = readAt === null ? t('message.unseen') : t('message.seen', { at: dateTime(readAt) });
  return (
    <li className={`desk-message desk-message--${sender}`}>
      <p className="iris-row">
        <strong>{by ?? t('message.office')}</strong>
        <span className="iris-muted">{dateTime(at)}</span>
        {asks && (
          <StatusTag tone={isAnswered ? 'success' : 'warning'}>
            {t(isAnswered ? 'message.answered' : 'message.waits')}
          </StatusTag>
        )}
      </p>
      <p className="desk-note__text" lang={file.language}>
        {text}
      </p>
      {documents.length > 0 && (
        <ul>
          {documents.map(({ id, name }) => (
            <li key={id}>
              <a href={documentUrl(file.id, id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {sender === 'office' && <p className="iris-muted">{seen}</p>}
    </li>
  );
};

const Conversation = ({ file, messages }: { readonly file: CaseView; readonly messages: readonly CaseMessage[] }) => {
  const t = useDeskText();
  if (messages.length === 0) return <p className="iris-muted">{t('message.none')}</p>;
  const last = messages.findLastIndex(({ sender }) => sender === 'applicant');
  return (
    <ol className="desk-messages">
      {messages.map((message, index) => (
        <Message key={message.id} file={file} message={message} isAnswered={index < last} />
      ))}
    </ol>
  );
};

/** What the applicant and the office wrote to each other, and the way to write. */
export const Messages = ({ file }: { readonly file: CaseView }) => (
  <div className="iris-stack">
    <Answered query={useMessages(file.id)}>{(messages) => <Conversation file={file} messages={messages} />}</Answered>
    <WriteMessage caseId={file.id} language={file.language} />
  </div>
);

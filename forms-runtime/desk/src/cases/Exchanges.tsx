import type { CaseView, InformationRequest, LetterView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { StatusTag, useFormatters, type TagTone } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { LetterEdits } from '../letter/LetterEdits.tsx';
import { CaseLanguage } from './CaseLanguage.tsx';
import { DocumentList } from './DocumentList.tsx';

const tones: { readonly [S in InformationRequest['state']]: TagTone } = {
  open: 'warning',
  answered: 'success',
  expired: 'danger',
  canceled: 'neutral',
};

const Answer = ({ request }: { readonly request: InformationRequest }) => {
  const t = useDeskText();
  const { answer } = request;
  if (answer === null) return null;
  return (
    <div className="desk-exchange__answer">
      {answer.text !== null && <p>{answer.text}</p>}
      <ul>
        {answer.items.map((item) => (
          <li key={item.key}>
            {item.text ?? ''} {item.documents.length > 0 && t.plural('exchange.files', item.documents.length)}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Request = ({ request }: { readonly request: InformationRequest }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return (
    <li className="desk-exchange">
      <p className="iris-row">
        <strong>{t('exchange.request', { date: date(request.askedAt) })}</strong>
        <StatusTag tone={tones[request.state]}>{t(`exchange.${request.state}`)}</StatusTag>
      </p>
      <ul>
        {request.items.map((item) => (
          <li key={item.key}>{read(item.label)}</li>
        ))}
      </ul>
      {request.note !== null && <p>{request.note}</p>}
      {request.state === 'open' && <p className="iris-muted">{t('exchange.due', { date: date(request.dueOn) })}</p>}
      <Answer request={request} />
    </li>
  );
};

const knownChannels = ['portal', 'email', 'ebox', 'registered', 'post'] as const;
const isKnownChannel = (channel: string): channel is (typeof knownChannels)[number] =>
  knownChannels.some((known) => known === channel);

const Letter = ({ letter, file }: { readonly letter: LetterView; readonly file: CaseView }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const documents = file.documents.filter(({ id }) => id === letter.documentId);
  const wordOf = (channel: string): string => (isKnownChannel(channel) ? t(`letter.channel.${channel}`) : channel);
  return (
    <li className="desk-exchange">
      <p className="iris-row">
        <strong lang={letter.language}>{letter.subject}</strong> <CaseLanguage language={letter.language} />
        {letter.channels.includes('post') && <StatusTag tone="warning">{t('letter.toPost')}</StatusTag>}
      </p>
      <p className="iris-muted">
        {letter.recipient !== null && `${t('letter.to', { name: letter.recipient })} `}
        {letter.channels.length === 0
          ? t('letter.held', { date: dateTime(letter.sentAt) })
          : t('letter.sent', { date: dateTime(letter.sentAt), channels: letter.channels.map(wordOf).join(', ') })}
      </p>
      {documents.length > 0 && <DocumentList file={file} documents={documents} />}
      {letter.documentId !== null && <LetterEdits caseId={file.id} documentId={letter.documentId} />}
    </li>
  );
};

/** What went back and forth: requests for information with their answers, and letters. */
export const Exchanges = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  if (file.letters.length === 0 && file.informationRequests.length === 0)
    return <p className="iris-muted">{t('file.exchanges.empty')}</p>;
  return (
    <ul className="desk-exchanges">
      {file.informationRequests.map((request) => (
        <Request key={request.id} request={request} />
      ))}
      {file.letters.map((letter) => (
        <Letter key={letter.id} letter={letter} file={file} />
      ))}
    </ul>
  );
};

import type { OpinionView } from '@irisflow/client';
import { useDeskText } from '../texts/desk-texts.ts';

type Answer = Pick<OpinionView, 'conditions' | 'motivation' | 'answerDocuments'>;

interface OpinionFilesProps {
  readonly documents: OpinionView['documents'];
  readonly url: (documentId: string) => string;
}

/** Documents that go with a question or an answer. */
export const OpinionFiles = ({ documents, url }: OpinionFilesProps) =>
  documents.length === 0 ? null : (
    <ul>
      {documents.map(({ id, name }) => (
        <li key={id}>
          <a href={url(id)}>{name}</a>
        </li>
      ))}
    </ul>
  );

/** What was answered, in the words of who answered. */
export const OpinionAnswer = ({ answer, url }: { readonly answer: Answer; readonly url: OpinionFilesProps['url'] }) => {
  const t = useDeskText();
  const { conditions, motivation, answerDocuments } = answer;
  return (
    <>
      {conditions !== null && (
        <div>
          <strong>{t('opinion.conditions')}</strong>
          <p className="desk-note__text">{conditions}</p>
        </div>
      )}
      {motivation !== null && (
        <div>
          <strong>{t('opinion.motivation')}</strong>
          <p className="desk-note__text">{motivation}</p>
        </div>
      )}
      <OpinionFiles documents={answerDocuments} url={url} />
    </>
  );
};

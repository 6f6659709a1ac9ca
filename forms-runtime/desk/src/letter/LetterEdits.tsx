import type { LetterEditView } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { Fragment } from 'react';
import { TextDiff } from '../app/TextDiff.tsx';
import { CaseLanguage } from '../cases/CaseLanguage.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useLetterEdits } from './use-letter.ts';

const Edit = ({ edit }: { readonly edit: LetterEditView }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { editedBy, editedAt, changes, isSigned } = edit;
  const isMixed = changes.some(({ language }) => language !== edit.language);
  return (
    <details>
      <summary>{t('letter.edited', { name: editedBy.name, at: dateTime(editedAt) })}</summary>
      <div className="iris-stack iris-stack--tight">
        {!isSigned && <p className="iris-muted">{t('letter.edits.unsigned')}</p>}
        {changes.length === 0 && <p className="iris-muted">{t('letter.edits.none')}</p>}
        {changes.map(({ language, base, text }) => (
          <Fragment key={`${language}${base}${text}`}>
            {isMixed && <CaseLanguage language={language} />}
            <TextDiff earlier={base} later={text} lang={language} />
          </Fragment>
        ))}
      </div>
    </details>
  );
};

interface EditsProps {
  readonly caseId: string;
  /** Of the letter. */
  readonly documentId: string;
}

/** What was changed in a letter before it was signed: its template and what left, word by word. */
export const LetterEdits = ({ caseId, documentId }: EditsProps) => {
  const { data = [] } = useLetterEdits(caseId);
  return data.filter((edit) => edit.documentId === documentId).map((edit) => <Edit key={edit.version} edit={edit} />);
};

import type { CaseDocument, CaseView, LetterSealView } from '@irisflow/client';
import { Icon, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { documentUrl } from './document-url.ts';
import { LetterSeal, useLetterSeals } from './LetterSeal.tsx';

interface FileLine {
  readonly documentId: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly lang?: string;
  /** Why it cannot be opened; undefined where it can. */
  readonly closed?: string;
  /** Undefined where it was not sealed. */
  readonly seal?: LetterSealView | undefined;
}

interface FilesProps {
  readonly caseId: string;
  readonly title: string;
  readonly files: readonly FileLine[];
}

const Files = ({ caseId, title, files }: FilesProps) => {
  const t = usePersonalText();
  if (files.length === 0) return null;
  return (
    <div className="iris-stack iris-stack--tight">
      <h3>{title}</h3>
      <ul className="portal-files">
        {files.map(({ documentId, title: name, facts, lang, closed, seal }) => (
          <li key={documentId}>
            <Icon name="file" />
            <div>
              {closed === undefined ? (
                <a href={documentUrl(caseId, documentId)} download aria-label={t('case.documents.download', { name })}>
                  <span lang={lang}>{name}</span>
                </a>
              ) : (
                <span>{name}</span>
              )}
              <p className="portal-files__facts">{facts.join(' · ')}</p>
              {closed !== undefined && <p>{closed}</p>}
              {seal !== undefined && <LetterSeal seal={seal} />}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
};

const useFiles = (view: CaseView) => {
  const t = usePersonalText();
  const { dateTime, fileSize } = useFormatters();
  const seals = useLetterSeals(view.id, view.letters.length > 0);
  const line = ({ id, name, addedAt, size, check }: CaseDocument): FileLine => ({
    documentId: id,
    title: name,
    facts: [dateTime(addedAt), fileSize(size)],
    ...((check === 'waiting' || check === 'infected') && { closed: t(`case.documents.${check}`) }),
  });
  const letters = view.letters.map(({ documentId, subject, sentAt, language }) => ({
    documentId,
    title: subject,
    facts: [dateTime(sentAt), t(`case.documents.language.${language}`)],
    lang: language,
    seal: seals.find((seal) => seal.documentId === documentId),
  }));
  const known = new Set(letters.map(({ documentId }) => documentId));
  const rest = view.documents.filter(({ id }) => !known.has(id));
  return {
    letters,
    mine: rest.filter(({ origin }) => origin === 'applicant').map(line),
    other: rest.filter(({ origin }) => origin !== 'applicant').map(line),
  };
};

/** Letters and files of the case, to download. */
export const CaseDocuments = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const { letters, mine, other } = useFiles(view);
  const isEmpty = letters.length + mine.length + other.length === 0;
  return (
    <section className="portal-section" aria-labelledby="documents">
      <h2 id="documents">{t('case.documents')}</h2>
      {isEmpty && <p className="iris-muted">{t('case.documents.empty')}</p>}
      <Files caseId={view.id} title={t('case.documents.letters')} files={letters} />
      <Files caseId={view.id} title={t('case.documents.mine')} files={mine} />
      <Files caseId={view.id} title={t('case.documents.other')} files={other} />
    </section>
  );
};

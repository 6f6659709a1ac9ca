import type { CaseDocument, CaseView } from '@irisflow/client';
import { Button, Icon, StatusTag, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { LetterSeal } from '../letter/LetterSeal.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { documentKinds } from './AddDocument.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { documentUrl, previewKind } from './document-url.ts';

const kindsShown = [...documentKinds, 'paperForm'] as const;

interface RowProps {
  readonly caseId: string;
  readonly document: CaseDocument;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

/** What waits to be checked for viruses opens later; of what held one the bytes are gone. */
const canOpen = ({ check }: CaseDocument): boolean => check === 'checked' || check === 'unchecked';

const Actions = ({ caseId, document: { id, name, mediaType }, isShown, onShow }: RowProps) => {
  const t = useDeskText();
  return (
    <div className="desk-document__actions">
      {previewKind(mediaType) !== 'none' && (
        <Button
          tone="secondary"
          size="small"
          aria-pressed={isShown}
          aria-label={t('document.show.of', { name })}
          onClick={onShow}
        >
          {t('document.show')}
        </Button>
      )}
      <a className="iris-button iris-button--quiet iris-button--small" href={documentUrl(caseId, id)} download={name}>
        <Icon name="download" />
        <span className="iris-visually-hidden">{t('document.download.of', { name })}</span>
      </a>
    </div>
  );
};

const Check = ({ document: { check } }: Pick<RowProps, 'document'>) => {
  const t = useDeskText();
  if (check === 'waiting') return <StatusTag tone="warning">{t('document.check.waiting')}</StatusTag>;
  return check === 'infected' && <StatusTag tone="danger">{t('document.check.infected')}</StatusTag>;
};

const DocumentRow = (props: RowProps) => {
  const { document } = props;
  const t = useDeskText();
  const { date, fileSize } = useFormatters();
  const { name, origin, category, addedAt, size } = document;
  const kind = kindsShown.find((known) => known === category);
  return (
    <li className="desk-document">
      <Icon name="file" />
      <div>
        <p className="desk-document__name">{name}</p>
        <p className="desk-document__facts">
          {t(`document.origin.${origin}`)}
          {kind !== undefined && ` (${t(`document.kind.${kind}`)})`}
          {!document.visibleToApplicant && ` · ${t('document.internal')}`} · {date(addedAt)} · {fileSize(size)}
          {document.check === 'unchecked' && ` · ${t('document.check.unchecked')}`}
        </p>
        <Check document={document} />
        <LetterSeal caseId={props.caseId} document={document} />
      </div>
      {canOpen(document) && <Actions {...props} />}
    </li>
  );
};

export interface DocumentListProps {
  readonly file: CaseView;
  readonly documents?: readonly CaseDocument[];
}

/** The documents of a case, with the one being looked at below the list. */
export const DocumentList = ({ file, documents = file.documents }: DocumentListProps) => {
  const t = useDeskText();
  const [shownId, setShownId] = useState<string>();
  const shown = documents.find(({ id }) => id === shownId);
  if (documents.length === 0) return <p className="iris-muted">{t('file.documents.empty')}</p>;
  return (
    <div className="iris-stack">
      <ul className="desk-documents">
        {documents.map((document) => (
          <DocumentRow
            key={document.id}
            caseId={file.id}
            document={document}
            isShown={document.id === shownId}
            onShow={() => setShownId(document.id === shownId ? undefined : document.id)}
          />
        ))}
      </ul>
      {shown !== undefined && (
        <DocumentPreview key={shown.id} caseId={file.id} document={shown} onClose={() => setShownId(undefined)} />
      )}
    </div>
  );
};

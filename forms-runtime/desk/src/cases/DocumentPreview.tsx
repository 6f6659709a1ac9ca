import { ConnectionError, ProblemError, type CaseDocument } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Skeleton } from '@irisflow/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { documentUrl, previewKind } from './document-url.ts';

/** The bytes under the type the case file states: whatever they hold, they are never run as a web page. */
const load = async (url: string, mediaType: string): Promise<Blob> => {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new ConnectionError(cause);
  });
  if (response.ok) return new Blob([await response.arrayBuffer()], { type: mediaType });
  const { status } = response;
  throw new ProblemError({ type: 'about:blank', title: `HTTP ${status}`, status, code: 'DOCUMENT_UNREADABLE' });
};

/**
 * The address of the bytes within the page. The platform sends documents into a sandbox, where the browser's PDF viewer
 * does not run; a copy that the page itself holds may be shown.
 */
const useObjectUrl = (blob: Blob | undefined): string | undefined => {
  const url = useMemo(() => (blob === undefined ? undefined : URL.createObjectURL(blob)), [blob]);
  useEffect(() => {
    if (url === undefined) return undefined;
    return () => URL.revokeObjectURL(url);
  }, [url]);
  return url;
};

/** Beside a form there is no room for a column of thumbnails. */
const PDF_VIEW = '#navpanes=0&view=FitH';

export interface DocumentPreviewProps {
  readonly caseId: string;
  readonly document: CaseDocument;
  readonly onClose: () => void;
}

const Sheet = ({ document, url }: { readonly document: CaseDocument; readonly url: string }) => {
  const t = useDeskText();
  const title = t('document.preview', { name: document.name });
  return previewKind(document.mediaType) === 'image' ? (
    <img className="desk-preview__sheet" src={url} alt={title} />
  ) : (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- the browser's PDF viewer does not run in a sandbox
    <iframe className="desk-preview__sheet desk-preview__sheet--pdf" src={`${url}${PDF_VIEW}`} title={title} />
  );
};

/** A document beside the form, so that nobody has to switch windows to compare. */
export const DocumentPreview = ({ caseId, document, onClose }: DocumentPreviewProps) => {
  const t = useDeskText();
  const heading = useRef<HTMLHeadingElement>(null);
  const source = documentUrl(caseId, document.id);
  const bytes = useQuery({
    queryKey: ['document', source],
    queryFn: () => load(source, document.mediaType),
    staleTime: Infinity,
  });
  const url = useObjectUrl(bytes.data);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="desk-preview">
      <div className="iris-row iris-row--spread">
        <h3 ref={heading} tabIndex={-1}>
          {document.name}
        </h3>
        <Button tone="quiet" size="small" icon="cross" onClick={onClose}>
          {t('document.close')}
        </Button>
      </div>
      {bytes.isError && <Failure error={bytes.error} onRetry={() => void bytes.refetch()} />}
      {url === undefined && !bytes.isError && <Skeleton lines={4} />}
      {url !== undefined && <Sheet document={document} url={url} />}
    </section>
  );
};

/** Where the platform hands out a document of a case. */
export const documentUrl = (caseId: string, documentId: string): string =>
  `/api/cases/${caseId}/documents/${documentId}`;

export type PreviewKind = 'pdf' | 'image' | 'none';

const images: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

/** How a document can be looked at without leaving the page. */
export const previewKind = (mediaType: string): PreviewKind => {
  if (mediaType === 'application/pdf') return 'pdf';
  return images.has(mediaType) ? 'image' : 'none';
};

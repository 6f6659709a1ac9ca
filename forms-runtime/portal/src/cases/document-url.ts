/** Where the platform hands out a document of my case. */
export const documentUrl = (caseId: string, documentId: string): string =>
  `/api/my/cases/${encodeURIComponent(caseId)}/documents/${encodeURIComponent(documentId)}`;

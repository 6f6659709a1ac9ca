import type { DocumentRow } from '../storage/documents.ts';
import type { InformationRequest } from '../views/case.ts';

/** What files of answers are filed under. */
export const answerCategory = 'answer';

export interface Place {
  readonly requestId: string;
  /** Key of the asked item. */
  readonly item: string;
}

/** Where a file of an answer belongs: it stands in the place of a form's pointer. */
export const pointerTo = ({ requestId, item }: Place): string => `/${requestId}/${item}`;

type Placed = Pick<DocumentRow, 'id' | 'category' | 'pointer'>;

const requestIdOf = ({ category, pointer }: Placed): string | undefined =>
  category === answerCategory ? pointer?.split('/')[1] : undefined;

export const isOf = (document: Placed, { id }: Pick<InformationRequest, 'id'>): boolean => requestIdOf(document) === id;

const isSent = ({ id }: Placed, { answer }: InformationRequest): boolean =>
  answer?.items.some(({ documents }) => documents.includes(id)) === true;

/** A file that was chosen for an answer and not sent with it belongs to nobody's file yet. */
export const isWaiting = (document: Placed, requests: readonly InformationRequest[]): boolean => {
  const requestId = requestIdOf(document);
  const request = requests.find(({ id }) => id === requestId);
  return requestId !== undefined && (request === undefined || !isSent(document, request));
};

/** The files that wait to be sent with an answer, each at what it answers. */
export const filesFor = (
  request: InformationRequest,
  documents: readonly DocumentRow[],
): NonNullable<InformationRequest['files']> =>
  documents
    .filter((document) => isOf(document, request))
    .map(({ id, name, size, pointer }) => ({ id, name, size, item: pointer?.split('/').slice(2).join('/') ?? '' }));

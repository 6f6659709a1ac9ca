import { type Bytes, type DocumentReference, keepClerkFile } from '@irisflow/casework';
import type { UseCase } from './surroundings.ts';

export interface MessageUpload {
  readonly caseId: string;
  readonly name: string;
  readonly content: Bytes;
}

/** A clerk adds a file that goes with a message; the applicant can read it from then on. */
export const addMessageDocument: UseCase<MessageUpload, DocumentReference> = (surroundings, actor, upload) =>
  keepClerkFile(surroundings, actor, { ...upload, category: 'message', visibleToApplicant: true });

import type { Queryable } from '@irisflow/database';
import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { NoticeChannel } from '../fates/fate.ts';
import { findNotice } from '../storage/notices.ts';

/** What whoever carries a letter has to know of it. */
export interface LetterOfNotice {
  readonly letterId: string;
  readonly documentId: string;
  readonly language: Locale;
  readonly subject: LocalizedText;
  readonly channels: readonly NoticeChannel[];
  /** By which ways somebody has still to carry it. */
  readonly toCarry: readonly NoticeChannel[];
}

export const letterOfNotice = async (db: Queryable, noticeId: string): Promise<LetterOfNotice | undefined> => {
  const notice = await findNotice(db, noticeId);
  if (notice === undefined) return undefined;
  const { letter_id: letterId, document_id: documentId, language, subject, channels, to_carry: toCarry } = notice;
  return { letterId, documentId, language, subject, channels, toCarry };
};

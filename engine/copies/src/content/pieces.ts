import { type DocumentRow, type CaseView } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import type { ProcedureDescription } from '@irisflow/procedures';
import { type CopyAudience, withheldBecause } from './answer-blocks.ts';
import { dayIn } from './blocks.ts';
import { copyTexts, filled, leftOutBecause } from './copy-texts.ts';
import type { LeftOut } from '../views/file-copy.ts';

/** A document of a copy. */
export interface CopyPiece {
  readonly documentId: string;
  readonly title: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** Epoch instant, ISO 8601. */
  readonly at: string;
  /** The platform wrote it itself. */
  readonly isOwn: boolean;
}

/** A document that a clerk leaves out, and why. */
export interface Withheld {
  readonly documentId: string;
  readonly reason: string;
}

export interface Gathering {
  /** As the office sees it. */
  readonly view: CaseView;
  readonly rows: readonly DocumentRow[];
  readonly description: ProcedureDescription;
  readonly locale: Locale;
  readonly audience: CopyAudience;
  readonly withheld: readonly Withheld[];
}

/** A letter is called by its subject, any other document by its file. */
const titleOf = ({ view }: Gathering, { id, name }: CaseView['documents'][number]): string =>
  view.letters.find(({ documentId }) => documentId === id)?.subject ?? name;

const leftOutOf = (gathering: Gathering, document: CaseView['documents'][number]): LeftOut | null => {
  const { rows, description, locale, audience, withheld } = gathering;
  const chosen = withheld.find(({ documentId }) => documentId === document.id);
  if (chosen !== undefined) return { what: titleOf(gathering, document), why: chosen.reason };
  if (document.check === 'infected' || document.check === 'waiting')
    return { what: titleOf(gathering, document), why: leftOutBecause[document.check][locale] };
  if (audience === 'office') return null;
  // Its name may say what its pages must not.
  if (!document.visibleToApplicant)
    return {
      what: filled(copyTexts.officeDocument, locale, { date: dayIn(locale, document.addedAt) }),
      why: leftOutBecause.internal[locale],
    };
  const pointer = rows.find(({ id }) => id === document.id)?.pointer ?? null;
  const because = withheldBecause(description, pointer);
  return because === undefined ? null : { what: titleOf(gathering, document), why: leftOutBecause[because][locale] };
};

/** Which documents of the file go into a copy, the eldest first, and which do not. */
export const gatherPieces = (gathering: Gathering): { pieces: CopyPiece[]; leftOut: LeftOut[] } => {
  const pieces: CopyPiece[] = [];
  const leftOut: LeftOut[] = [];
  for (const document of gathering.view.documents) {
    const withheld = leftOutOf(gathering, document);
    if (withheld !== null) {
      leftOut.push(withheld);
      continue;
    }
    const { id: documentId, name, mediaType, size, sha256, addedAt: at, origin } = document;
    pieces.push({
      documentId,
      title: titleOf(gathering, document),
      name,
      mediaType,
      size,
      sha256,
      at,
      isOwn: origin === 'letter',
    });
  }
  return { pieces, leftOut };
};

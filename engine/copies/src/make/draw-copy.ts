import { isoOf, runIsolated } from '@irisflow/foundation';
import { linePages, type PdfFacts, sheetPdf } from '@irisflow/letters';
import type { Assembly, AssemblyResult, AssemblyTask, FilePart, PageCount } from '../assemble/parts.ts';
import { copyTexts, filled } from '../content/copy-texts.ts';
import type { CopyPiece } from '../content/pieces.ts';
import type { CopyRow } from '../storage/file-copies.ts';
import { indexBlocks, type IndexedPiece } from './index-blocks.ts';

/** A document with its bytes; null for what is not shown, because of what it is or how large. */
export interface ReadPiece {
  readonly piece: CopyPiece;
  readonly bytes: Uint8Array | null;
}

export interface DrawnCopy {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

const module = new URL('../assemble/worker.mjs', import.meta.url);
const DEADLINE_MS = 120_000;
const MEMORY_MB = 512;
/** A file of a megabyte can unfold to gigabytes. */
const GROWTH_MB = 1024;

const isolated = (task: AssemblyTask): Promise<AssemblyResult> =>
  runIsolated({ module, input: task, deadlineMs: DEADLINE_MS, memoryMb: MEMORY_MB, growthMb: GROWTH_MB });

/** How many pages each file takes. */
const measure = async (parts: readonly FilePart[]): Promise<readonly PageCount[]> => {
  if (parts.length === 0) return [];
  const result = await isolated({ kind: 'measure', parts });
  return result.kind === 'measured' ? result.pages : [];
};

const assemble = async (assembly: Assembly): Promise<Uint8Array> => {
  const result = await isolated({ kind: 'assemble', assembly });
  if (result.kind === 'assembled') return result.pdf;
  throw new TypeError('Expected a document, but found page counts');
};

const kinds = { 'application/pdf': 'pdf', 'image/jpeg': 'jpeg', 'image/png': 'png' } as const;

/** Only what everybody's reader shows is shown here as well. */
export const partKindOf = (mediaType: string): 'pdf' | 'jpeg' | 'png' | null =>
  Object.hasOwn(kinds, mediaType) ? kinds[mediaType as keyof typeof kinds] : null;

interface Counted {
  readonly number: number;
  readonly title: string;
  readonly at: string;
  readonly pages: PageCount;
  readonly part: FilePart | null;
}

const factsFor = ({ content, language, asked_at: askedAt }: CopyRow, title: string): PdfFacts => ({
  locale: language,
  title,
  author: content.administration,
  now: new Date(askedAt).getTime(),
});

const sectionsOf = async (copy: CopyRow): Promise<Counted[]> => {
  const drawn: Counted[] = [];
  const at = isoOf(new Date(copy.asked_at).getTime());
  for (const [index, { title, blocks }] of copy.content.sections.entries()) {
    const number = index + 1;
    const { pdf, pages } = await sheetPdf(factsFor(copy, title), blocks);
    drawn.push({ number, title, at, pages, part: { kind: 'own', title: `${number}. ${title}`, bytes: pdf, alt: '' } });
  }
  return drawn;
};

/** Letters of the platform keep their tags; files of others are pictures of their pages. */
const partOf = (copy: CopyRow, { piece, bytes }: ReadPiece, number: number): FilePart | null => {
  const kind = partKindOf(piece.mediaType);
  if (bytes === null || kind === null) return null;
  const alt = copyTexts.picture[copy.language].replace('{title}', () => piece.title);
  return { kind: piece.isOwn ? 'own' : kind, title: `${number}. ${piece.title}`, bytes, alt };
};

const documentsOf = async (copy: CopyRow, read: readonly ReadPiece[], before: number): Promise<Counted[]> => {
  const parts = read.map((one, index) => partOf(copy, one, before + index + 1));
  const shown = parts.flatMap((part) => part ?? []);
  const measured = await measure(shown);
  return read.map(({ piece: { title, at } }, index) => {
    const part = parts[index] ?? null;
    const pages = part === null ? null : (measured[shown.indexOf(part)] ?? null);
    return { number: before + index + 1, title, at, pages, part: pages === null ? null : part };
  });
};

const placed = (counted: readonly Counted[], first: number): IndexedPiece[] => {
  let next = first;
  return counted.map(({ number, title, at, pages }) => {
    if (pages === null) return { number, title, at, from: null, to: null };
    const from = next;
    next += pages;
    return { number, title, at, from, to: next - 1 };
  });
};

/** The index tells the pages of what follows it, and how many it takes itself is known once it is drawn. */
const drawIndex = async (copy: CopyRow, counted: readonly Counted[], title: string) => {
  const facts = factsFor(copy, title);
  let own = 1;
  for (;;) {
    const pieces = placed(counted, own + 1);
    const { pdf, pages } = await sheetPdf(facts, indexBlocks(copy, pieces));
    if (pages <= own) return { pdf, pieces, own: pages };
    own = pages;
  }
};

const linesOf = (copy: CopyRow, pieces: readonly IndexedPiece[], { own, total }: { own: number; total: number }) => {
  const { reference } = copy.content;
  return Array.from({ length: total }, (_none, index) => {
    const page = index + 1;
    const piece = pieces.find(({ from, to }) => from !== null && to !== null && from <= page && page <= to);
    return page <= own || piece === undefined
      ? filled(copyTexts.overlayIndex, copy.language, { reference, page, pages: total })
      : filled(copyTexts.overlay, copy.language, { reference, number: piece.number, page, pages: total });
  });
};

/** A copy on paper: its index, what the file says, and its documents behind each other, every page numbered. */
export const drawCopy = async (copy: CopyRow, read: readonly ReadPiece[]): Promise<DrawnCopy> => {
  const sections = await sectionsOf(copy);
  const counted = [...sections, ...(await documentsOf(copy, read, sections.length))];
  const words = copy.audience === 'party' ? copyTexts.titleForParty : copyTexts.titleForOffice;
  const title = `${words[copy.language]} ${copy.content.reference}`;
  const { pdf, pieces, own } = await drawIndex(copy, counted, title);
  const total = counted.reduce((sum, { pages }) => sum + (pages ?? 0), own);
  const overlay = await linePages(linesOf(copy, pieces, { own, total }));
  const index: FilePart = { kind: 'own', title: copyTexts.index[copy.language], bytes: pdf, alt: '' };
  const parts = [index, ...counted.flatMap(({ part }) => part ?? [])];
  const language = copy.language === 'en' ? 'en-GB' : `${copy.language}-BE`;
  return { pdf: await assemble({ title, language, parts, overlay }), pages: total };
};

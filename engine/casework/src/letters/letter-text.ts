import type { Letterhead } from './letterhead.ts';
import type { ResolvedBlock, ResolvedLetter, Runs } from './resolve-letter.ts';

const plain = (runs: Runs): string => runs.map(({ text }) => text).join('');

const blockText = (block: ResolvedBlock): string => {
  switch (block.kind) {
    case 'paragraph':
      return plain(block.runs);
    case 'heading':
      return plain(block.runs).toUpperCase();
    case 'list':
      return block.items.map((paragraphs) => `- ${paragraphs.map(plain).join('\n  ')}`).join('\n');
    case 'table':
      return [block.headers, ...block.rows].map((cells) => cells.join(' | ')).join('\n');
  }
};

/** The letter for a mail: plain text in the same words. */
export const letterText = ({ blocks }: ResolvedLetter, { administration, referenceLine }: Letterhead): string =>
  `${[referenceLine, ...blocks.map(blockText), administration].join('\n\n')}\n`;

import { expect, test } from 'vitest';
import type { ResolvedBlock } from './resolve-letter.ts';
import { sheetPdf } from './sheet-pdf.ts';

const run = (text: string) => ({ text, bold: false, italic: false });
const line = 'Un document a été ajouté au dossier par une personne du service.';
const items = Array.from({ length: 400 }, (_none, index) => [[run(`${index} ${line}`)]]);
const rows = Array.from({ length: 200 }, (_none, index) => [`${index}`, line]);
const blocks: ResolvedBlock[] = [
  { kind: 'list', items },
  { kind: 'table', headers: ['No.', 'What'], rows, shares: [1, 5] },
];

test('a long sheet lets others have their turn while it is drawn', async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const { pages } = await sheetPdf({ locale: 'fr', title: 'Historique', author: 'x', now: 0 }, blocks);
  clearInterval(timer);
  expect(pages).toBeGreaterThan(10);
  // Drawn at once, there would be two: before and after.
  expect(turns).toBeGreaterThan(4);
});

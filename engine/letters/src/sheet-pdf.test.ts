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

test('what it says of itself is XML, whatever its title is', async () => {
  const title = 'Dupont & Fils <nv>\nsuite';
  const { pdf } = await sheetPdf({ locale: 'fr', title, author: 'Énergie & climat', now: 0 }, []);
  const text = Buffer.from(pdf).toString('utf8');
  expect(text).toContain('>Dupont &amp; Fils &lt;nv&gt; suite</rdf:li>');
  expect(text).toContain('<rdf:li>Énergie &amp; climat</rdf:li>');
});

import { expect, test } from 'vitest';
import {
  blockText,
  editDoc,
  insertAfter,
  isBlankDoc,
  moveBlock,
  newBlock,
  removeBlock,
  repeatExpression,
  replaceBlock,
  withRepeat,
  withText,
} from './edit-doc.ts';
import { blankDoc, type LetterDoc } from './letter.ts';

const doc: LetterDoc = {
  type: 'doc',
  content: [
    withText(newBlock('heading'), 'Décision'),
    withText(newBlock('paragraph'), 'Dossier {{case.reference}}'),
    newBlock('conditional'),
  ],
};
const texts = (letter: LetterDoc) => letter.content.map(blockText);

test('a list is one line an item', () => {
  const list = withText(newBlock('bulletList'), 'un\ndeux **gras**');
  expect(list).toMatchObject({ content: [{ type: 'listItem' }, { type: 'listItem' }] });
  expect(blockText(list)).toBe('un\ndeux **gras**');
});

test('items of a list that nobody may change stay so, whichever line is edited', () => {
  const item = (text: string, fixed: object = {}) => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }], ...fixed }],
  });
  const fixed = { editable: false };
  const rights = { type: 'bulletList' as const, content: [item('Appeal', fixed), item('Ask'), item('Read', fixed)] };

  expect(withText(rights, 'Appeal in time\nRead')).toEqual({
    type: 'bulletList',
    content: [item('Appeal in time', fixed), item('Read', fixed)],
  });
});

test('a block moves, but not past the ends', () => {
  expect(texts(editDoc(doc, [1], moveBlock(-1)))).toEqual(['Dossier {{case.reference}}', 'Décision', 'true']);
  expect(editDoc(doc, [0], moveBlock(-1))).toEqual(doc);
});

test('a block inside a condition is reached by two indexes', () => {
  const changed = editDoc(doc, [2, 0], replaceBlock(withText(newBlock('paragraph'), 'Oui')));
  expect(changed.content[2]).toMatchObject({ type: 'conditional', content: [{ content: [{ text: 'Oui' }] }] });
});

test('blocks come and go', () => {
  const longer = editDoc(doc, [0], insertAfter(newBlock('paragraph')));
  expect(texts(longer)).toEqual(['Décision', '', 'Dossier {{case.reference}}', 'true']);
  expect(editDoc(longer, [1], removeBlock)).toEqual(doc);
});

test('a table is one line a column, and keeps its list', () => {
  const table = withRepeat(withText(newBlock('table'), 'Mois | item.month\nMontant | item.amount | money'), 'payments');
  expect(table).toEqual({
    type: 'table',
    rows: 'payments',
    columns: [
      { header: 'Mois', value: 'item.month' },
      { header: 'Montant', value: 'item.amount', format: 'money' },
    ],
  });
  expect(blockText(table)).toBe('Mois | item.month\nMontant | item.amount | money');
});

test('a list is repeated, or not', () => {
  const repeated = withRepeat(newBlock('bulletList'), 'grounds');
  expect(repeatExpression(repeated)).toBe('grounds');
  expect(withRepeat(repeated, ' ')).toEqual(newBlock('bulletList'));
});

test('a letter without words is blank', () => {
  expect([isBlankDoc(undefined), isBlankDoc(blankDoc()), isBlankDoc(doc)]).toEqual([true, true, false]);
});

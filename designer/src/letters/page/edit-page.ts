import type { Editor, JSONContent } from '@tiptap/core';
import { NodeRange, type Node as ProseNode } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { PartKind } from './page-views.ts';

export interface PartPlace {
  readonly kind: PartKind;
  readonly at: number;
  readonly node: ProseNode;
}

const isPartKind = (name: string): name is PartKind =>
  name === 'field' || name === 'table' || name === 'conditional' || name === 'bulletList';

/** The parts that the selection is in, the innermost first. */
export const partsAround = ({ selection }: EditorState): PartPlace[] => {
  const { $from } = selection;
  const chosen = selection instanceof NodeSelection ? [{ node: selection.node, at: selection.from }] : [];
  const around = Array.from({ length: $from.depth }, (_, index) => $from.depth - index).map((depth) => ({
    node: $from.node(depth),
    at: $from.before(depth),
  }));
  return [...chosen, ...around].flatMap(({ node, at }) => {
    const { name } = node.type;
    return isPartKind(name) ? [{ kind: name, at, node }] : [];
  });
};

/** The part at a place, as long as it is still of its kind. */
export const partAt = (state: EditorState, kind: PartKind, at: number): ProseNode | null => {
  const node = at <= state.doc.content.size ? state.doc.nodeAt(at) : null;
  return node?.type.name === kind ? node : null;
};

const run = (editor: Editor, change: (transaction: Transaction) => Transaction): void => {
  editor.view.dispatch(change(editor.state.tr).scrollIntoView());
  editor.view.focus();
};

interface Place {
  readonly from: number;
  readonly to: number;
  readonly node: ProseNode | null;
}

/** The block that the selection is in: one of the page, or of the condition that it stands under. */
const blockAround = ({ selection }: EditorState, isOutside = false): Place => {
  const { $from } = selection;
  const isFramed = $from.depth > 0 && $from.node(1).type.name === 'conditional';
  const depth = isFramed && !isOutside ? 2 : 1;
  if ($from.depth >= depth) return { from: $from.before(depth), to: $from.after(depth), node: $from.node(depth) };
  return {
    from: selection.from,
    to: selection.to,
    node: selection instanceof NodeSelection ? selection.node : null,
  };
};

/** Puts blocks below the one that is edited, or in its place where it is an empty paragraph. */
export const insertBlocks = (editor: Editor, blocks: readonly JSONContent[]): void => {
  const nodes = blocks.map((block) => editor.schema.nodeFromJSON(block));
  const isFrame = nodes.some(({ type }) => type.name === 'conditional');
  const place = blockAround(editor.state, isFrame);
  const isEmpty = place.node?.type.name === 'paragraph' && place.node.content.size === 0;
  const from = isEmpty ? place.from : place.to;
  run(editor, (transaction) => {
    transaction.replaceWith(from, place.to, nodes);
    const end = from + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    return transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1));
  });
};

/** Puts blocks at the end of the page. */
export const appendBlocks = (editor: Editor, blocks: readonly JSONContent[]): void => {
  const { doc, tr: transaction } = editor.state;
  editor.view.dispatch(transaction.setSelection(TextSelection.atEnd(doc)));
  insertBlocks(editor, blocks);
};

/** Puts a field where the caret is, in the weight of the words around it. */
export const insertField = (
  editor: Editor,
  attributes: { path: string; format: string | null },
  range: { from: number; to: number } = editor.state.selection,
): void => {
  const { storedMarks } = editor.state;
  const marks = storedMarks ?? editor.state.selection.$from.marks();
  const node = editor.schema.node('field', attributes, undefined, marks);
  run(editor, (transaction) => transaction.replaceRangeWith(range.from, range.to, node));
};

/** Sets what a part says of itself. */
export const setPart = (editor: Editor, at: number, attributes: Readonly<Record<string, unknown>>): void =>
  run(editor, (transaction) =>
    transaction.setNodeMarkup(at, undefined, { ...transaction.doc.nodeAt(at)?.attrs, ...attributes }),
  );

export const removePart = (editor: Editor, at: number): void =>
  run(editor, (transaction) => transaction.delete(at, at + (transaction.doc.nodeAt(at)?.nodeSize ?? 0)));

/** Takes a condition away and leaves what stood under it. */
export const takeOutOfFrame = (editor: Editor, at: number): void =>
  run(editor, (transaction) => {
    const node = transaction.doc.nodeAt(at);
    return node === null ? transaction : transaction.replaceWith(at, at + node.nodeSize, node.content);
  });

/** Whether what is selected may be put under a condition: one is never inside of another. */
export const canFrame = ({ selection, doc }: EditorState): boolean => {
  const from = selection.$from.index(0);
  const to = selection.$to.indexAfter(0);
  return !Array.from({ length: Math.max(to - from, 1) }, (_, index) => doc.maybeChild(from + index)).some(
    (node) => node?.type.name === 'conditional',
  );
};

/** Puts the selected blocks under a condition. */
export const frame = (editor: Editor, when: string): void => {
  const { selection, doc } = editor.state;
  const { $from, $to } = selection;
  const from = $from.depth === 0 ? selection.from : $from.before(1);
  const to = $to.depth === 0 ? selection.to : $to.after(1);
  const type = editor.schema.nodes['conditional'];
  if (type === undefined || from === to) {
    insertBlocks(editor, [{ type: 'conditional', attrs: { when }, content: [{ type: 'paragraph' }] }]);
    return;
  }
  const range = new NodeRange(doc.resolve(from), doc.resolve(to), 0);
  run(editor, (transaction) => transaction.wrap(range, [{ type, attrs: { when } }]));
};

/** Moves the block that is edited among its neighbors. */
export const moveBlock = (editor: Editor, by: -1 | 1): boolean => {
  const { state } = editor;
  const { from, to, node } = blockAround(state);
  if (node === null) return false;
  const place = state.doc.resolve(by === 1 ? to : from);
  const neighbor = by === 1 ? place.nodeAfter : place.nodeBefore;
  if (neighbor === null) return false;
  const start = by === 1 ? from : from - neighbor.nodeSize;
  const end = by === 1 ? to + neighbor.nodeSize : to;
  const shift = by * neighbor.nodeSize;
  const { anchor, head } = state.selection;
  const isNode = state.selection instanceof NodeSelection && state.selection.from === from;
  run(editor, (transaction) => {
    transaction.replaceWith(start, end, by === 1 ? [neighbor, node] : [node, neighbor]);
    return transaction.setSelection(
      isNode
        ? NodeSelection.create(transaction.doc, from + shift)
        : TextSelection.between(transaction.doc.resolve(anchor + shift), transaction.doc.resolve(head + shift)),
    );
  });
  return true;
};

/** From an empty last line under a condition, Enter goes on below it. */
export const leaveFrame = (editor: Editor): boolean => {
  const { $from, empty } = editor.state.selection;
  const isLine =
    empty && $from.depth === 2 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  const framing = isLine ? $from.node(1) : null;
  if (framing?.type.name !== 'conditional' || framing.childCount < 2) return false;
  if ($from.indexAfter(1) !== framing.childCount) return false;
  const paragraph = editor.schema.node('paragraph');
  const after = $from.after(1);
  run(editor, (transaction) => {
    transaction.insert(after, paragraph).delete($from.before(2), $from.after(2));
    return transaction.setSelection(TextSelection.near(transaction.doc.resolve(transaction.mapping.map(after)), 1));
  });
  return true;
};

/** Paragraphs that somebody may change before the letter is signed, or not: those of the selection that stand by themselves. */
export const paragraphsIn = ({ selection, doc }: EditorState): { readonly at: number; readonly node: ProseNode }[] => {
  const found: { at: number; node: ProseNode }[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, at, parent) => {
    if (node.type.name === 'paragraph' && parent?.type.name !== 'listItem') found.push({ at, node });
  });
  return found;
};

export const fixParagraphs = (editor: Editor, isFixed: boolean): void =>
  run(editor, (transaction) => {
    for (const { at, node } of paragraphsIn(editor.state))
      transaction.setNodeMarkup(at, undefined, { ...node.attrs, isFixed });
    return transaction;
  });

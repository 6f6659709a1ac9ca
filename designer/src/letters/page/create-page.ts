import { Editor, Extension, getSchema } from '@tiptap/core';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { officialField } from '@irisflow/names';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node as ProseNode } from '@tiptap/pm/model';
import type { LetterDoc } from '../letter.ts';
import { Asking } from './asking.ts';
import { ConditionalNode, FieldNode, letterDialect, ListNode, TableNode, wholeDialect } from './dialect.ts';
import { leaveFrame, moveBlock, partsAround } from './edit-page.ts';
import { conditionalView, fieldView, listView, tableView, type PageDesk } from './page-views.ts';
import { pastedHtml } from './pasted-html.ts';
import { proseOf } from './prose.ts';

/** Whether nobody may ever change a paragraph: it says what the law wants or what the decision rests on. */
export const isOfficial = (paragraph: ProseNode): boolean => {
  const paths: string[] = [];
  paragraph.descendants((node) => {
    if (node.type.name === 'field') paths.push(String(node.attrs['path']));
  });
  return paths.some((path) => officialField.test(path));
};

/** Shows which paragraphs the law closes. */
const Official = Extension.create({
  name: 'official',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) => {
          const marked: Decoration[] = [];
          doc.descendants((node, at, parent) => {
            if (node.type.name === 'paragraph' && parent?.type.name !== 'listItem' && isOfficial(node))
              marked.push(Decoration.node(at, at + node.nodeSize, { class: 'letter-page__official' }));
          });
          return DecorationSet.create(doc, marked);
        },
      },
    }),
  ],
});

interface KeyOptions {
  readonly desk: PageDesk | null;
  readonly toToolbar: () => void;
}

const LetterKeys = Extension.create<KeyOptions>({
  name: 'letterKeys',
  // Before the keys of lists and of the page itself.
  priority: 1000,
  addOptions: () => ({ desk: null, toToolbar: () => undefined }),
  addKeyboardShortcuts() {
    const { desk, toToolbar } = this.options;
    const openPart = (): boolean => {
      const [part] = partsAround(this.editor.state);
      if (part === undefined) return false;
      desk?.open(part.kind, part.at);
      return true;
    };
    return {
      'Mod-Enter': openPart,
      Enter: () => {
        const [part] = partsAround(this.editor.state);
        const isChosen =
          part !== undefined && part.at === this.editor.state.selection.from && part.kind !== 'bulletList';
        return isChosen && part.node.isAtom ? openPart() : leaveFrame(this.editor);
      },
      'Alt-ArrowUp': () => moveBlock(this.editor, -1),
      'Alt-ArrowDown': () => moveBlock(this.editor, 1),
      'Alt-F10': () => {
        toToolbar();
        return true;
      },
    };
  },
});

export interface PageOptions {
  readonly desk: PageDesk;
  readonly toToolbar: () => void;
  /** Keys while something is asked for; true where it was one of the list. */
  readonly onAskKey: (event: KeyboardEvent) => boolean;
}

/** The editor of one language of a letter, shown nowhere yet. */
export const createPage = (doc: LetterDoc, { desk, toToolbar, onAskKey }: PageOptions): Editor =>
  new Editor({
    element: null,
    // The policy of our pages is ours, and so is the look.
    injectCSS: false,
    content: proseOf(doc),
    extensions: [
      ...letterDialect,
      ListNode.extend({ addNodeView: () => listView(desk) }),
      FieldNode.extend({ addNodeView: () => fieldView(desk) }),
      TableNode.extend({ addNodeView: () => tableView(desk) }),
      ConditionalNode.extend({ addNodeView: () => conditionalView(desk) }),
      UndoRedo,
      Gapcursor,
      Dropcursor,
      Official,
      Asking.configure({ onKey: onAskKey }),
      LetterKeys.configure({ desk, toToolbar }),
    ],
    editorProps: { transformPastedHTML: pastedHtml },
  });

const schema = getSchema(wholeDialect);

const isText = (value: unknown): boolean => typeof value === 'string';

const isColumn = (column: unknown): boolean =>
  typeof column === 'object' && column !== null && 'header' in column && 'value' in column
    ? isText(column.header) && isText(column.value)
    : false;

/** The expressions of a part are texts; its schema says nothing of that. */
const isWhole = ({ type, attrs }: ProseNode): boolean => {
  switch (type.name) {
    case 'field':
      return isText(attrs['path']);
    case 'conditional':
      return isText(attrs['when']);
    case 'bulletList':
      return attrs['each'] === null || isText(attrs['each']);
    case 'table': {
      const columns: unknown = attrs['columns'];
      return isText(attrs['rows']) && Array.isArray(columns) && columns.every(isColumn);
    }
    default:
      return true;
  }
};

const isWholeThroughout = (page: ProseNode): boolean => {
  let isSo = true;
  page.descendants((node) => {
    isSo &&= isWhole(node);
  });
  return isSo;
};

/** Whether a page can show a text: a draft may be half written, and what a page cannot hold it would lose. */
export const canBeShown = (doc: LetterDoc): boolean => {
  try {
    const page = schema.nodeFromJSON(proseOf(doc));
    page.check();
    return isWholeThroughout(page);
  } catch {
    return false;
  }
};

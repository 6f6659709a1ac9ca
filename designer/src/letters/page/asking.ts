import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';

/** A beginning that somebody types to put something in: `{` for a field, `/` for anything. */
export interface Asked {
  readonly sign: '{' | '/';
  readonly query: string;
  /** Where the sign stands, and where what is typed ends. */
  readonly from: number;
  readonly to: number;
}

const beginning = /(?:(\{)|(?:^|\s)(\/))([\p{L}\p{N} ’'.-]{0,40})$/u;

const askedIn = ({ selection, doc }: EditorState): Asked | null => {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const before = doc.textBetween($from.start(), $from.pos, '\n', '\ufffc');
  const found = beginning.exec(before);
  const query = found?.[3];
  const sign = found?.[1] === '{' ? '{' : '/';
  if (query === undefined || /^\s|\s\s/.test(query)) return null;
  return { sign, query, from: $from.pos - query.length - 1, to: $from.pos };
};

interface AskState {
  readonly asked: Asked | null;
  /** Where the sign stands that somebody wants to be a sign and nothing else. */
  readonly waved: number | null;
}

const key = new PluginKey<AskState>('asking');

/** What is asked for at the caret; null while nothing is. */
export const askedOf = (state: EditorState): Asked | null => key.getState(state)?.asked ?? null;

const quiet: AskState = { asked: null, waved: null };

/** Tells what is asked for, and gives the keys of whoever shows the list to them first. */
export const Asking = Extension.create<{ onKey: (event: KeyboardEvent) => boolean }>({
  name: 'asking',
  addOptions: () => ({ onKey: () => false }),
  addProseMirrorPlugins() {
    const { onKey } = this.options;
    return [
      new Plugin<AskState>({
        key,
        state: {
          init: () => quiet,
          apply: (transaction, { asked: before, waved: was }, _, next) => {
            const isWaved: unknown = transaction.getMeta(key);
            const waved =
              isWaved === true ? (before?.from ?? null) : was === null ? null : transaction.mapping.map(was);
            const asked = askedIn(next);
            // Only typing asks: a caret that comes to a sign of the text does not.
            const isTyped = transaction.docChanged || before !== null;
            if (asked === null || !isTyped) return { asked: null, waved: asked === null ? null : waved };
            return asked.from === waved ? { asked: null, waved } : { asked, waved: null };
          },
        },
        props: {
          handleKeyDown: (view, event) => {
            if (askedOf(view.state) === null) return false;
            if (event.key !== 'Escape') return onKey(event);
            view.dispatch(view.state.tr.setMeta(key, true));
            return true;
          },
        },
      }),
    ];
  },
});

import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { LetterDoc } from '../letter.ts';
import { createPage } from './create-page.ts';
import type { PartKind } from './page-views.ts';
import { WordsInForce, type PageWords } from './page-words.ts';
import { letterOf, proseOf } from './prose.ts';

/** What a page tells whoever shows it. */
export interface PageListener {
  readonly onWritten: (doc: LetterDoc) => void;
  readonly onOpen: (kind: PartKind, at: number) => void;
  readonly onAskKey: (event: KeyboardEvent) => boolean;
  readonly toToolbar: () => void;
}

const nobody: PageListener = {
  onWritten: () => undefined,
  onOpen: () => undefined,
  onAskKey: () => false,
  toToolbar: () => undefined,
};

/** The editor of one language with its history, which stays while another language is shown. */
export class PageModel {
  readonly inForce: WordsInForce;
  readonly editor: Editor;
  #listener: PageListener = nobody;
  #isShown = false;

  constructor(doc: LetterDoc, words: PageWords) {
    this.inForce = new WordsInForce(words);
    this.editor = createPage(doc, {
      desk: { inForce: this.inForce, open: (kind, at) => this.#listener.onOpen(kind, at) },
      toToolbar: () => this.#listener.toToolbar(),
      onAskKey: (event) => this.#listener.onAskKey(event),
    });
    this.editor.on('update', () => this.#listener.onWritten(this.doc));
  }

  /** From now on this one hears of the page. */
  tell(listener: PageListener): void {
    this.#listener = listener;
  }

  /** Shows the page in an element, until the answer is called. */
  show(host: HTMLElement): () => void {
    this.editor.mount(host);
    this.#isShown = true;
    return () => {
      this.#isShown = false;
      this.editor.unmount();
    };
  }

  /** Gives the keys to the page, where it is still shown. */
  focus(): void {
    if (this.#isShown) this.editor.view.focus();
  }

  get doc(): LetterDoc {
    return letterOf(this.editor.getJSON());
  }

  readonly state = (): EditorState => this.editor.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.editor.on('transaction', listener);
    return () => {
      this.editor.off('transaction', listener);
    };
  };

  /** Takes what the file says, where that is something else than what the page says. */
  take(doc: LetterDoc): void {
    const prose = proseOf(doc);
    if (JSON.stringify(letterOf(prose)) === JSON.stringify(this.doc)) return;
    const { content } = this.editor.schema.nodeFromJSON(prose);
    const { tr: transaction } = this.editor.state;
    transaction.replaceWith(0, transaction.doc.content.size, content);
    this.editor.view.dispatch(transaction.setMeta('addToHistory', false).setMeta('preventUpdate', true));
  }
}

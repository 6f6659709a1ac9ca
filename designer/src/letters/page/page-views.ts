import type { NodeViewRenderer } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import type { TableColumn } from '../letter.ts';
import type { FieldAttributes, Said, WordsInForce } from './page-words.ts';

/** Parts of a page that have more to them than what is typed. */
export type PartKind = 'field' | 'table' | 'conditional' | 'bulletList';

/** What the parts of a page know of what is around them. */
export interface PageDesk {
  readonly inForce: WordsInForce;
  /** Opens what can be set of the part at a place. */
  readonly open: (kind: PartKind, at: number) => void;
}

/** The list that repeats a place; null where nothing does. */
export const eachAround = (doc: ProseNode, at: number): string | null => {
  const place = doc.resolve(at);
  for (let { depth } = place; depth > 0; depth -= 1) {
    const each: unknown = place.node(depth).attrs['each'];
    if (typeof each === 'string') return each;
  }
  return null;
};

const element = (tag: string, className: string, ...inside: (string | HTMLElement)[]): HTMLElement => {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...inside);
  return made;
};

/** For who hears the page. */
const hidden = (text: string): HTMLElement => element('span', 'iris-visually-hidden', text);

const mark = (dom: HTMLElement, problem: string | null): void => {
  dom.classList.toggle('letter-part--wrong', problem !== null);
  if (problem === null) dom.removeAttribute('title');
  else dom.title = problem;
};

const button = (text: string, onPress: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'letter-part__change';
  made.textContent = text;
  made.addEventListener('click', onPress);
  return made;
};

/** A field as a chip: what it is called, or what it says on the sample. */
const chip = (attributes: FieldAttributes, each: string | null, { inForce }: PageDesk): HTMLElement => {
  const { words, showsSample } = inForce;
  const said = words.field(attributes, each);
  const text = showsSample && said.sample !== '' ? said.sample : said.text;
  const format = attributes.format === null ? '' : ` · ${words.t(`letter.format.${attributes.format}`)}`;
  const dom = element('span', 'letter-chip', hidden(`${words.t('letter.chip.read')} `), text);
  mark(dom, said.problem);
  if (said.problem === null) dom.title = `${said.text}${format}${said.sample === '' ? '' : ` · ${said.sample}`}`;
  else dom.append(hidden(` (${said.problem})`));
  return dom;
};

/** A view that is drawn anew with its node and with the words. */
const drawn =
  (
    tag: string,
    className: string,
    draw: (node: ProseNode, at: () => number | undefined, dom: HTMLElement) => void,
    desk: PageDesk,
  ): NodeViewRenderer =>
  ({ node, getPos }) => {
    let current = node;
    const dom = element(tag, className);
    dom.contentEditable = 'false';
    const redraw = (): void => draw(current, getPos, dom);
    const forget = desk.inForce.subscribe(redraw);
    redraw();
    return {
      dom,
      update: (next) => {
        if (next.type !== current.type) return false;
        if (next !== current) {
          current = next;
          redraw();
        }
        return true;
      },
      ignoreMutation: () => true,
      stopEvent: (event) => event.target instanceof HTMLElement && event.target.closest('button') !== null,
      destroy: forget,
    };
  };

export const fieldView =
  (desk: PageDesk): NodeViewRenderer =>
  (props) => {
    const draw = (node: ProseNode, getPos: () => number | undefined, dom: HTMLElement): void => {
      const at = getPos();
      const each =
        at === undefined ? null : eachAround(props.editor.state.doc, Math.min(at, props.editor.state.doc.content.size));
      dom.replaceChildren(chip(node.attrs as unknown as FieldAttributes, each, desk));
    };
    const view = drawn('span', 'letter-field', draw, desk)(props);
    view.dom?.addEventListener('dblclick', () => {
      const at = props.getPos();
      if (at !== undefined) desk.open('field', at);
    });
    return view;
  };

const caption = (lead: string, { text, problem }: Said): HTMLElement => {
  const dom = element('span', 'letter-part__said', `${lead} `, element('strong', '', text));
  mark(dom, problem);
  if (problem !== null) dom.append(element('span', 'letter-part__problem', problem));
  return dom;
};

const changer = (
  kind: PartKind,
  getPos: () => number | undefined,
  { inForce: { words }, open }: PageDesk,
  said: string,
) => {
  const made = button(words.t('letter.change'), () => {
    const at = getPos();
    if (at !== undefined) open(kind, at);
  });
  made.append(hidden(` ${said}`));
  return made;
};

export const tableView = (desk: PageDesk): NodeViewRenderer => {
  const draw = (node: ProseNode, getPos: () => number | undefined, dom: HTMLElement): void => {
    const { words } = desk.inForce;
    const rows = String(node.attrs['rows']);
    const columns = node.attrs['columns'] as readonly TableColumn[];
    const said = words.list(rows);
    const head = element('tr', '', ...columns.map(({ header }) => element('th', '', header)));
    const row = element(
      'tr',
      '',
      ...columns.map(({ value, format }) =>
        element('td', '', chip({ path: value, format: format ?? null }, rows, desk)),
      ),
    );
    const table = element('table', 'letter-table', element('thead', '', head), element('tbody', '', row));
    const line = element(
      'div',
      'letter-part__head',
      caption(words.t('letter.table.rows'), said),
      changer('table', getPos, desk, said.text),
    );
    dom.replaceChildren(line, table);
  };
  return drawn('div', 'letter-part', draw, desk);
};

/** A frame around what somebody writes, with a line above it that says when or how often it is printed. */
const framed =
  (
    kind: PartKind,
    desk: PageDesk,
    { inner, saying }: { inner: string; saying: (node: ProseNode) => HTMLElement | null },
  ): NodeViewRenderer =>
  ({ node, getPos }) => {
    let current = node;
    const head = element('div', 'letter-part__head');
    head.contentEditable = 'false';
    const contentDOM = element(inner, 'letter-part__inside');
    const dom = element('div', '', head, contentDOM);
    const redraw = (): void => {
      const said = saying(current);
      dom.className = said === null ? '' : 'letter-part letter-part--frame';
      head.hidden = said === null;
      head.replaceChildren(...(said === null ? [] : [said, changer(kind, getPos, desk, said.textContent)]));
    };
    const forget = desk.inForce.subscribe(redraw);
    redraw();
    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== current.type) return false;
        const isChanged = next.attrs !== current.attrs;
        current = next;
        if (isChanged) redraw();
        return true;
      },
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      stopEvent: (event) => event.target instanceof Node && head.contains(event.target),
      destroy: forget,
    };
  };

export const conditionalView = (desk: PageDesk): NodeViewRenderer =>
  framed('conditional', desk, {
    inner: 'div',
    saying: (node) => {
      const { words } = desk.inForce;
      return caption(words.t('letter.onlyIf'), words.condition(String(node.attrs['when'])));
    },
  });

export const listView = (desk: PageDesk): NodeViewRenderer =>
  framed('bulletList', desk, {
    inner: 'ul',
    saying: (node) => {
      const each: unknown = node.attrs['each'];
      const { words } = desk.inForce;
      return typeof each === 'string' ? caption(words.t('letter.repeated'), words.list(each)) : null;
    },
  });

import type { Locale } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import type { OpenPart } from '../parts/PartDialog.tsx';
import { standardBlocks, standardParagraphs, type Contact } from '../parts/standard-paragraphs.ts';
import { askedOf, type Asked } from './asking.ts';
import { canFrame, insertBlocks, insertField } from './edit-page.ts';
import { formatFor } from './field-formats.ts';
import type { PageModel } from './page-model.ts';
import { eachAround } from './page-views.ts';
import { labelOf, type PageWords } from './page-words.ts';
import { proseOf } from './prose.ts';

/** Something that may be put where one types. */
export interface AskItem {
  readonly id: string;
  readonly label: string;
  readonly origin: string;
  readonly run: (asked: Asked) => void;
}

interface AskParts {
  readonly model: PageModel;
  readonly words: PageWords;
  readonly language: Locale;
  readonly contact: Contact;
  readonly onOpen: (part: OpenPart) => void;
}

export interface AskListState {
  readonly items: readonly AskItem[];
  readonly active: number;
  readonly asked: Asked;
  readonly onChoose: (item: AskItem) => void;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const MAX_ITEMS = 40;

/** What begins like the query comes before what only contains it. */
const fitting = (items: readonly AskItem[], query: string): AskItem[] => {
  const wanted = plain(query.trim());
  const rank = ({ id, label }: AskItem): number => {
    if (plain(label).startsWith(wanted)) return 0;
    if (
      plain(label)
        .split(/\s+/)
        .some((word) => word.startsWith(wanted))
    )
      return 1;
    return plain(`${label} ${id}`).includes(wanted) ? 2 : 3;
  };
  return items
    .map((item) => ({ item, at: rank(item) }))
    .filter(({ at }) => at < 3)
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
    .slice(0, MAX_ITEMS);
};

const fieldItems = ({ model: { editor }, words }: AskParts, from: number): AskItem[] =>
  words
    .at(eachAround(editor.state.doc, from))
    .names.filter(({ type }) => type.kind !== 'context')
    .map((choice) => ({
      id: choice.name,
      label: labelOf(choice),
      origin: words.t('letter.tool.field'),
      run: (range) =>
        insertField(editor, { path: choice.name, format: formatFor(choice.name, choice.type) ?? null }, range),
    }));

/** Takes what was typed away before something else comes in its place. */
const instead = (model: PageModel, act: () => void) => (asked: Asked) => {
  model.editor.view.dispatch(model.editor.state.tr.delete(asked.from, asked.to));
  act();
};

const blockItems = ({ model, words: { t }, language, contact, onOpen }: AskParts): AskItem[] => {
  const { editor } = model;
  const item = (id: string, label: string, act: () => void): AskItem => ({
    id,
    label,
    origin: t('letter.ask.block'),
    run: instead(model, act),
  });
  const headings = ([1, 2, 3] as const).map((level) =>
    item(`heading${level}`, t('letter.tool.heading', { level: `${level}` }), () =>
      editor.chain().focus().setHeading({ level }).run(),
    ),
  );
  return [
    ...headings,
    item('list', t('letter.block.bulletList'), () => editor.chain().focus().toggleBulletList().run()),
    item('table', t('letter.block.table'), () => onOpen({ kind: 'table', at: null })),
    ...(canFrame(editor.state)
      ? [item('condition', t('letter.tool.condition'), () => onOpen({ kind: 'conditional', at: null }))]
      : []),
    ...standardParagraphs.map((which) =>
      item(which, t(`letter.standard.${which}`), () =>
        insertBlocks(editor, proseOf({ type: 'doc', content: standardBlocks(which, language, contact) }).content ?? []),
      ),
    ),
  ];
};

const itemsFor = (parts: AskParts, { sign, query, from }: Asked): AskItem[] =>
  fitting([...(sign === '/' ? blockItems(parts) : []), ...fieldItems(parts, from)], query);

interface Asking {
  readonly list: AskListState | null;
  /** True where the key was one of the list. */
  readonly press: (event: KeyboardEvent) => boolean;
}

/** What is offered while somebody types `{` or `/`. */
export const useAskItems = (parts: AskParts): Asking => {
  const t = useTexts();
  const asked = askedOf(parts.model.editor.state);
  const [chosen, setChosen] = useState({ query: '', at: 0 });
  if (asked === null) return { list: null, press: () => false };
  const items = itemsFor({ ...parts, words: { ...parts.words, t } }, asked);
  const query = `${asked.from} ${asked.query}`;
  const active = chosen.query === query ? Math.min(chosen.at, items.length - 1) : 0;
  if (items.length === 0) return { list: null, press: () => false };
  const onChoose = (item: AskItem): void => item.run(asked);
  const go = (at: number): void => setChosen({ query, at: (at + items.length) % items.length });
  return {
    list: { items, active, asked, onChoose },
    press: (event) => {
      const item = items[active];
      if (event.key === 'ArrowDown') go(active + 1);
      else if (event.key === 'ArrowUp') go(active - 1);
      else if ((event.key === 'Enter' || event.key === 'Tab') && item !== undefined) onChoose(item);
      else return false;
      return true;
    },
  };
};

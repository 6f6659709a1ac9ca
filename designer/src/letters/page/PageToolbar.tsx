import { Menu, type Locale } from '@irisflow/ui';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../app/Icon.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { OpenPart } from '../parts/PartDialog.tsx';
import { standardBlocks, standardParagraphs, type Contact } from '../parts/standard-paragraphs.ts';
import { canFrame, insertBlocks, moveBlock } from './edit-page.ts';
import type { PageModel } from './page-model.ts';
import { proseOf } from './prose.ts';

export interface PageToolbarProps {
  toolbarId: string;
  model: PageModel;
  language: Locale;
  contact: Contact;
  showsSample: boolean;
  onSample: (shows: boolean) => void;
  onOpen: (part: OpenPart) => void;
}

interface Tool {
  readonly id: string;
  readonly label: string;
  readonly sign: ReactNode;
  readonly run: () => void;
  /** As `aria-keyshortcuts` writes it. */
  readonly keys?: string;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
}

/** Everything that is done to words. */
const useWordTools = ({ model: { editor } }: PageToolbarProps): Tool[] => {
  const t = useTexts();
  const heading = (level: 1 | 2 | 3): Tool => ({
    id: `heading${level}`,
    label: t('letter.tool.heading', { level: `${level}` }),
    sign: `T${level}`,
    keys: `Control+Alt+${level}`,
    isPressed: editor.isActive('heading', { level }),
    run: () => editor.chain().focus().toggleHeading({ level }).run(),
  });
  return [
    {
      id: 'bold',
      label: t('letter.tool.bold'),
      sign: <b>{t('letter.sign.bold')}</b>,
      keys: 'Control+B',
      isPressed: editor.isActive('bold'),
      run: () => editor.chain().focus().toggleBold().run(),
    },
    {
      id: 'italic',
      label: t('letter.tool.italic'),
      sign: <i>{t('letter.sign.italic')}</i>,
      keys: 'Control+I',
      isPressed: editor.isActive('italic'),
      run: () => editor.chain().focus().toggleItalic().run(),
    },
    heading(1),
    heading(2),
    heading(3),
    {
      id: 'list',
      label: t('letter.block.bulletList'),
      sign: <Icon name="outline" />,
      keys: 'Control+Shift+8',
      isPressed: editor.isActive('bulletList'),
      run: () => editor.chain().focus().toggleBulletList().run(),
    },
  ];
};

/** Everything that is put in or moved. */
const usePartTools = ({ model: { editor }, showsSample, onSample, onOpen }: PageToolbarProps): Tool[] => {
  const t = useTexts();
  const opens = (kind: OpenPart['kind'], label: string, sign: ReactNode, more: Partial<Tool> = {}): Tool => ({
    id: kind,
    label,
    sign,
    run: () => onOpen({ kind, at: null }),
    ...more,
  });
  return [
    opens('field', t('letter.tool.field'), t('letter.sign.field'), { keys: '{' }),
    opens('table', t('letter.block.table'), t('letter.sign.table')),
    opens('conditional', t('letter.tool.condition'), t('letter.sign.condition'), {
      isDisabled: !canFrame(editor.state),
    }),
    {
      id: 'up',
      label: t('letter.tool.up'),
      sign: <Icon name="up" />,
      keys: 'Alt+ArrowUp',
      run: () => moveBlock(editor, -1),
    },
    {
      id: 'down',
      label: t('letter.tool.down'),
      sign: <Icon name="down" />,
      keys: 'Alt+ArrowDown',
      run: () => moveBlock(editor, 1),
    },
    {
      id: 'undo',
      label: t('process.undo'),
      sign: <Icon name="undo" />,
      keys: 'Control+Z',
      isDisabled: !editor.can().undo(),
      run: () => editor.chain().focus().undo().run(),
    },
    {
      id: 'redo',
      label: t('process.redo'),
      sign: <Icon name="redo" />,
      keys: 'Control+Y',
      isDisabled: !editor.can().redo(),
      run: () => editor.chain().focus().redo().run(),
    },
    {
      id: 'sample',
      label: t('letter.tool.sample'),
      sign: t('letter.sign.sample'),
      isPressed: showsSample,
      run: () => onSample(!showsSample),
    },
  ];
};

const steps: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowRight: (index, length) => (index + 1) % length,
  ArrowLeft: (index, length) => (index - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/** The tools of a page: one stop of the Tab key, arrows between them. */
const Roving = ({ props, tools }: { props: PageToolbarProps; tools: readonly Tool[] }) => {
  const t = useTexts();
  const [current, setCurrent] = useState(tools[0]?.id);
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') props.model.editor.view.focus();
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tools.findIndex(({ id }) => id === current);
    const next = tools[step(at, tools.length)];
    setCurrent(next?.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tool="${next?.id}"]`)?.focus();
  };
  return (
    <div
      id={props.toolbarId}
      className="toolbar letter-toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label={t('letter.toolbar')}
      onKeyDown={move}
    >
      {tools.map(({ id, label, sign, run, keys, isPressed, isDisabled = false }) => (
        <button
          key={id}
          type="button"
          data-tool={id}
          className="tool-button letter-tool"
          tabIndex={id === current ? 0 : -1}
          aria-label={label}
          aria-pressed={isPressed}
          // What cannot be done now still has its name, and its place among the arrows.
          aria-disabled={isDisabled}
          aria-keyshortcuts={keys}
          title={keys === undefined ? label : `${label} (${keys.replaceAll('+', ' ')})`}
          onFocus={() => setCurrent(id)}
          onClick={() => {
            if (!isDisabled) run();
          }}
        >
          {sign}
        </button>
      ))}
    </div>
  );
};

export const PageToolbar = (props: PageToolbarProps) => {
  const t = useTexts();
  const { model, language, contact } = props;
  const words = useWordTools(props);
  const parts = usePartTools(props);
  return (
    <div className="letter-page__bar">
      <Roving props={props} tools={[...words, ...parts]} />
      <Menu
        label={t('letter.standard')}
        icon="plus"
        items={standardParagraphs.map((which) => ({
          id: which,
          label: t(`letter.standard.${which}`),
          onSelect: () => {
            const content = standardBlocks(which, language, contact);
            insertBlocks(model.editor, proseOf({ type: 'doc', content }).content ?? []);
          },
        }))}
      />
    </div>
  );
};

import { useState } from 'react';
import { ToolButton } from '../../app/ToolButton.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { Translate } from '../canvas-texts/translate.ts';
import { kindLabel } from '../modeler/describe-element.ts';
import { appendableTypes, type AppendableType, type OutlineCommands } from './outline-commands.ts';
import type { OutlineItem } from './read-outline.ts';

export interface ProcessOutlineProps {
  items: readonly OutlineItem[];
  selectedId: string | null;
  commands: OutlineCommands;
  translate: Translate;
}

const RenameField = ({ item, onDone }: { item: OutlineItem; onDone: (name: string | null) => void }) => {
  const t = useTexts();
  return (
    <input
      className="outline__rename"
      aria-label={t('outline.newName')}
      defaultValue={item.name}
      // The field replaces the button that had the focus.
      ref={(field) => field?.focus()}
      onBlur={(event) => onDone(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
};

interface AppendSelectProps {
  translate: Translate;
  onAppend: (type: AppendableType) => void;
}

const AppendSelect = ({ onAppend, translate }: AppendSelectProps) => {
  const t = useTexts();
  return (
    <select
      className="outline__append"
      aria-label={t('outline.append')}
      value=""
      onChange={(event) => {
        const type = appendableTypes.find((candidate) => candidate === event.currentTarget.value);
        if (type !== undefined) onAppend(type);
      }}
    >
      <option value="">{t('outline.append')}</option>
      {appendableTypes.map((type) => (
        <option key={type} value={type}>
          {translate(kindLabel(type))}
        </option>
      ))}
    </select>
  );
};

const Exits = ({ item }: { item: OutlineItem }) => {
  const t = useTexts();
  if (item.exits.length < 2) return null;
  return (
    <ul className="outline__exits" aria-label={t('outline.exits')}>
      {item.exits.map((exit) => (
        <li key={`${exit.label}→${exit.target}`}>
          {exit.label === '' ? '' : `${exit.label} `}→ {exit.target}
        </li>
      ))}
    </ul>
  );
};

/** The process as a list that can be read and edited without the drawing. */
export const ProcessOutline = ({ items, selectedId, commands, translate }: ProcessOutlineProps) => {
  const t = useTexts();
  const [renaming, setRenaming] = useState<string | null>(null);
  const finishRename = (id: string, name: string | null): void => {
    if (name !== null) commands.rename(id, name);
    setRenaming(null);
  };
  return (
    <section className="outline" aria-label={t('process.outline')}>
      <h2 className="panel-title">{t('process.outline')}</h2>
      <ol className="outline__list">
        {items.map((item) => (
          <li key={item.id} className="outline__item" data-depth={Math.min(item.depth, 5)}>
            {renaming === item.id ? (
              <RenameField item={item} onDone={(name) => finishRename(item.id, name)} />
            ) : (
              <button
                type="button"
                className="outline__step"
                aria-current={item.id === selectedId}
                onClick={() => commands.select(item.id)}
                onKeyDown={(event) => {
                  if (event.key === 'F2') setRenaming(item.id);
                  if (event.key === 'Delete') commands.remove(item.id);
                }}
              >
                <span className="outline__kind">{translate(kindLabel(item.type))}</span>{' '}
                <span className="outline__name">{item.name === '' ? item.id : item.name}</span>
              </button>
            )}
            <Exits item={item} />
            {item.id === selectedId && renaming !== item.id && (
              <div className="outline__actions">
                <ToolButton
                  icon="pencil"
                  label={t('outline.rename')}
                  shortcut="F2"
                  onClick={() => setRenaming(item.id)}
                />
                <ToolButton
                  icon="trash"
                  label={t('outline.delete')}
                  shortcut="Delete"
                  onClick={() => commands.remove(item.id)}
                />
                <AppendSelect translate={translate} onAppend={(type) => commands.append(item.id, type)} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

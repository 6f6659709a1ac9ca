import { useRef, useState } from 'react';
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

interface RenameFieldProps {
  item: OutlineItem;
  /** The new name, or null to leave the old one; `byKey` where somebody goes on with the keyboard. */
  onDone: (name: string | null, byKey: boolean) => void;
}

const RenameField = ({ item, onDone }: RenameFieldProps) => {
  const t = useTexts();
  const isDone = useRef(false);
  // A field that goes away loses the focus once more.
  const finish = (name: string | null, byKey: boolean): void => {
    if (!isDone.current) onDone(name, byKey);
    isDone.current = true;
  };
  return (
    <input
      className="outline__rename"
      aria-label={t('outline.newName')}
      defaultValue={item.name}
      // The field replaces the button that had the focus.
      ref={(field) => field?.focus()}
      onBlur={(event) => finish(event.currentTarget.value, false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // The key must not press the button that takes the place of the field.
        event.preventDefault();
        finish(event.key === 'Enter' ? event.currentTarget.value : null, true);
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

interface ExitsProps extends Pick<ProcessOutlineProps, 'selectedId' | 'commands'> {
  item: OutlineItem;
}

/** The ways out of a step, each chosen like a step: what is said of a way needs no pointer to find its line on the drawing. */
const Exits = ({ item, selectedId, commands }: ExitsProps) => {
  const t = useTexts();
  if (item.exits.length < 2) return null;
  return (
    <ul className="outline__exits" aria-label={t('outline.exits')}>
      {item.exits.map(({ id, label, target }) => (
        <li key={id}>
          <button
            type="button"
            className="outline__exit"
            aria-current={id === selectedId}
            onClick={() => commands.select(id)}
          >
            {label === '' ? '' : `${label} `}→ {target}
          </button>
        </li>
      ))}
    </ul>
  );
};

interface StepProps {
  item: OutlineItem;
  isSelected: boolean;
  /** Whether it takes the focus now. */
  isLanding: boolean;
  translate: Translate;
  onSelect: () => void;
  onRename: () => void;
  onRemove: () => void;
  onLanded: () => void;
}

const focus = (button: HTMLButtonElement | null): void => button?.focus();

const Step = ({ item, isSelected, isLanding, translate, onSelect, onRename, onRemove, onLanded }: StepProps) => (
  <button
    type="button"
    className="outline__step"
    aria-current={isSelected}
    ref={isLanding ? focus : null}
    onFocus={onLanded}
    onClick={onSelect}
    onKeyDown={(event) => {
      if (event.key === 'F2') onRename();
      if (event.key === 'Delete') onRemove();
    }}
  >
    <span className="outline__kind">{translate(kindLabel(item.type))}</span>{' '}
    <span className="outline__name">{item.name === '' ? item.id : item.name}</span>
  </button>
);

/** What is done in the list, and where the keyboard goes on after a field or a step that went away. */
const useOutline = ({ items, commands }: ProcessOutlineProps) => {
  const [renaming, setRenaming] = useState<string | null>(null);
  const [landing, setLanding] = useState<string | null>(null);
  return {
    renaming,
    landing,
    rename: setRenaming,
    landed: () => setLanding(null),
    finish: (id: string, name: string | null, byKey: boolean): void => {
      if (name !== null) commands.rename(id, name);
      setRenaming(null);
      if (byKey) setLanding(id);
    },
    remove: (id: string): void => {
      const at = items.findIndex((item) => item.id === id);
      const beside = (items[at - 1] ?? items[at + 1])?.id ?? null;
      void commands.remove(id).then((isGone) => isGone && setLanding(beside));
    },
    /** Whoever adds a step says next what it is called. */
    append: (id: string, type: AppendableType): void => setRenaming(commands.append(id, type)),
  };
};

/** The process as a list that can be read and edited without the drawing. */
export const ProcessOutline = (props: ProcessOutlineProps) => {
  const { items, selectedId, commands, translate } = props;
  const t = useTexts();
  const { renaming, landing, rename, landed, finish, remove, append } = useOutline(props);
  return (
    <section className="outline" aria-label={t('process.outline')}>
      <h2 className="panel-title">{t('process.outline')}</h2>
      <ol className="outline__list">
        {items.map((item) => (
          <li key={item.id} className="outline__item" data-depth={Math.min(item.depth, 5)}>
            {renaming === item.id ? (
              <RenameField item={item} onDone={(name, byKey) => finish(item.id, name, byKey)} />
            ) : (
              <Step
                item={item}
                isSelected={item.id === selectedId}
                isLanding={item.id === landing}
                translate={translate}
                onSelect={() => commands.select(item.id)}
                onRename={() => rename(item.id)}
                onRemove={() => remove(item.id)}
                onLanded={landed}
              />
            )}
            <Exits item={item} selectedId={selectedId} commands={commands} />
            {item.id === selectedId && renaming !== item.id && (
              <div className="outline__actions">
                <ToolButton icon="pencil" label={t('outline.rename')} shortcut="F2" onClick={() => rename(item.id)} />
                <ToolButton
                  icon="trash"
                  label={t('outline.delete')}
                  shortcut="Delete"
                  onClick={() => remove(item.id)}
                />
                <AppendSelect translate={translate} onAppend={(type) => append(item.id, type)} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

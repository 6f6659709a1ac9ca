import type { ViewField } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, Dialog } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { foldWords } from './view-draft.ts';

interface PickerProps {
  readonly title: string;
  readonly open: boolean;
  readonly fields: readonly ViewField[];
  readonly onPick: (field: ViewField) => void;
  readonly onClose: () => void;
}

interface Group {
  readonly title: string;
  readonly fields: readonly ViewField[];
}

/** Nobody reads on beyond so many; a word more finds the one that is meant. */
const MOST_SHOWN = 60;

const useGroups = (fields: readonly ViewField[], words: string): readonly Group[] => {
  const t = useDeskText();
  const read = useLocalized();
  const wanted = foldWords(words);
  const groups = new Map<string, ViewField[]>();
  const fitting = fields.filter(({ label, group }) =>
    foldWords(`${read(label)} ${group === null ? '' : read(group)}`).includes(wanted),
  );
  for (const field of fitting.slice(0, MOST_SHOWN)) {
    const title = field.group === null ? t('views.fields.all') : read(field.group);
    groups.set(title, [...(groups.get(title) ?? []), field]);
  }
  return [...groups].map(([title, found]) => ({ title, fields: found }));
};

const Fields = ({ fields, onPick }: Pick<PickerProps, 'fields' | 'onPick'>) => {
  const t = useDeskText();
  const read = useLocalized();
  const [words, setWords] = useState('');
  const groups = useGroups(fields, words);
  return (
    <div className="iris-stack iris-stack--tight">
      <div className="desk-filter">
        <label htmlFor="view-field-search">{t('views.fields.search')}</label>
        <input
          id="view-field-search"
          type="search"
          className="iris-input"
          autoComplete="off"
          maxLength={100}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <output className="iris-visually-hidden">
        {t.plural(
          'views.fields.found',
          groups.reduce((sum, group) => sum + group.fields.length, 0),
        )}
      </output>
      {groups.length === 0 && <p className="iris-muted">{t('views.fields.none')}</p>}
      <div className="desk-view-fields">
        {groups.map(({ title, fields: found }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {found.map((field) => (
                <li key={field.key}>
                  <button type="button" onClick={() => onPick(field)}>
                    {read(field.label)}
                    <span className="iris-muted">{t(`views.kind.${field.kind}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
};

/** Finds a field by a word of its name or of its procedure. */
export const FieldPicker = ({ title, open, fields, onPick, onClose }: PickerProps) => {
  const t = useDeskText();
  const cancel = (
    <Button tone="secondary" onClick={onClose}>
      {t('cancel')}
    </Button>
  );
  return (
    <Dialog open={open} title={title} onClose={onClose} actions={cancel}>
      <Fields fields={fields} onPick={onPick} />
    </Dialog>
  );
};

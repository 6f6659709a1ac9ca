import type { ViewField } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { MAX_COLUMNS, withMoved } from './view-draft.ts';

interface ColumnsProps {
  readonly columns: readonly string[];
  readonly fields: ReadonlyMap<string, ViewField>;
  readonly onChange: (columns: string[]) => void;
}

interface LineProps {
  readonly name: string;
  readonly at: number;
  readonly count: number;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

const ColumnLine = ({ name, at, count, onMove, onRemove }: LineProps) => {
  const t = useDeskText();
  const isOnly = count === 1;
  const actions = [
    { id: 'earlier', icon: 'sortUp', isOff: at === 0, act: () => onMove(-1) },
    { id: 'later', icon: 'sortDown', isOff: at === count - 1, act: () => onMove(1) },
    { id: 'remove', icon: 'cross', isOff: isOnly, act: onRemove },
  ] as const;
  return (
    <li className="desk-view-column">
      <span>{name}</span>
      {actions.map(({ id, icon, isOff, act }) => (
        <Button key={id} size="small" tone="quiet" icon={icon} busy={isOff} onClick={act}>
          <VisuallyHidden>{t(`views.column.${id}`, { field: name })}</VisuallyHidden>
        </Button>
      ))}
    </li>
  );
};

/** Which columns the list has, and in which order. */
export const ColumnsPicker = ({ columns, fields, onChange }: ColumnsProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const [isAdding, setAdding] = useState(false);
  const nameOf = (key: string): string => {
    const field = fields.get(key);
    return field === undefined ? t('views.condition.gone') : read(field.label);
  };
  return (
    <fieldset className="iris-stack iris-stack--tight desk-view-fieldset" aria-label={t('views.columns')}>
      <ol className="desk-view-columns">
        {columns.map((key, at) => (
          <ColumnLine
            key={key}
            name={nameOf(key)}
            at={at}
            count={columns.length}
            onMove={(step) => onChange(withMoved(columns, key, step))}
            onRemove={() => onChange(columns.filter((one) => one !== key))}
          />
        ))}
      </ol>
      <div className="iris-row">
        {columns.length < MAX_COLUMNS ? (
          <Button size="small" tone="secondary" icon="plus" onClick={() => setAdding(true)}>
            {t('views.column.add')}
          </Button>
        ) : (
          <p className="iris-muted">{t('views.column.full', { most: MAX_COLUMNS })}</p>
        )}
      </div>
      <FieldPicker
        title={t('views.column.add')}
        open={isAdding}
        fields={[...fields.values()].filter(({ key }) => !columns.includes(key))}
        onPick={({ key }) => {
          onChange([...columns, key]);
          setAdding(false);
        }}
        onClose={() => setAdding(false)}
      />
    </fieldset>
  );
};

import { Button, controlAttributes, Field, VisuallyHidden } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { wrongType, type TypeRow } from './connector-types.ts';

/** As many, and as long with the key in front, as the platform takes. */
const MAX_TYPES = 50;
const MAX_LENGTH = 100;

export interface TypeFieldsProps {
  /** The key of the administration, which every type of its own begins with. */
  readonly administration: string;
  readonly rows: readonly TypeRow[];
  readonly onChange: (rows: readonly TypeRow[]) => void;
  readonly asked: boolean;
}

interface RowProps extends TypeFieldsProps {
  readonly row: TypeRow;
  readonly place: number;
  readonly onRemove: () => void;
}

const idOf = ({ id }: TypeRow): string => `type-${id}`;

/** Keyboards go on in the field that was added, or beside the one that was removed. */
const useNextField = (): ((row: TypeRow | undefined) => void) => {
  const [next, setNext] = useState<{ readonly row: TypeRow | undefined }>();
  useEffect(() => {
    if (next?.row !== undefined) document.getElementById(idOf(next.row))?.focus();
  }, [next]);
  return (row) => setNext({ row });
};

const TypeField = ({ administration, rows, row, place, onChange, onRemove, asked }: RowProps) => {
  const t = useDeskText();
  const wrong = asked ? wrongType(row, rows) : undefined;
  const field = {
    id: idOf(row),
    label: t('tokens.type', { place }),
    hint: t('tokens.type.hint', { prefix: `${administration}.` }),
    ...(wrong !== undefined && { error: t(`tokens.type.${wrong}`) }),
  };
  return (
    <div className="iris-stack iris-stack--tight">
      <Field {...field}>
        <span className="desk-prefixed">
          <span aria-hidden="true" className="desk-prefixed__prefix">
            {administration}.
          </span>
          <input
            {...controlAttributes(field)}
            className="iris-input iris-input--code"
            autoComplete="off"
            spellCheck={false}
            maxLength={MAX_LENGTH - administration.length - 1}
            value={row.text}
            onChange={({ target }) =>
              onChange(rows.map((one) => (one.id === row.id ? { ...one, text: target.value } : one)))
            }
          />
        </span>
      </Field>
      {rows.length > 1 && (
        <div>
          <Button tone="quiet" size="small" onClick={onRemove}>
            {t('tokens.type.remove')}
            <VisuallyHidden> {place}</VisuallyHidden>
          </Button>
        </div>
      )}
    </div>
  );
};

/** The types of job that a token is for. */
export const TypeFields = (props: TypeFieldsProps) => {
  const { rows, onChange } = props;
  const t = useDeskText();
  const goTo = useNextField();
  const add = (): void => {
    const row = { id: Math.max(0, ...rows.map(({ id }) => id)) + 1, text: '' };
    onChange([...rows, row]);
    goTo(row);
  };
  const remove = (index: number): void => {
    onChange(rows.filter((_, other) => other !== index));
    goTo(rows[index === 0 ? 1 : index - 1]);
  };
  return (
    <>
      {rows.map((row, index) => (
        <TypeField key={row.id} {...props} row={row} place={index + 1} onRemove={() => remove(index)} />
      ))}
      {rows.length < MAX_TYPES && (
        <div>
          <Button tone="secondary" size="small" onClick={add}>
            {t('tokens.type.add')}
          </Button>
        </div>
      )}
    </>
  );
};

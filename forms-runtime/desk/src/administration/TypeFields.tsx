import { Button, controlAttributes, Field, VisuallyHidden } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { wrongType, type TypeRow } from './connector-types.ts';

/** As many as the platform takes. */
const MAX_TYPES = 50;

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
}

const TypeField = ({ administration, rows, row, place, onChange, asked }: RowProps) => {
  const t = useDeskText();
  const wrong = asked ? wrongType(row, rows) : undefined;
  const field = {
    id: `type-${row.id}`,
    label: t('tokens.type', { place }),
    hint: t('tokens.type.hint', { prefix: `${administration}.` }),
    ...(wrong !== undefined && { error: t(`tokens.type.${wrong}`) }),
  };
  const others = rows.filter(({ id }) => id !== row.id);
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
            maxLength={100}
            value={row.text}
            onChange={({ target }) =>
              onChange(rows.map((one) => (one.id === row.id ? { ...one, text: target.value } : one)))
            }
          />
        </span>
      </Field>
      {others.length > 0 && (
        <div>
          <Button tone="quiet" size="small" onClick={() => onChange(others)}>
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
  const next = Math.max(0, ...rows.map(({ id }) => id)) + 1;
  return (
    <>
      {rows.map((row, index) => (
        <TypeField key={row.id} {...props} row={row} place={index + 1} />
      ))}
      {rows.length < MAX_TYPES && (
        <div>
          <Button tone="secondary" size="small" onClick={() => onChange([...rows, { id: next, text: '' }])}>
            {t('tokens.type.add')}
          </Button>
        </div>
      )}
    </>
  );
};

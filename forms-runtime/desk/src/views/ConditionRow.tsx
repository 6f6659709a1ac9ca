import type { ViewCondition, ViewField, ViewOperator } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, VisuallyHidden } from '@irisflow/ui';
import { useEffect, useId, useRef } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { ConditionValue } from './ConditionValue.tsx';
import { isComplete, operatorsOf, valueOf } from './view-draft.ts';

interface RowProps {
  readonly condition: ViewCondition;
  /** Undefined for a field that is not there any more, or not for this reader. */
  readonly field: ViewField | undefined;
  /** Whether a condition without a value is marked. */
  readonly isChecked: boolean;
  /** Whether it was added just now: then one goes on with its question. */
  readonly isNew: boolean;
  readonly onChange: (condition: ViewCondition) => void;
  readonly onRemove: () => void;
}

const isAsked = (operator: ViewOperator, { mayBeEmpty }: ViewField): boolean =>
  mayBeEmpty || (operator !== 'empty' && operator !== 'filled');

/** A question stays with its value while the other one takes the same: "at least 5" becomes "at most 5". */
const withOperator = (condition: ViewCondition, operator: ViewOperator): ViewCondition => ({
  ...condition,
  operator,
  values: String(valueOf[operator]) === String(valueOf[condition.operator]) ? condition.values : [],
});

const Remove = ({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) => {
  const t = useDeskText();
  return (
    <Button size="small" tone="quiet" icon="cross" onClick={onRemove}>
      <VisuallyHidden>{t('views.condition.remove', { field: name })}</VisuallyHidden>
    </Button>
  );
};

const Known = ({
  condition,
  field,
  isChecked,
  isNew,
  onChange,
  onRemove,
}: RowProps & { readonly field: ViewField }) => {
  const t = useDeskText();
  const read = useLocalized();
  const id = useId();
  const question = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (isNew) question.current?.focus();
  }, [isNew]);
  const name = read(field.label);
  const isInvalid = isChecked && !isComplete(condition, field.kind);
  return (
    <li className="desk-view-condition">
      <p className="desk-view-condition__field">
        <strong>{name}</strong>
        {field.group !== null && <span className="iris-muted">{read(field.group)}</span>}
      </p>
      <select
        ref={question}
        className="iris-input desk-view-condition__operator"
        aria-label={t('views.operator.of', { field: name })}
        value={condition.operator}
        onChange={(event) => onChange(withOperator(condition, event.target.value as ViewOperator))}
      >
        {operatorsOf[field.kind]
          .filter((operator) => isAsked(operator, field))
          .map((operator) => (
            <option key={operator} value={operator}>
              {t(`views.operator.${operator}`)}
            </option>
          ))}
      </select>
      <div className="desk-view-condition__value">
        <ConditionValue
          id={id}
          field={field}
          label={`${name}, ${t(`views.operator.${condition.operator}`)}`}
          condition={condition}
          isInvalid={isInvalid}
          onChange={(values) => onChange({ ...condition, values })}
        />
        {isInvalid && <p className="iris-field__error">{t('views.condition.unfinished')}</p>}
      </div>
      <Remove name={name} onRemove={onRemove} />
    </li>
  );
};

/** One condition: the field, the question, and what it is asked with. */
export const ConditionRow = (props: RowProps) => {
  const { field, onRemove } = props;
  const t = useDeskText();
  if (field !== undefined) return <Known {...props} field={field} />;
  return (
    <li className="desk-view-condition desk-view-condition--gone">
      <p className="iris-field__error">{t('views.condition.gone')}</p>
      <Remove name={t('views.condition.gone')} onRemove={onRemove} />
    </li>
  );
};

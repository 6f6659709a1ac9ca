import { useUiText } from '../i18n/ui-messages.ts';
import { classNames } from './class-names.ts';
import { controlAttributes, type FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface CheckboxProps extends FieldProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
}

/** One statement to tick. */
export const Checkbox = ({ value, onChange, disabled, ...field }: CheckboxProps) => {
  const t = useUiText();
  const { id, label, hint, note, error, width = 'full' } = field;
  const { 'aria-required': required, ...attributes } = controlAttributes(field);
  return (
    <div className={classNames('iris-field', Boolean(error) && 'iris-field--invalid', `iris-width--${width}`)}>
      <label className={classNames('iris-choice', Boolean(error) && 'iris-choice--invalid')}>
        <input
          {...attributes}
          className="iris-choice__box"
          type="checkbox"
          checked={value}
          disabled={disabled}
          required={required}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="iris-choice__hint">
            {hint}
          </span>
        )}
      </label>
      {note && (
        <div id={`${id}-note`} className="iris-field__note">
          {note}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="iris-field__error">
          <Icon name="error" />
          <span>
            <VisuallyHidden>{t('field.error')} </VisuallyHidden>
            {error}
          </span>
        </p>
      )}
    </div>
  );
};

import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  type Key,
} from 'react-aria-components';
import { Field, controlAttributes, type FieldProps } from '../components/Field.tsx';
import { Icon } from '../components/Icon.tsx';
import type { ChoiceOption } from '../components/RadioGroup.tsx';
import { useUiText } from '../i18n/ui-messages.ts';

export interface ComboBoxProps extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** Called with what is typed, so that the owner can fetch other options; the list then shows them all. */
  readonly onSearch?: (text: string) => void;
  readonly disabled?: boolean;
}

/** One choice out of a very long list, found by typing. */
export const ComboBox = ({ options, value, onChange, onSearch, disabled = false, ...field }: ComboBoxProps) => {
  const t = useUiText();
  const choose = (key: Key | null): void => onChange(key === null ? undefined : String(key));
  return (
    <Field {...field}>
      <AriaComboBox
        aria-label={typeof field.label === 'string' ? field.label : field.id}
        defaultItems={options}
        selectedKey={value ?? null}
        isDisabled={disabled}
        isInvalid={Boolean(field.error)}
        menuTrigger="focus"
        onSelectionChange={choose}
        {...(onSearch && { onInputChange: onSearch, items: options })}
      >
        <div className="iris-combobox">
          <Input {...controlAttributes(field)} className="iris-input" />
          <Button className="iris-combobox__toggle" aria-label={t('select.empty')}>
            <Icon name="chevronDown" />
          </Button>
        </div>
        <Popover className="iris-popover">
          <ListBox<ChoiceOption> className="iris-listbox">
            {(option) => (
              <ListBoxItem id={option.value} textValue={option.label} className="iris-listbox__item">
                <span>{option.label}</span>
                {option.hint !== undefined && <span className="iris-choice__hint">{option.hint}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </Field>
  );
};

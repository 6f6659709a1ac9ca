import { readAt, writeAt, pointerOf } from '@irisflow/forms';
import { FieldGroup, TextField, type FieldWidth } from '@irisflow/ui';
import { fieldId, useFormScope } from '../form-scope.ts';
import { useRendererText } from '../i18n/renderer-messages.ts';
import { addressLabel, addressLines, type AddressLine } from '../locate.ts';
import { asText, type WidgetProps } from './widget-props.ts';

const layout: { readonly [L in AddressLine]: { readonly width: FieldWidth; readonly autoComplete: string } } = {
  street: { width: 'full', autoComplete: 'address-line1' },
  number: { width: 'third', autoComplete: 'address-line2' },
  box: { width: 'third', autoComplete: 'address-line3' },
  postalCode: { width: 'third', autoComplete: 'postal-code' },
  municipality: { width: 'two-thirds', autoComplete: 'address-level2' },
};

/** A Belgian postal address, line by line, so that browsers can fill it in and errors can point at one line. */
export const AddressWidget = ({ control, field, path, value, onChange, readOnly }: WidgetProps) => {
  const scope = useFormScope();
  const t = useRendererText();
  const required = new Set(control.schema.required);
  const lines = addressLines.filter((line) => control.schema.properties?.[line] !== undefined);
  return (
    <FieldGroup {...field}>
      <div className="iris-fields">
        {lines.map((line) => {
          const pointer = pointerOf([...path, line]);
          return (
            <TextField
              key={line}
              id={fieldId(pointer)}
              label={addressLabel(control, line, { ...scope, t })}
              error={scope.errors.get(pointer)}
              optional={!required.has(line)}
              width={layout[line].width}
              autoComplete={layout[line].autoComplete}
              inputMode={line === 'postalCode' ? 'numeric' : 'text'}
              value={asText(readAt(value, [line]))}
              readOnly={readOnly}
              onChange={(text) => onChange(writeAt(value ?? {}, [line], text === '' ? undefined : text))}
            />
          );
        })}
      </div>
    </FieldGroup>
  );
};

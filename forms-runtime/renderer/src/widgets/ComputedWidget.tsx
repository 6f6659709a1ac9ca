import { ControlValue } from '../ControlValue.tsx';
import type { WidgetProps } from './widget-props.ts';

/** A calculated value, announced when it changes. */
export const ComputedWidget = ({ control, field, value }: WidgetProps) => (
  <div className={`iris-field iris-width--${field.width ?? 'full'}`}>
    <span className="iris-field__label">{field.label}</span>
    {field.hint && <div className="iris-field__hint">{field.hint}</div>}
    <output id={field.id} className="iris-output iris-field__body">
      <ControlValue control={control} value={value} />
    </output>
  </div>
);

import { Checkbox, CheckboxGroup, RadioGroup, Select } from '@irisflow/ui';
import { useRendererText } from '../i18n/renderer-messages.ts';
import { typedChoice, useAnswerFirst, useOfferedChoices } from '../use-choices.ts';
import { asList, type WidgetProps } from './widget-props.ts';

const chosen = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** The choices on offer; where there are none yet, the hint says which field to answer first. */
const useChoiceField = ({ control, field, holder, readOnly }: WidgetProps) => {
  const t = useRendererText();
  const options = useOfferedChoices(control, { holder, readOnly });
  const first = useAnswerFirst(control, options);
  return { ...field, ...(first !== undefined && { hint: t('choice.first', { field: first }) }), options };
};

export const RadioWidget = (props: WidgetProps) => {
  const { control, value, onChange, readOnly } = props;
  return (
    <RadioGroup
      {...useChoiceField(props)}
      value={chosen(value)}
      disabled={readOnly}
      onChange={(next) => onChange(typedChoice(control, next))}
    />
  );
};

export const SelectWidget = (props: WidgetProps) => {
  const { control, value, onChange, readOnly } = props;
  return (
    <Select
      {...useChoiceField(props)}
      value={chosen(value)}
      disabled={readOnly}
      onChange={(next) => onChange(typedChoice(control, next))}
    />
  );
};

export const CheckboxesWidget = (props: WidgetProps) => {
  const { control, value, onChange, readOnly } = props;
  return (
    <CheckboxGroup
      {...useChoiceField(props)}
      value={asList(value).map(String)}
      disabled={readOnly}
      onChange={(next) => onChange(next.length === 0 ? undefined : next.map((choice) => typedChoice(control, choice)))}
    />
  );
};

export const YesNoWidget = ({ field, value, onChange, readOnly }: WidgetProps) => {
  const t = useRendererText();
  const options = [
    { value: 'yes', label: t('value.yes') },
    { value: 'no', label: t('value.no') },
  ];
  const answer = value === true ? 'yes' : 'no';
  return (
    <RadioGroup
      {...field}
      inline
      options={options}
      value={typeof value === 'boolean' ? answer : undefined}
      disabled={readOnly}
      onChange={(next) => onChange(next === 'yes')}
    />
  );
};

export const CheckboxWidget = ({ field, value, onChange, readOnly }: WidgetProps) => (
  <Checkbox {...field} value={value === true} disabled={readOnly} onChange={onChange} />
);

/** A declaration that is not ticked is not given: it has no value rather than the value false. */
export const DeclarationWidget = ({ field, value, onChange, readOnly }: WidgetProps) => (
  <Checkbox {...field} value={value === true} disabled={readOnly} onChange={(next) => onChange(next || undefined)} />
);

import type { Locale, LocalizedText } from '@irisflow/client';
import type { CategoryElement, FieldSchema, FormDefinition, FormElement } from '@irisflow/forms';
import { Checkbox, locales } from '@irisflow/ui';
import { LocalizedField } from '../../app/LocalizedField.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { FieldVariable } from './FieldVariable.tsx';
import { RestrictionFields } from './RestrictionFields.tsx';
import { isRequired, setFormText, setRequired } from './edit-form.ts';

export interface ElementPanelProps {
  form: FormDefinition;
  element: CategoryElement | FormElement;
  onChange: (form: FormDefinition) => void;
}

const readText = (form: FormDefinition, key: string): LocalizedText => {
  const read = (locale: Locale): string => form.translations[locale]?.[key] ?? '';
  return { fr: read('fr'), nl: read('nl'), en: read('en') };
};

const writeText = (form: FormDefinition, key: string, text: LocalizedText): FormDefinition =>
  locales.reduce((next, locale) => setFormText(next, { locale, key, text: text[locale] }), form);

/** The keys of the options of a closed list, wherever its schema keeps them. */
const optionKeys = (form: FormDefinition, scope: string): readonly string[] => {
  const path = scope.split('/properties/').slice(1);
  const field = path.reduce<FieldSchema | undefined>((schema, name) => schema?.properties?.[name], form.schema);
  return [...(field?.oneOf ?? []), ...(field?.items?.oneOf ?? [])].map((choice) => choice.title);
};

/** The texts of one element in every language and, for a field, whether it must be filled in. */
export const ElementPanel = ({ form, element, onChange }: ElementPanelProps) => {
  const t = useTexts();
  if (!('i18n' in element)) return <p className="element-panel">{t('form.noTexts')}</p>;
  const { i18n } = element;
  const isControl = element.type === 'Control';
  const isNotice = element.type === 'Label';
  const field = (key: string, label: string, shape: 'line' | 'area' = 'line') => (
    <LocalizedField
      key={key}
      label={label}
      shape={shape}
      value={readText(form, key)}
      onChange={(text) => onChange(writeText(form, key, text))}
    />
  );
  return (
    <div className="element-panel">
      {field(`${i18n}.label`, isNotice ? t('form.noticeTitle') : t('form.label'))}
      {isNotice ? field(`${i18n}.text`, t('form.noticeText'), 'area') : field(`${i18n}.description`, t('form.hint'))}
      {isControl && optionKeys(form, element.scope).map((key) => field(key, t('form.option', { key })))}
      {isControl && (
        <Checkbox
          id={`required-${element.id}`}
          optional
          label={t('form.required')}
          value={isRequired(form, element.scope)}
          onChange={(isChosen) => onChange(setRequired(form, element.scope, isChosen ? 'required' : 'optional'))}
        />
      )}
      {isControl && element.options.widget !== 'file' && (
        <RestrictionFields key={element.id} form={form} control={element} onChange={onChange} />
      )}
      {isControl && <FieldVariable form={form} scope={element.scope} onChange={onChange} />}
      {isControl && (
        <p className="element-panel__scope">
          <code>{element.scope}</code>
        </p>
      )}
    </div>
  );
};

import {
  formText,
  optionalText,
  type CompiledItem,
  type CompiledPage,
  type CompiledSection,
  type FormData,
  type Settled,
} from '@irisflow/forms';
import { Notice } from '@irisflow/ui';
import { FormControl } from './FormControl.tsx';
import { useFormScope } from './form-scope.ts';
import { KnownCard } from './KnownCard.tsx';
import { MaskedField } from './Masked.tsx';
import { runsOf } from './known-runs.ts';

interface ShownProps {
  readonly settled: Settled;
  /** The data as typed; settled data has blanks trimmed away. */
  readonly data: FormData;
}

const Item = ({ item, settled, data }: ShownProps & { readonly item: CompiledItem }) => {
  const { compiled, locale, masked } = useFormScope();
  if (item.kind === 'notice') {
    return (
      <Notice tone={item.tone} title={optionalText(compiled.form, locale, `${item.i18n}.label`)}>
        {formText(compiled.form, locale, `${item.i18n}.text`)}
      </Notice>
    );
  }
  if (masked?.includes(item.pointer) === true) return <MaskedField control={item} />;
  return (
    <FormControl
      control={item}
      // A calculated value only exists in the settled data.
      holder={item.widget === 'computed' ? settled.data : data}
      required={settled.required.has(item.id)}
      readOnly={settled.disabled.has(item.id)}
    />
  );
};

const Section = ({ section, settled, data }: ShownProps & { readonly section: CompiledSection }) => {
  const { compiled, locale, prefilled } = useFormScope();
  const visible = section.items.filter((item) => settled.visible.has(item.id));
  const items = runsOf(visible, prefilled).map((run) =>
    'fields' in run ? (
      <KnownCard key={run.fields[0].control.id} fields={run.fields} />
    ) : (
      <Item key={run.item.id} item={run.item} settled={settled} data={data} />
    ),
  );
  if (section.i18n === undefined) return <div className="iris-fields">{items}</div>;
  const description = optionalText(compiled.form, locale, `${section.i18n}.description`);
  return (
    <section className="iris-form-section" aria-labelledby={`section-${section.id}`}>
      <h2 id={`section-${section.id}`} className="iris-section-title">
        {formText(compiled.form, locale, `${section.i18n}.label`)}
      </h2>
      {description !== undefined && <p className="iris-muted">{description}</p>}
      <div className="iris-fields">{items}</div>
    </section>
  );
};

export interface FormSectionProps extends ShownProps {
  readonly page: CompiledPage;
}

/** The visible sections of one page. */
export const FormSection = ({ page, settled, data }: FormSectionProps) => (
  <div className="iris-stack iris-stack--loose">
    {page.sections
      .filter((section) => settled.visible.has(section.id))
      .map((section) => (
        <Section key={section.id} section={section} settled={settled} data={data} />
      ))}
  </div>
);

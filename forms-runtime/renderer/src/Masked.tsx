import { formText, type CompiledControl } from '@irisflow/forms';
import { useFormScope } from './form-scope.ts';
import { useRendererText } from './i18n/renderer-messages.ts';

/** Stands where a restricted answer would: the same whether there is one or not. */
export const Masked = () => {
  const t = useRendererText();
  return (
    <>
      <span aria-hidden="true">•••</span>
      <span className="iris-visually-hidden">{t('masked')}</span>
    </>
  );
};

/** A field of a form whose answer whoever fills it in does not see, and which stays as it is. */
export const MaskedField = ({ control }: { readonly control: CompiledControl }) => {
  const { compiled, locale } = useFormScope();
  const t = useRendererText();
  return (
    <div className={`iris-field iris-width--${control.width}`}>
      <span className="iris-field__label">{formText(compiled.form, locale, `${control.i18n}.label`)}</span>
      <span className="iris-field__hint">{t('masked.stays')}</span>
      <span>
        <Masked />
      </span>
    </div>
  );
};

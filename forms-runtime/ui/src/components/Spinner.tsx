import { useUiText } from '../i18n/ui-messages.ts';

/** Says that something is loading, to eyes and ears. */
export const Spinner = ({ label }: { readonly label?: string }) => {
  const t = useUiText();
  return <output className="iris-spinner">{label ?? t('loading')}</output>;
};

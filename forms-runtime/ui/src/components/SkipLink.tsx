import { useUiText } from '../i18n/ui-messages.ts';

/** Lets keyboards jump over the header; `target` is the id of the main part. */
export const SkipLink = ({ target = 'main' }: { readonly target?: string }) => {
  const t = useUiText();
  return (
    <a className="iris-skip-link" href={`#${target}`}>
      {t('skip.content')}
    </a>
  );
};

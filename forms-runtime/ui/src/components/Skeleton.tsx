import { useUiText } from '../i18n/ui-messages.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

const LINES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** The quiet shape of a text that is still loading, one to six lines long. */
export const Skeleton = ({ lines = 3 }: { readonly lines?: number }) => {
  const t = useUiText();
  return (
    <output className="iris-skeleton">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {LINES.slice(0, lines).map((line) => (
        <span key={line} className="iris-skeleton__line" />
      ))}
    </output>
  );
};

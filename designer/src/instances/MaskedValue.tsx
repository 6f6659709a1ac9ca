import type { ValueShape } from '@irisflow/client';
import { VisuallyHidden } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';

const Part = ({ shape: { path, kind, size } }: { shape: ValueShape }) => {
  const t = useTexts();
  return (
    <li>
      {path !== '' && <code>{path}</code>}{' '}
      <span className="masked__kind">
        {t(`mask.kind.${kind}`)}
        {size !== null && `, ${t(`mask.size.${size}`)}`}
      </span>
    </li>
  );
};

/** A value that is masked on purpose: what it is made of, not what it says. */
export const MaskedValue = ({ shape }: { shape: readonly ValueShape[] }) => {
  const t = useTexts();
  return (
    <div className="masked">
      <span className="masked__bar" aria-hidden="true" />
      <VisuallyHidden>{t('mask.value')}</VisuallyHidden>
      <ul>
        {shape
          .filter((_, index) => shape.length === 1 || index > 0)
          .map((part) => (
            <Part key={`${part.path} ${part.kind} ${part.size ?? ''}`} shape={part} />
          ))}
      </ul>
    </div>
  );
};

import type { ValueShape } from '@irisflow/client';
import { useTexts } from '../texts/use-texts.ts';

const useKindText = () => {
  const t = useTexts();
  return ({ kind, size }: ValueShape): string =>
    size === null ? t(`mask.kind.${kind}`) : `${t(`mask.kind.${kind}`)}, ${t(`mask.size.${size}`)}`;
};

const Parts = ({ parts }: { parts: readonly ValueShape[] }) => {
  const t = useTexts();
  const kindText = useKindText();
  return (
    <details>
      <summary>{t.plural('mask.parts', parts.length)}</summary>
      <ul>
        {parts.map((part) => (
          <li key={`${part.path} ${part.kind} ${part.size ?? ''}`}>
            <code>{part.path}</code> <span className="masked__kind">{kindText(part)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** A value that is masked on purpose: what it is made of, not what it says. */
export const MaskedValue = ({ shape }: { shape: readonly ValueShape[] }) => {
  const t = useTexts();
  const kindText = useKindText();
  const [whole, ...parts] = shape;
  return (
    <div className="masked">
      <span className="masked__bar" aria-hidden="true" />
      <div>
        {t('mask.value')} <span className="masked__kind">{whole !== undefined && kindText(whole)}</span>
        {parts.length > 0 && <Parts parts={parts} />}
      </div>
    </div>
  );
};

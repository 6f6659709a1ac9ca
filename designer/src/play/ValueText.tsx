import { useTexts } from '../texts/use-texts.ts';
import { humanName } from './value-shape.ts';

/** A value to read: names with their values, lists as lists. */
export const ValueText = ({ value }: { readonly value: unknown }) => {
  const t = useTexts();
  if (value === null || value === undefined || value === '')
    return <span className="iris-muted">{t('value.nothing')}</span>;
  if (typeof value === 'boolean') return <>{value ? t('value.yes') : t('value.no')}</>;
  if (Array.isArray(value))
    return value.length === 0 ? (
      <span className="iris-muted">{t('value.nothing')}</span>
    ) : (
      <ul className="value-text">
        {value.map((item, index) => (
          // Items of a list that is only read keep their places.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <ValueText value={item} />
          </li>
        ))}
      </ul>
    );
  if (typeof value === 'object')
    return (
      <dl className="value-text">
        {Object.entries(value).map(([name, inner]) => (
          <div key={name}>
            <dt>{humanName(name)}</dt>
            <dd>
              <ValueText value={inner} />
            </dd>
          </div>
        ))}
      </dl>
    );
  return <>{typeof value === 'string' ? value : JSON.stringify(value)}</>;
};

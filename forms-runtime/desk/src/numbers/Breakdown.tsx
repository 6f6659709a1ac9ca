import type { Numbers } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { BarList, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Why cases were refused, and where and in which language they came from. */
export const Breakdown = ({ numbers }: { readonly numbers: Numbers }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { number } = useFormatters();
  const grounds = numbers.grounds.map(({ procedureKey, code, text, count }) => ({
    id: `${procedureKey} ${code}`,
    label: read(text),
    count,
    text: number(count),
  }));
  const communes = numbers.communes.map(({ nis, name, count }) => ({
    id: nis ?? 'none',
    label: read(name),
    count,
    text: number(count),
  }));
  const languages = numbers.languages.map(({ language, count }) => ({
    id: language,
    label: t(`language.${language}`),
    count,
    text: number(count),
  }));
  return (
    <div className="desk-breakdown">
      <section className="iris-stack" aria-labelledby="grounds">
        <h2 id="grounds" className="iris-section-title">
          {t('numbers.grounds')}
        </h2>
        {grounds.length === 0 ? (
          <p className="iris-muted">{t('numbers.grounds.none')}</p>
        ) : (
          <BarList label={t('numbers.grounds')} bars={grounds} />
        )}
      </section>
      <section className="iris-stack" aria-labelledby="communes">
        <h2 id="communes" className="iris-section-title">
          {t('numbers.communes')}
        </h2>
        <BarList label={t('numbers.communes')} bars={communes} />
      </section>
      <section className="iris-stack" aria-labelledby="languages">
        <h2 id="languages" className="iris-section-title">
          {t('numbers.languages')}
        </h2>
        <BarList label={t('numbers.languages')} bars={languages} />
      </section>
    </div>
  );
};

import type { Numbers } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { BarSection } from './BarSection.tsx';

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
      <BarSection id="grounds" title={t('numbers.grounds')} bars={grounds} empty={t('numbers.grounds.none')} />
      <BarSection id="communes" title={t('numbers.communes')} bars={communes} />
      <BarSection id="languages" title={t('numbers.languages')} bars={languages} />
    </div>
  );
};

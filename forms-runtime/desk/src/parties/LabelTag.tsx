import type { PartyLabel } from '@irisflow/client';
import { useLocale } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** What a label is called; labels have two languages. */
export const useLabelName = () => {
  const locale = useLocale();
  return ({ name }: Pick<PartyLabel, 'name'>): string => (locale === 'nl' ? name.nl : name.fr);
};

/** A label as it stands on a party: the color only helps to find it again. */
export const LabelTag = ({ label }: { readonly label: PartyLabel }) => {
  const t = useDeskText();
  const nameOf = useLabelName();
  return (
    <span className={`desk-label desk-label--${label.color}`}>
      {nameOf(label)}
      {label.isRetired && ` (${t('label.retired')})`}
    </span>
  );
};

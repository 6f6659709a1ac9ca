import { useLocalized } from '@irisflow/frame';
import { useProcedures } from '../catalog/procedures.ts';
import { usePersonalText } from '../texts/personal-texts.ts';

/** In which procedures a mandate counts, by their titles. */
export const useScopeText = () => {
  const t = usePersonalText();
  const localized = useLocalized();
  const procedures = useProcedures().data ?? [];
  const titleOf = (key: string): string => {
    const found = procedures.find((procedure) => procedure.key === key);
    return found === undefined ? key : localized(found.title);
  };
  return (keys: readonly string[] | null): string =>
    keys === null ? t('mandate.scope.all') : keys.map(titleOf).join(', ');
};

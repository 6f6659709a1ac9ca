import type { Usage } from '@irisflow/names';
import { useTexts } from '../../texts/use-texts.ts';
import { UsageList } from './UsageList.tsx';

/** Says before a removal who would name something that is gone. */
export const UsedElsewhere = ({ usages }: { readonly usages: readonly Usage[] }) => {
  const t = useTexts();
  if (usages.length === 0) return null;
  return (
    <>
      <p role="alert">{t.plural('usages.removeWarning', usages.length)}</p>
      <UsageList usages={usages} />
    </>
  );
};

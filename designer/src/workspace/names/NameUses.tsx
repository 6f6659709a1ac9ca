import type { Target, Usage } from '@irisflow/names';
import { Button } from '@irisflow/ui';
import { useTexts } from '../../texts/use-texts.ts';
import { useNameTools } from './name-tools.ts';
import { UsageList } from './UsageList.tsx';

export interface NameUsesProps {
  /** What people call it. */
  readonly label: string;
  readonly target: Target;
  /** The file that gives the name. */
  readonly path: string;
  /** Places of other files; undefined while they are looked for. */
  readonly uses: readonly Usage[] | undefined;
  /** Whether another name may be given: where answers are kept under this one, only once somebody insisted. */
  readonly canRename: boolean;
}

/** Who else uses a name, one click from each place, and the way to another one everywhere. Nothing outside of a workspace. */
export const NameUses = ({ label, target, path, uses, canRename }: NameUsesProps) => {
  const t = useTexts();
  const tools = useNameTools();
  if (tools === null || uses === undefined) return null;
  return (
    <div className="name-uses">
      {uses.length === 0 ? (
        <p className="plain-field__hint">{t('usages.unused')}</p>
      ) : (
        <details>
          <summary>{t.plural('usages.elsewhere', uses.length)}</summary>
          <UsageList usages={uses} onOpen={tools.open} />
        </details>
      )}
      {canRename && (
        <Button tone="secondary" size="small" onClick={() => tools.show({ target, label }, path)}>
          {t('usages.renameMore')}
        </Button>
      )}
    </div>
  );
};

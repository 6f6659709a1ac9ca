import type { ProcedureProblem } from '@irisflow/client';
import type { Target } from '@irisflow/names';
import { Button, Spinner, TextField, useToast } from '@irisflow/ui';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../draft-context.ts';
import { workspacePaths } from '../paths.ts';
import { useNamesAnswer, useNameTools } from './name-tools.ts';
import { UsageList } from './UsageList.tsx';
import { useSettled } from './use-settled.ts';

export interface ThingUsesProps {
  readonly procedureKey: string;
  readonly target: Target;
  /** The file that gives the name. */
  readonly path: string;
  readonly onOpen: (place: ProcedureProblem) => void;
  readonly onClose: () => void;
}

/** A new name is checked against every file, once the typing pauses. */
const CHECK_AFTER_MS = 300;

/** Renames everywhere in one act, over the draft as it is by then, and says what came of it. */
const useRenaming = ({ path, procedureKey, target }: Pick<ThingUsesProps, 'path' | 'procedureKey' | 'target'>) => {
  const t = useTexts();
  const toast = useToast();
  const { store } = useDraft();
  const tools = useNameTools();
  const [, navigate] = useLocation();
  return async (name: string): Promise<void> => {
    try {
      const { files } = store.state();
      const renaming = await tools?.asker.ask(files, { kind: 'renaming', target, name });
      if (renaming === undefined || typeof renaming === 'string') {
        toast(t('acts.failed'));
        return;
      }
      // The page of a file that has another name now is at another address.
      const isMoved = renaming.files.get(path) === null;
      const next = isMoved ? [...renaming.files.keys()].find((one) => !files.has(one)) : undefined;
      const acting = store.act(renaming.files);
      if (next !== undefined) navigate(workspacePaths(procedureKey).file(next));
      await acting;
      toast(t('usages.renamed', { from: target.at(-1) ?? '', to: name }));
    } catch {
      toast(t('acts.failed'));
    }
  };
};

/** The places that use a thing, once they are found. */
const Uses = ({ target, onOpen }: { readonly target: Target; readonly onOpen: ThingUsesProps['onOpen'] }) => {
  const t = useTexts();
  const usages = useNamesAnswer({ kind: 'usages', targets: [target] });
  if (usages === undefined) return <Spinner />;
  return (
    <>
      <h3>{usages.length === 0 ? t('usages.unused') : t.plural('usages.places', usages.length)}</h3>
      <UsageList usages={usages} onOpen={onOpen} />
    </>
  );
};

/** Who uses one thing, and its new name with what that changes. */
export const ThingUses = ({ target, path, procedureKey, onOpen, onClose }: ThingUsesProps) => {
  const t = useTexts();
  const id = useId();
  const [name, setName] = useState('');
  const from = target.at(-1) ?? '';
  const typed = name.trim();
  const wanted = useSettled(typed, CHECK_AFTER_MS);
  const checked = useNamesAnswer(wanted === '' || wanted === from ? null : { kind: 'renaming', target, name: wanted });
  // What was found for a name that is no longer in the field must not be acted upon.
  const renaming = typed === wanted ? checked : undefined;
  const problem = typeof renaming === 'string' && renaming !== 'same' ? renaming : null;
  const rename = useRenaming({ path, procedureKey, target });
  return (
    <>
      <Uses
        target={target}
        onOpen={(place) => {
          onClose();
          onOpen(place);
        }}
      />
      <TextField
        id={`${id}-name`}
        label={t('usages.name')}
        hint={t('usages.nameHint')}
        value={name}
        onChange={setName}
        error={problem === null ? undefined : t(`usages.problem.${problem}`)}
      />
      {renaming !== undefined && typeof renaming !== 'string' && (
        <>
          <output>
            {t('usages.preview', {
              places: t.plural('usages.spots', renaming.usages.length),
              files: t.plural('usages.files', new Set(renaming.usages.map(({ file }) => file)).size),
            })}
          </output>
          <Button
            onClick={() => {
              onClose();
              void rename(wanted);
            }}
          >
            {t('usages.rename')}
          </Button>
        </>
      )}
    </>
  );
};

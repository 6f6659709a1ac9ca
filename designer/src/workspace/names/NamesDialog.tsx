import type { ProcedureProblem } from '@irisflow/client';
import { renameEverywhere, usagesOf, type Target } from '@irisflow/names';
import { Button, Dialog, Select, TextField, useToast } from '@irisflow/ui';
import { useId, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../draft-context.ts';
import type { FileChanges } from '../draft-state.ts';
import { workspacePaths } from '../paths.ts';
import { useFileTitles } from '../use-file-titles.ts';
import { useSettled } from './use-settled.ts';
import { thingsIn } from './things-in.ts';
import { UsageList } from './UsageList.tsx';

export interface NamesDialogProps {
  readonly procedureKey: string;
  readonly onOpen: (place: ProcedureProblem) => void;
  readonly onClose: () => void;
}

/** A new name is checked against every file, which takes too long to do at each keystroke. */
const CHECK_AFTER_MS = 300;

interface ChosenProps extends NamesDialogProps {
  readonly target: Target;
  readonly path: string;
}

/** Renames everywhere in one act, and says what came of it. */
const useRenaming = ({ path, procedureKey }: Pick<ChosenProps, 'path' | 'procedureKey'>) => {
  const t = useTexts();
  const toast = useToast();
  const { store } = useDraft();
  const [, navigate] = useLocation();
  return async (changes: FileChanges, names: { from: string; to: string }): Promise<void> => {
    // The page of a file that has another name now is at another address.
    const isMoved = changes.get(path) === null;
    const next = isMoved ? [...changes.keys()].find((one) => !store.state().files.has(one)) : undefined;
    const acting = store.act(changes);
    if (next !== undefined) navigate(workspacePaths(procedureKey).file(next));
    try {
      await acting;
      toast(t('usages.renamed', names));
    } catch {
      toast(t('acts.failed'));
    }
  };
};

/** Who uses one thing, and its new name with what that changes. */
const Chosen = ({ target, path, procedureKey, onOpen, onClose }: ChosenProps) => {
  const t = useTexts();
  const id = useId();
  const { state } = useDraft();
  const [name, setName] = useState('');
  const { files } = state;
  const from = target.at(-1) ?? '';
  const usages = useMemo(() => usagesOf(files, target).filter(({ act }) => act === 'uses'), [files, target]);
  const typed = name.trim();
  const wanted = useSettled(typed, CHECK_AFTER_MS);
  const checked = useMemo(
    () => (wanted === '' || wanted === from ? null : renameEverywhere(files, target, wanted)),
    [files, target, wanted, from],
  );
  // What was found for a name that is no longer in the field must not be acted upon.
  const renaming = typed === wanted ? checked : null;
  const problem = typeof renaming === 'string' && renaming !== 'same' ? renaming : null;
  const act = useRenaming({ path, procedureKey });
  const rename = (): void => {
    if (renaming === null || typeof renaming === 'string') return;
    onClose();
    void act(renaming.files, { from, to: wanted });
  };
  return (
    <>
      <h3>{usages.length === 0 ? t('usages.unused') : t.plural('usages.places', usages.length)}</h3>
      <UsageList
        usages={usages}
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
      {renaming !== null && typeof renaming !== 'string' && (
        <>
          <output>
            {t('usages.preview', {
              places: t.plural('usages.spots', renaming.usages.length),
              files: t.plural('usages.files', new Set(renaming.usages.map(({ file }) => file)).size),
            })}
          </output>
          <Button onClick={rename}>{t('usages.rename')}</Button>
        </>
      )}
    </>
  );
};

/** What the page on the screen gives a name: who uses it, one click from each place, and a new name everywhere. */
export const NamesDialog = (props: NamesDialogProps) => {
  const t = useTexts();
  const id = useId();
  const { files } = useDraft().state;
  const titles = useFileTitles();
  const [location] = useLocation();
  const prefix = workspacePaths(props.procedureKey).file('');
  const path = location.startsWith(prefix) ? decodeURIComponent(location.slice(prefix.length)) : '';
  const things = useMemo(
    () => (files.has(path) ? thingsIn(files, path, t.locale, titles.get(path) ?? path) : []),
    [files, path, titles, t.locale],
  );
  const [at, setAt] = useState<string | undefined>('0');
  const chosen = at === undefined ? undefined : things[Number(at)];
  return (
    <Dialog
      open
      wide
      title={t('usages.title')}
      onClose={props.onClose}
      actions={
        <Button tone="secondary" onClick={props.onClose}>
          {t('dialog.close')}
        </Button>
      }
    >
      {things.length === 0 ? (
        <p>{t('usages.nothing')}</p>
      ) : (
        <Select
          id={`${id}-thing`}
          label={t('usages.thing')}
          hint={t('usages.thingHint')}
          options={things.map(({ label }, index) => ({ value: `${index}`, label }))}
          value={at}
          onChange={setAt}
        />
      )}
      {chosen !== undefined && <Chosen key={chosen.target.join('.')} {...props} target={chosen.target} path={path} />}
    </Dialog>
  );
};

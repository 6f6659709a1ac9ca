import type { ProcedureProblem } from '@irisflow/client';
import { Button, Dialog, Select, Spinner } from '@irisflow/ui';
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../draft-context.ts';
import { workspacePaths } from '../paths.ts';
import { useFileTitles } from '../use-file-titles.ts';
import { useNamesAnswer } from './name-tools.ts';
import { ThingUses } from './ThingUses.tsx';

export interface NamesDialogProps {
  readonly procedureKey: string;
  readonly onOpen: (place: ProcedureProblem) => void;
  readonly onClose: () => void;
}

/** What the file on the screen gives a name, once it is read. */
const useShownThings = (procedureKey: string) => {
  const t = useTexts();
  const { files } = useDraft().state;
  const titles = useFileTitles();
  const [location] = useLocation();
  const prefix = workspacePaths(procedureKey).file('');
  const path = location.startsWith(prefix) ? decodeURIComponent(location.slice(prefix.length)) : '';
  const isFile = files.has(path);
  const title = titles.get(path) ?? path;
  const answer = useNamesAnswer(isFile ? { kind: 'things', path, locale: t.locale, title } : null);
  return { path, things: isFile ? answer : [] };
};

/** What the page on the screen gives a name: who uses it, one click from each place, and a new name everywhere. */
export const NamesDialog = (props: NamesDialogProps) => {
  const t = useTexts();
  const id = useId();
  const { path, things } = useShownThings(props.procedureKey);
  const [at, setAt] = useState<string | undefined>('0');
  const chosen = at === undefined ? undefined : things?.[Number(at)];
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
      {things === undefined && <Spinner />}
      {things?.length === 0 && <p>{t('usages.nothing')}</p>}
      {things !== undefined && things.length > 0 && (
        <Select
          id={`${id}-thing`}
          label={t('usages.thing')}
          hint={t('usages.thingHint')}
          options={things.map(({ label }, index) => ({ value: `${index}`, label }))}
          value={at}
          onChange={setAt}
        />
      )}
      {chosen !== undefined && (
        <ThingUses key={chosen.target.join('.')} {...props} target={chosen.target} path={path} />
      )}
    </Dialog>
  );
};

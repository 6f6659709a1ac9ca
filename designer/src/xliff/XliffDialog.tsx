import type { Locale } from '@irisflow/client';
import { Button, Checkbox, Dialog, locales, Notice, Select } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { useVersionFiles, useVersions } from '../api/procedures.ts';
import { FileButton } from '../app/FileButton.tsx';
import { saveAs } from '../app/save-as.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { useFileTitles } from '../workspace/use-file-titles.ts';
import { applyXliff, type Imported } from './apply-xliff.ts';
import { readXliff } from './read-xliff.ts';
import { textUnits, type Direction, type TextUnit } from './text-units.ts';
import { writeXliff } from './write-xliff.ts';

/** Beyond these the list says how many there are. */
const SHOWN = 12;

/** The files as they were published last, which say what is stale. */
const usePublishedFiles = (procedureKey: string): ReadonlyMap<string, string> => {
  const versions = useVersions(procedureKey).data;
  const newest = versions?.reduce((latest, { version }) => Math.max(latest, version), 0) ?? 0;
  const { data } = useVersionFiles(procedureKey, newest === 0 ? null : newest);
  return useMemo(() => new Map(data?.map(({ path, content }) => [path, content])), [data]);
};

type Outcome = { readonly kind: 'unreadable' | 'failed' } | { readonly kind: 'read'; readonly imported: Imported };

const Refused = ({ imported: { refused } }: { readonly imported: Imported }) => {
  const t = useTexts();
  const titles = useFileTitles();
  if (refused.length === 0) return null;
  return (
    <Notice tone="warning" title={t.plural('xliff.refused', refused.length)}>
      <ul>
        {refused.slice(0, SHOWN).map(({ file, place, why, words }) => (
          <li key={`${file} ${place} ${why}`}>
            {titles.get(file) ?? file}, <q>{words.slice(0, 80)}</q>: {t(`xliff.why.${why}`)}
          </li>
        ))}
      </ul>
      {refused.length > SHOWN && <p>{t('xliff.more', { count: refused.length - SHOWN })}</p>}
    </Notice>
  );
};

const Report = ({ outcome }: { readonly outcome: Outcome | null }) => {
  const t = useTexts();
  if (outcome === null) return null;
  if (outcome.kind !== 'read') return <Notice tone="danger" title={t(`xliff.${outcome.kind}`)} />;
  const { taken, same, untranslated } = outcome.imported;
  return (
    <>
      <Notice tone={taken > 0 ? 'success' : 'info'} title={t.plural('xliff.taken', taken)}>
        <p>{t('xliff.rest', { same, untranslated })}</p>
      </Notice>
      <Refused imported={outcome.imported} />
    </>
  );
};

const DirectionFields = ({ direction, onChange }: { direction: Direction; onChange: (next: Direction) => void }) => {
  const t = useTexts();
  const options = locales.map((value) => ({ value, label: t(`language.${value}`) }));
  const other = (than: Locale): Locale => locales.find((one) => one !== than) ?? 'nl';
  const localeOf = (value: string | undefined): Locale => locales.find((one) => one === value) ?? direction.from;
  return (
    <div className="form-row">
      <Select
        id="xliff-from"
        label={t('xliff.from')}
        options={options}
        value={direction.from}
        onChange={(value) => {
          const from = localeOf(value);
          onChange({ from, to: direction.to === from ? other(from) : direction.to });
        }}
      />
      <Select
        id="xliff-to"
        label={t('xliff.to')}
        options={options.filter(({ value }) => value !== direction.from)}
        value={direction.to}
        onChange={(value) => value !== undefined && onChange({ ...direction, to: localeOf(value) })}
      />
    </div>
  );
};

/** Takes what a file brings as one act of the draft, and says what came of it. */
const useImport = () => {
  const { store } = useDraft();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const take = async (file: File): Promise<void> => {
    const read = readXliff(await file.text());
    if (read === null) return setOutcome({ kind: 'unreadable' });
    try {
      const imported = applyXliff(store.state().files, read);
      if (imported.changes.size > 0) await store.act(imported.changes);
      return setOutcome({ kind: 'read', imported });
    } catch {
      return setOutcome({ kind: 'failed' });
    }
  };
  return { outcome, take };
};

const Exchange = ({ name, units, direction }: { name: string; units: readonly TextUnit[]; direction: Direction }) => {
  const t = useTexts();
  const { outcome, take } = useImport();
  const type = 'application/xliff+xml';
  return (
    <>
      <div className="toolbar">
        <Button
          size="small"
          disabled={units.length === 0}
          onClick={() => saveAs(`${name}.xlf`, new Blob([writeXliff(units, direction)], { type }))}
        >
          {t('xliff.export')}
        </Button>
        <FileButton
          label={t('xliff.import')}
          accept={`.xlf,.xliff,${type}`}
          size="small"
          onFile={(file) => void take(file)}
        />
      </div>
      <output>
        <Report outcome={outcome} />
      </output>
    </>
  );
};

/** Every text of the procedure in a file for translators, and back. */
export const XliffDialog = ({ procedureKey, onClose }: { procedureKey: string; onClose: () => void }) => {
  const t = useTexts();
  const { files } = useDraft().state;
  const published = usePublishedFiles(procedureKey);
  const [direction, setDirection] = useState<Direction>({ from: 'fr', to: 'nl' });
  const [isOpenOnly, setOpenOnly] = useState(false);
  const units = useMemo(() => textUnits(files, published, direction), [files, published, direction]);
  const countOf = (state: TextUnit['state']): number => units.filter((unit) => unit.state === state).length;
  const chosen = isOpenOnly ? units.filter(({ state }) => state !== 'translated') : units;
  return (
    <Dialog
      open
      title={t('xliff.title')}
      onClose={onClose}
      actions={
        <Button tone="secondary" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      }
    >
      <p>{t('xliff.lead')}</p>
      <DirectionFields direction={direction} onChange={setDirection} />
      <p>{t('xliff.counts', { count: units.length, missing: countOf('missing'), stale: countOf('stale') })}</p>
      <Checkbox
        id="xliff-open"
        label={t('xliff.open')}
        readOnly={false}
        optional={false}
        value={isOpenOnly}
        onChange={setOpenOnly}
      />
      <Exchange name={`${procedureKey}-${direction.to}`} units={chosen} direction={direction} />
    </Dialog>
  );
};

import type { CompiledControl, PrefilledValue } from '@irisflow/forms';
import { Button, useFormatters } from '@irisflow/ui';
import { ControlValue } from './ControlValue.tsx';
import { useFormScope } from './form-scope.ts';
import { isRendererKey, useRendererText } from './i18n/renderer-messages.ts';

/** The name of a source for people: the application's, else the renderer's, else its key. */
export const useSourceName = (source: string): string => {
  const { sourceNames } = useFormScope();
  const t = useRendererText();
  const key = `source.name.${source}`;
  return sourceNames[source] ?? (isRendererKey(key) ? t(key) : source);
};

export interface SourceNoteProps {
  readonly control: CompiledControl;
  readonly known: PrefilledValue;
  readonly value: unknown;
  readonly onUse: (value: unknown) => void;
}

/** Below an editable field: where the value comes from, that it was changed, or what a source suggests. */
export const SourceNote = ({ control, known, value, onUse }: SourceNoteProps) => {
  const t = useRendererText();
  const { date } = useFormatters();
  const source = useSourceName(known.source);
  if (JSON.stringify(value) === JSON.stringify(known.value)) {
    return <span>{t('source.from', { source, date: date(known.at) })}</span>;
  }
  if (control.prefill?.mode !== 'suggest' && known.late !== true) return <span>{t('source.changed', { source })}</span>;
  const [before, after] = t('source.suggest', { source, value: '\n' }).split('\n');
  return (
    <>
      <span>
        {before}
        <ControlValue control={control} value={known.value} />
        {after}
      </span>
      <Button tone="quiet" size="small" onClick={() => onUse(known.value)}>
        {t('source.use')}
      </Button>
    </>
  );
};

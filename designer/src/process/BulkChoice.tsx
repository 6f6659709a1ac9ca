import { compileForm, formText, parseForm, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import { useMemo } from 'react';
import type { ProcedureTask } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';

/** A form of the draft, once it can be read. */
const useForm = (key: string | undefined): CompiledForm | undefined => {
  const { content } = useDraftFile(`${key ?? ''}.form.json`);
  return useMemo(() => {
    const parsed = content === null ? undefined : parseForm(content);
    return parsed?.ok === true ? compileForm(parsed.form) : undefined;
  }, [content]);
};

const isAnswered = ({ schema, options, widget }: CompiledControl): boolean =>
  schema.readOnly !== true && options.calc === undefined && widget !== 'file';

export interface BulkChoiceProps {
  readonly task: ProcedureTask;
  readonly onChange: (bulk: ProcedureTask['bulk']) => void;
}

/** Whether a task may be decided for many cases at once, and which of its questions are answered once for all. */
export const BulkChoice = ({ task, onChange }: BulkChoiceProps) => {
  const t = useTexts();
  const form = useForm(task.form);
  const fields = task.bulk?.fields;
  const tick = (pointer: string, isTicked: boolean): void => {
    const others = (fields ?? []).filter((field) => field !== pointer);
    onChange({ fields: isTicked ? [...others, pointer] : others });
  };
  return (
    <fieldset className="task-panel__roles">
      <legend>{t('task.bulk')}</legend>
      <label>
        <input
          type="checkbox"
          checked={fields !== undefined}
          onChange={(event) => onChange(event.currentTarget.checked ? { fields: [] } : undefined)}
        />
        {t('task.bulk.offered')}
      </label>
      {fields !== undefined && form !== undefined && (
        <>
          <p className="task-panel__note">{t('task.bulk.fields')}</p>
          {form.controls.filter(isAnswered).map(({ pointer, i18n }) => (
            <label key={pointer}>
              <input
                type="checkbox"
                checked={fields.includes(pointer)}
                onChange={(event) => tick(pointer, event.currentTarget.checked)}
              />
              {formText(form.form, t.locale, `${i18n}.label`)}
            </label>
          ))}
        </>
      )}
    </fieldset>
  );
};

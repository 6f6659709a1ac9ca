import { formText, type CompiledControl, type PrefilledValue } from '@irisflow/forms';
import { Button, Icon, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { ControlValue } from './ControlValue.tsx';
import { DisputeDialog } from './DisputeDialog.tsx';
import { fieldId, useFormScope } from './form-scope.ts';
import { useRendererText } from './i18n/renderer-messages.ts';
import { useSourceName } from './SourceNote.tsx';

/** A control whose value a source gave. */
export interface KnownField {
  readonly control: CompiledControl;
  readonly known: PrefilledValue;
}

/** What was said to be wrong with a value. */
export const DisputeNote = ({ known }: { readonly known: PrefilledValue }) => {
  const t = useRendererText();
  if (known.disputed === undefined) return null;
  return (
    <span className="iris-disputed">
      <Icon name="warning" size={16} />
      {t('source.disputed', { reason: known.disputed.reason })}
    </span>
  );
};

/** Values of one source: shown together, not asked, with one way to say that something is wrong. */
export const KnownCard = ({ fields }: { readonly fields: readonly [KnownField, ...KnownField[]] }) => {
  const { compiled, locale, onSignalError } = useFormScope();
  const t = useRendererText();
  const { date } = useFormatters();
  const [isOpen, setOpen] = useState(false);
  const [first] = fields;
  const source = useSourceName(first.known.source);
  const labelOf = ({ control }: KnownField): string => formText(compiled.form, locale, `${control.i18n}.label`);
  const id = fieldId(first.control.pointer);
  return (
    <div className="iris-known iris-width--full">
      <p className="iris-known__source">
        <Icon name="lock" size={16} />
        {t('source.from', { source, date: date(first.known.at) })}
      </p>
      <dl>
        {fields.map((field) => (
          <div key={field.control.id} id={fieldId(field.control.pointer)} tabIndex={-1}>
            <dt>{labelOf(field)}</dt>
            <dd>
              <ControlValue control={field.control} value={field.known.value} />
              <DisputeNote known={field.known} />
            </dd>
          </div>
        ))}
      </dl>
      {onSignalError !== undefined && (
        <Button
          tone="quiet"
          size="small"
          aria-label={`${t('source.wrong.ask')} ${fields.map(labelOf).join(', ')}`}
          onClick={() => setOpen(true)}
        >
          {t('source.wrong.ask')}
        </Button>
      )}
      {isOpen && onSignalError !== undefined && (
        <DisputeDialog
          id={id}
          source={source}
          values={fields.map((field) => ({
            pointer: field.control.pointer,
            label: labelOf(field),
            reason: field.known.disputed?.reason ?? '',
          }))}
          onDispute={onSignalError}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
};

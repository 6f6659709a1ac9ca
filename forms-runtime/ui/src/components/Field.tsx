import type { ReactNode } from 'react';
import { useUiText } from '../i18n/ui-messages.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** How much of the form grid a field takes; on a phone every field takes the whole line. */
export type FieldWidth = 'full' | 'two-thirds' | 'half' | 'third' | 'quarter';

/** What every field shows around its control. */
export interface FieldProps {
  /** Id of the control; the error summary links to it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Fields are required unless this is true; then the label says so. */
  readonly optional?: boolean;
  /** Shown, not asked: then it is neither required nor marked as optional. */
  readonly readOnly?: boolean;
  readonly width?: FieldWidth;
  /** A line below the control, such as where the value comes from. */
  readonly note?: ReactNode;
}

/** Attributes that tie a control to its label, hint, note and error. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

/** The attributes of the control of a field; hint first, error last, so that readers hear the problem last. */
export const controlAttributes = ({ id, hint, note, error, ...asked }: FieldProps): ControlAttributes => {
  const parts = [hint && `${id}-hint`, note && `${id}-note`, error && `${id}-error`].filter(Boolean);
  return {
    id,
    'aria-describedby': parts.length === 0 ? undefined : parts.join(' '),
    'aria-invalid': error ? true : undefined,
    'aria-required': asked.optional === true || asked.readOnly === true ? undefined : true,
  };
};

const fieldClass = ({ error, width = 'full' }: FieldProps): string =>
  classNames('iris-field', Boolean(error) && 'iris-field--invalid', `iris-width--${width}`);

const Optional = ({ optional = false, readOnly = false }: FieldProps) => {
  const t = useUiText();
  return optional && !readOnly && <span className="iris-field__optional"> ({t('field.optional')})</span>;
};

const Hint = ({ id, hint }: FieldProps) =>
  hint ? (
    <div id={`${id}-hint`} className="iris-field__hint">
      {hint}
    </div>
  ) : null;

const Message = ({ id, error, note }: FieldProps) => {
  const t = useUiText();
  return (
    <>
      {note && (
        <div id={`${id}-note`} className="iris-field__note">
          {note}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="iris-field__error">
          <Icon name="error" />
          <span>
            <VisuallyHidden>{t('field.error')} </VisuallyHidden>
            {error}
          </span>
        </p>
      )}
    </>
  );
};

export interface FieldShellProps extends FieldProps {
  readonly children: ReactNode;
}

/** Label, hint, note and error around one native control. */
export const Field = ({ children, ...field }: FieldShellProps) => (
  <div className={fieldClass(field)}>
    <label className="iris-field__label" htmlFor={field.id}>
      {field.label}
      <Optional {...field} />
    </label>
    <Hint {...field} />
    <div className="iris-field__body">{children}</div>
    <Message {...field} />
  </div>
);

/** The same around several controls that answer one question together; the group itself takes focus from links. */
export const FieldGroup = ({ children, ...field }: FieldShellProps) => {
  const { id, 'aria-describedby': describedBy } = controlAttributes(field);
  return (
    <fieldset id={id} tabIndex={-1} className={fieldClass(field)} aria-describedby={describedBy}>
      <legend className="iris-field__label">
        {field.label}
        <Optional {...field} />
      </legend>
      <Hint {...field} />
      <div className="iris-field__body">{children}</div>
      <Message {...field} />
    </fieldset>
  );
};

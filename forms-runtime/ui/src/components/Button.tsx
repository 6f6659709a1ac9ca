import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'style'> {
  readonly tone?: ButtonTone;
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName;
  /** Icon after the text, for movement forward. */
  readonly trailingIcon?: IconName;
  /** While true the button says it is busy and ignores presses, but keeps focus. */
  readonly busy?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button; `type="button"` unless said otherwise. */
export const Button = ({
  tone = 'primary',
  size = 'normal',
  icon,
  trailingIcon,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={classNames('iris-button', `iris-button--${tone}`, size === 'small' && 'iris-button--small', className)}
    aria-disabled={busy || undefined}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.(event);
    }}
  >
    {icon !== undefined && <Icon name={icon} />}
    {children}
    {trailingIcon !== undefined && <Icon name={trailingIcon} />}
  </button>
);

import type { ReactNode } from 'react';
import { AppLink } from './AppLink.tsx';
import type { ButtonTone } from './Button.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';

export interface LinkButtonProps {
  readonly href: string;
  readonly tone?: ButtonTone;
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName;
  readonly trailingIcon?: IconName;
  readonly children: ReactNode;
}

/** A link that looks like a button: it goes somewhere, so it stays a link. */
export const LinkButton = ({
  href,
  tone = 'primary',
  size = 'normal',
  icon,
  trailingIcon,
  children,
}: LinkButtonProps) => (
  <AppLink
    href={href}
    className={classNames('iris-button', `iris-button--${tone}`, size === 'small' && 'iris-button--small')}
  >
    {icon !== undefined && <Icon name={icon} />}
    {children}
    {trailingIcon !== undefined && <Icon name={trailingIcon} />}
  </AppLink>
);

import type { ReactNode } from 'react';
import { useLabelled, useUiText } from '../i18n/ui-messages.ts';
import { Icon, type IconName } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const icons: { readonly [T in NoticeTone]: IconName } = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'error',
};

export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  /** True when the notice appears after something the person did; screen readers then read it at once. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}

/** A message that stays in the page. */
export const Notice = ({ tone = 'info', title, live = false, children }: NoticeProps) => {
  const t = useUiText();
  const label = useLabelled()(t(`notice.${tone}`), '');
  return (
    <div className={`iris-notice iris-notice--${tone}`} role={live ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div className="iris-notice__content">
        {title ? (
          <p className="iris-notice__title">
            <VisuallyHidden>{label}</VisuallyHidden>
            {title}
          </p>
        ) : (
          <VisuallyHidden>{label}</VisuallyHidden>
        )}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
};

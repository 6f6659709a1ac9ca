import type { ReactNode } from 'react';
import type { Locale } from '../i18n/locale.ts';
import { useUiText } from '../i18n/ui-messages.ts';
import { AppLink } from './AppLink.tsx';
import { Brand, type BrandProps } from './Brand.tsx';
import { classNames } from './class-names.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: ReactNode;
  readonly current?: boolean;
}

export interface AppHeaderProps {
  readonly brand: BrandProps;
  readonly nav?: readonly NavItem[];
  /** When given, the language switch is shown. */
  readonly onLanguage?: (locale: Locale) => void;
  /** Account menu or sign-in button. */
  readonly account?: ReactNode;
  /** On a phone all of it stands in one row: then the account menu and the brand lead wherever the navigation leads. */
  readonly oneRowOnPhone?: true;
}

/** The top of every page. */
export const AppHeader = ({ brand, nav = [], onLanguage, account, oneRowOnPhone }: AppHeaderProps) => {
  const t = useUiText();
  return (
    <header className={classNames('iris-header', oneRowOnPhone && 'iris-header--one-row')}>
      <div className="iris-header__bar">
        <Brand {...brand} />
        {nav.length > 0 && (
          <nav className="iris-nav" aria-label={t('header.nav')}>
            <ul>
              {nav.map(({ href, label, current = false }) => (
                <li key={href}>
                  <AppLink href={href} {...(current && { 'aria-current': 'page' as const })}>
                    {label}
                  </AppLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="iris-header__tools">
          {onLanguage !== undefined && <LanguageSwitch onSelect={onLanguage} />}
          {account}
        </div>
      </div>
    </header>
  );
};

import { localeNames, locales, type Locale } from '../i18n/locale.ts';
import { useLocale } from '../i18n/I18nProvider.tsx';
import { useUiText } from '../i18n/ui-messages.ts';

export interface LanguageSwitchProps {
  readonly onSelect: (locale: Locale) => void;
}

/** The languages as short codes, each announced by its own name in its own language. */
export const LanguageSwitch = ({ onSelect }: LanguageSwitchProps) => {
  const t = useUiText();
  const current = useLocale();
  return (
    <nav aria-label={t('header.language')}>
      <ul className="iris-languages">
        {locales.map((locale) => (
          <li key={locale}>
            <button
              type="button"
              lang={locale}
              aria-label={`${locale.toUpperCase()}, ${localeNames[locale]}`}
              aria-current={locale === current ? 'true' : undefined}
              onClick={() => onSelect(locale)}
            >
              {locale}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};

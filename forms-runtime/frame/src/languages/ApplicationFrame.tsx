import { I18nProvider, LinkProvider, ToastProvider, type Locale } from '@irisflow/ui';
import { useEffect, type ReactNode } from 'react';
import { ProblemsProvider, type Problems } from '../failures/problems.ts';
import { RouterLink } from '../pages/RouterLink.tsx';
import { frameMessages } from '../texts/frame-texts.ts';
import { useTexts, type LoadTexts } from './use-texts.ts';

export interface ApplicationFrameProps {
  readonly locale: Locale;
  /** The same function at every call. */
  readonly loadTexts: LoadTexts;
  /** What the application says of the problems that it knows. */
  readonly problems: Problems;
  readonly children: ReactNode;
}

/** Gives the language of the screens, its texts, links and messages to everything below. */
export const ApplicationFrame = ({ locale, loadTexts, problems, children }: ApplicationFrameProps) => {
  const texts = useTexts({ locale, load: loadTexts, below: frameMessages[locale] });
  useEffect(() => {
    document.documentElement.lang = texts?.locale ?? locale;
  }, [texts, locale]);
  if (texts === undefined) return null;
  return (
    <I18nProvider locale={texts.locale} messages={texts.messages}>
      <ProblemsProvider value={problems}>
        <LinkProvider component={RouterLink}>
          <ToastProvider>{children}</ToastProvider>
        </LinkProvider>
      </ProblemsProvider>
    </I18nProvider>
  );
};

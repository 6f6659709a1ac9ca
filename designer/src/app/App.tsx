import { createQueryClient } from '@irisflow/client';
import { ProblemsProvider } from '@irisflow/frame';
import { I18nProvider, LinkProvider, ToastProvider } from '@irisflow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Router } from 'wouter';
import { designerProblems } from '../texts/designer-problems.ts';
import { messages } from '../texts/messages.ts';
import { Gate } from './Gate.tsx';
import { useChosenLocale } from './use-chosen-locale.ts';

/** The designer: providers around the gate. */
export const App = () => {
  const [queries] = useState(createQueryClient);
  const [locale, chooseLocale] = useChosenLocale();
  return (
    <QueryClientProvider client={queries}>
      <Router base="/designer">
        <I18nProvider locale={locale} messages={messages[locale]}>
          <ProblemsProvider value={designerProblems}>
            <LinkProvider component={Link}>
              <ToastProvider>
                <Gate onLanguage={chooseLocale} />
              </ToastProvider>
            </LinkProvider>
          </ProblemsProvider>
        </I18nProvider>
      </Router>
    </QueryClientProvider>
  );
};

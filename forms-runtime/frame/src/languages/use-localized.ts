import type { LocalizedText } from '@irisflow/client';
import { useLocale } from '@irisflow/ui';
import { useCallback } from 'react';

/** Reads a text of the platform in the language in force. */
export const useLocalized = (): ((text: LocalizedText) => string) => {
  const locale = useLocale();
  return useCallback((text) => text[locale], [locale]);
};

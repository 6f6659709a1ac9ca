import type { Locale, Messages } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { loadDeskTexts, type DeskKey } from './desk-texts.ts';

interface LoadedTexts {
  readonly locale: Locale;
  readonly messages: Messages<DeskKey>;
}

/**
 * The texts of a language once they are here. While another language loads, the old one stays in view, so that nothing
 * under it is taken down and nothing typed is lost.
 */
export const useDeskTexts = (locale: Locale): LoadedTexts | undefined => {
  const [loaded, setLoaded] = useState<LoadedTexts>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let wanted = true;
    loadDeskTexts(locale).then(
      (messages) => wanted && setLoaded({ locale, messages }),
      (error: unknown) => wanted && setFailure(error),
    );
    return () => {
      wanted = false;
    };
  }, [locale]);
  if (failure !== undefined && loaded === undefined) throw failure;
  return loaded;
};

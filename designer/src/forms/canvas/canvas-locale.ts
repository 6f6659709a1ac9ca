import type { Locale } from '@irisflow/client';
import { createContext, use } from 'react';

const LocaleContext = createContext<Locale>('fr');

/** Tells the language in which the form is drawn. */
export const CanvasLocale = LocaleContext;

/** The language in which the form is drawn, which need not be that of the screens. */
export const useCanvasLocale = (): Locale => use(LocaleContext);

import { useTranslator, type Catalogue, type Translator } from '@irisflow/ui';
import en from './renderer.en.json';
import fr from './renderer.fr.json';
import nl from './renderer.nl.json';

export type RendererKey = keyof typeof fr;

/** The texts every form shares: buttons, sources, errors. A form overrides errors with `<i18n>.error.<keyword>`. */
export const rendererMessages: Catalogue<RendererKey> = { fr, nl, en };

/** The renderer's texts in the language in force. */
export const useRendererText = (): Translator<RendererKey> => useTranslator(rendererMessages);

/** Whether a text is a key of the shared texts. */
export const isRendererKey = (key: string): key is RendererKey => Object.hasOwn(fr, key);

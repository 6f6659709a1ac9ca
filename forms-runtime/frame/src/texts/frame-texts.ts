import { useT, type Catalogue, type Translator } from '@irisflow/ui';
import en from './frame.en.json';
import fr from './frame.fr.json';
import nl from './frame.nl.json';

/** What every application says in the same words. */
export type FrameKey = keyof typeof fr;

/** What the frame asks of each application in its own words. */
export type AskedKey =
  | 'failure.text'
  | 'failure.connection.text'
  | 'failure.notFound.text'
  | 'notFound.text'
  | 'notFound.home'
  | 'signIn.title'
  | 'signIn.lead'
  | 'signIn.oidc'
  | 'signIn.oidc.text'
  | 'signIn.demo'
  | 'signIn.demo.lead'
  | 'signIn.as'
  | 'signIn.empty'
  | 'signIn.none'
  | 'signIn.none.text';

export const frameMessages: Catalogue<FrameKey> = { fr, nl, en };

/** The shared texts and the asked ones in the language in force. */
export const useFrameText = (): Translator<FrameKey | AskedKey> => useT<FrameKey | AskedKey>();
